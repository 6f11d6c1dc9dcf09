"""API, central, worker and mdns in one process. The pool's name server is designate's own mdns: the worker polls
it, so zones become ACTIVE though there is no DNS server."""
import json

from egov_sandbox import policy, tool
from egov_sandbox.configuration import database, default, tail, token_check, write_service

DATABASES = ('designate',)
CATALOGUE = (('designate', 'dns', ''),)


def configure(region):
    paste = region.settings.packaged('usr/share/designate-common/api-paste.ini')
    write_service(region, 'designate', {
        'DEFAULT': default(region, 'designate'),
        'service:api': {'listen': '127.0.0.1:%d' % region.ports['designate'], 'auth_strategy': 'keystone',
                        'enable_api_v2': True, 'enable_api_admin': True, 'enable_host_header': True,
                        'enabled_extensions_admin': 'quotas, reports', 'api_paste_config': paste,
                        'api_base_uri': region.url('designate') + '/'},
        'storage:sqlalchemy': {'connection': database('designate', region)['connection']},
        'service:worker': {'enabled': True, 'poll_timeout': 2, 'poll_retry_interval': 1, 'poll_max_retries': 3,
                           'poll_delay': 0},
        'service:mdns': {'listen': '127.0.0.1:%d' % region.ports['mdns']},
        'keystone_authtoken': token_check('designate', region),
        **tail(region, 'designate'),
    }, policy.text('designate'))


def migrate(region):
    tool.run('designate.cmd.manage', '--config-file', region.config_file('designate'), 'database', 'sync')


def pool_file(region):
    here = {'host': '127.0.0.1', 'port': region.ports['mdns']}
    path = region.directory('designate') + '/pools.yaml'
    with open(path, 'w') as f:
        json.dump([{'name': 'default', 'description': 'sandbox', 'attributes': {},
                    'ns_records': [{'hostname': 'ns1.sandbox.test.', 'priority': 1}], 'nameservers': [here],
                    'targets': [{'type': 'fake', 'description': 'nothing', 'masters': [here], 'options': here}]}], f)
    return path


def serve(region):
    import designate.cmd  # noqa: F401  (patches the standard library for eventlet)
    import eventlet
    from oslo_log import log
    from oslo_service import service as launching
    import designate.conf
    from designate import utils
    from designate.api import service as api
    from designate.central import service as central
    from designate.mdns import service as mdns
    from designate.worker import service as worker
    conf = designate.conf.CONF
    conf.import_group('keystone_authtoken', 'keystonemiddleware.auth_token')
    utils.read_config('designate', ['designate', '--config-file', region.config_file('designate')])
    log.setup(conf, 'designate')
    launcher = launching.ServiceLauncher(conf, restart_method='mutate')
    launcher.launch_service(central.Service())
    eventlet.sleep(0.5)
    from designate.manage.pool import PoolCommands     # asks central by RPC, which reaches this process only
    PoolCommands().update(file=pool_file(region), delete=False)
    for service in (mdns, worker, api):
        launcher.launch_service(service.Service())
    launcher.wait()
