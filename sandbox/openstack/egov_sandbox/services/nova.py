"""API, conductor, scheduler and every compute host of a region, in one process."""
import shlex

from egov_sandbox import policy, tool
from egov_sandbox.configuration import account, database, default, tail, token_check, write_service
from egov_sandbox.database import url

DATABASES = ('nova_api', 'nova_cell0', 'nova_cell1')
CATALOGUE = (('nova', 'compute', '/v2.1'),)
FILTERS = ('AvailabilityZoneFilter', 'ComputeFilter', 'ComputeCapabilitiesFilter', 'ImagePropertiesFilter',
           'ServerGroupAntiAffinityFilter', 'ServerGroupAffinityFilter', 'AggregateInstanceExtraSpecsFilter')


def configure(region):
    home = region.directory('nova')
    write_service(region, 'nova', {
        'DEFAULT': default(
            region, 'nova', enabled_apis='osapi_compute', osapi_compute_listen='127.0.0.1',
            osapi_compute_listen_port=region.ports['nova'], osapi_compute_workers=1,
            compute_driver='fake.FakeDriver', host=region.name + '-control', my_ip='127.0.0.1',
            default_schedule_zone='', default_availability_zone='nova', instances_path=home + '/instances',
            # after a restart the fake driver has forgotten its servers: nova must not act on that
            sync_power_state_interval=-1, reserved_host_memory_mb=0, allow_resize_to_same_host=True,
            vif_plugging_timeout=0, vif_plugging_is_fatal=False),
        'api': {'auth_strategy': 'keystone'},
        'wsgi': {'api_paste_config': region.settings.packaged('usr/share/nova-common/api-paste.ini')},
        'filter_scheduler': {'enabled_filters': FILTERS},
        'scheduler': {'discover_hosts_in_cells_interval': 300},
        'glance': {'endpoint_override': region.url('glance')},
        'key_manager': {'fixed_key': '0' * 64},
        'vnc': {'enabled': False},
        'api_database': database('nova_api', region),
        'database': database('nova_cell1', region),
        'keystone_authtoken': token_check('nova', region),
        # without service tokens a volume cannot be detached (CVE-2023-2088)
        'service_user': account('nova', region, send_service_user_token=True),
        'neutron': account('neutron', region),
        'cinder': account('cinder', region, os_region_name=region.name, catalog_info='volumev3::publicURL'),
        'placement': account('placement', region),
        **tail(region, 'nova'),
    }, policy.text('nova'))


def migrate(region):
    conf = ('--config-file', region.config_file('nova'))
    tool.run('nova.cmd.manage', *conf, 'api_db', 'sync')
    tool.run('nova.cmd.manage', *conf, 'cell_v2', 'map_cell0',
             '--database_connection', url(region.settings, 'nova_cell0', region))
    tool.run('nova.cmd.manage', *conf, 'cell_v2', 'create_cell', '--name', 'cell1', '--transport-url', 'fake:///',
             '--database_connection', url(region.settings, 'nova_cell1', region))
    tool.run('nova.cmd.manage', *conf, 'db', 'sync')


def serve(region):
    import nova.cmd  # noqa: F401  (patches the standard library for eventlet)
    import os_vif
    from oslo_log import log
    from oslo_privsep import priv_context
    from oslo_service import service as launching
    import nova.conf
    from nova import config, context, objects, service, utils
    from nova.objects import host_mapping
    conf = nova.conf.CONF
    config.parse_args(['nova', '--config-file', region.config_file('nova')])
    log.setup(conf, 'nova')
    priv_context.init(root_helper=shlex.split(utils.get_root_helper()))
    objects.register_all()
    os_vif.initialize()
    objects.Service.enable_min_version_cache()
    launcher = launching.ServiceLauncher(conf, restart_method='mutate')
    for binary, topic in (('nova-conductor', 'conductor'), ('nova-scheduler', 'scheduler')):
        launch(launcher, service.Service.create(binary=binary, topic=topic))
    launcher.launch_service(service.WSGIService('osapi_compute'))
    for needed in ('placement', 'neutron'):
        await_port(region.ports[needed])
    for host in region.hosts():
        conf.set_override('host', host)     # read while the service is made and while it starts
        launch(launcher, service.Service.create(host=host, binary='nova-compute', topic='compute'))
    conf.clear_override('host')
    host_mapping.discover_hosts(context.get_admin_context())
    launcher.wait()


def launch(launcher, service):
    """Starts a service in a green thread and waits until it takes calls."""
    import eventlet
    launcher.launch_service(service)
    while service.rpcserver is None:
        eventlet.sleep(0.05)


def await_port(port):
    import eventlet
    while True:
        try:
            return eventlet.connect(('127.0.0.1', port)).close()
        except OSError:
            eventlet.sleep(0.1)
