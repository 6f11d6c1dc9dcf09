import getpass
import grp
import os

from egov_sandbox import policy, tool, web
from egov_sandbox.configuration import write
from egov_sandbox.database import url
from egov_sandbox.settings import PASSWORD, directory


def config_file(settings):
    return settings.config_directory('keystone') + '/keystone.conf'


def configure(settings):
    home = directory(settings.state, 'keystone')
    write(config_file(settings), {
        'DEFAULT': {'use_stderr': True, 'transport_url': 'fake:///'},
        'oslo_messaging_notifications': {'driver': 'noop'},
        'database': {'connection': url(settings, 'keystone')},
        'token': {'provider': 'fernet', 'expiration': settings.token_seconds},
        'fernet_tokens': {'key_repository': home + '/fernet'},
        # with a cache in memory the second read of a credential is answered with 500
        'credential': {'key_repository': home + '/credential', 'caching': False},
        'cache': {'enabled': True, 'backend': 'dogpile.cache.memory'},
        'identity': {'password_hash_rounds': 4},
        'oslo_policy': {'policy_file': 'policy.yaml'},
    })
    with open(settings.config_directory('keystone') + '/policy.yaml', 'w') as f:
        f.write(policy.text('keystone'))


def migrate(settings):
    conf = ('--config-file', config_file(settings))
    owner = ('--keystone-user', getpass.getuser(), '--keystone-group', grp.getgrgid(os.getgid()).gr_name)
    for keys in ('fernet', 'credential'):
        os.makedirs('%s/keystone/%s' % (settings.state, keys), mode=0o700, exist_ok=True)
    tool.run('keystone.cmd.manage', *conf, 'db_sync')
    tool.run('keystone.cmd.manage', *conf, 'fernet_setup', *owner)
    tool.run('keystone.cmd.manage', *conf, 'credential_setup', *owner)
    here = settings.keystone_url
    tool.run('keystone.cmd.manage', *conf, 'bootstrap', '--bootstrap-password', PASSWORD,
             '--bootstrap-admin-url', here, '--bootstrap-public-url', here, '--bootstrap-internal-url', here,
             '--bootstrap-region-id', settings.regions[0].name)


def serve(settings):
    os.environ['OS_KEYSTONE_CONFIG_DIR'] = settings.config_directory('keystone')
    os.environ['OS_KEYSTONE_CONFIG_FILES'] = config_file(settings)
    from keystone.server import wsgi
    import sys
    sys.argv = ['keystone']
    web.serve(wsgi.initialize_public_application(), settings.keystone_port)
