"""API, scheduler and one cinder-volume per back end, in one process."""
import shlex

from egov_sandbox import policy, tool
from egov_sandbox.configuration import account, database, default, tail, token_check, write_service

DATABASES = ('cinder',)
CATALOGUE = (('cinder', 'volumev3', '/v3/%(project_id)s'), ('cinderv3', 'block-storage', '/v3/%(project_id)s'))


def back_ends(settings):
    """[(back end, zone)]: one in every zone, for every volume type."""
    return [('store-' + az, az) for az in settings.azs]


def configure(region):
    settings, home = region.settings, region.directory('cinder')
    write_service(region, 'cinder', {
        'DEFAULT': default(
            region, 'cinder', osapi_volume_listen='127.0.0.1', osapi_volume_listen_port=region.ports['cinder'],
            osapi_volume_workers=1, auth_strategy='keystone', host=region.name, my_ip='127.0.0.1',
            api_paste_config=settings.packaged('usr/share/cinder-common/api-paste.ini'),
            resource_query_filters_file=settings.packaged('etc/cinder/resource_filters.json'),
            enabled_backends=[name for name, _ in back_ends(settings)], default_volume_type='standard',
            glance_api_servers=region.url('glance'), storage_availability_zone=settings.azs[0],
            allow_availability_zone_fallback=True, image_conversion_dir=home + '/conversion'),
        **{name: {'volume_driver': 'egov_sandbox.volume_driver.EmptyVolumeDriver', 'volume_backend_name': name,
                  'backend_availability_zone': az} for name, az in back_ends(settings)},
        'coordination': {'backend_url': 'file://%s/coordination' % home},
        'key_manager': {'backend': 'cinder.keymgr.conf_key_mgr.ConfKeyManager', 'fixed_key': '0' * 64},
        'database': database('cinder', region),
        'keystone_authtoken': token_check('cinder', region),
        'nova': account('nova', region),
        'service_user': account('cinder', region, send_service_user_token=True),
        **tail(region, 'cinder'),
    }, policy.text('cinder'))


def migrate(region):
    tool.run('cinder.cmd.manage', '--config-file', region.config_file('cinder'), 'db', 'sync')


def serve(region):
    import cinder.cmd.volume  # noqa: F401  (patches the standard library for eventlet)
    from oslo_config import cfg
    from oslo_log import log
    from oslo_privsep import priv_context
    from oslo_service import service as launching
    from cinder import coordination, objects, rpc, service, utils, version
    from cinder.common import config, constants
    conf = cfg.CONF
    objects.register_all()
    conf(['--config-file', region.config_file('cinder')], project='cinder', version=version.version_string())
    config.set_middleware_defaults()
    log.setup(conf, 'cinder')
    priv_context.init(root_helper=shlex.split(utils.get_root_helper()))
    utils.monkey_patch()
    coordination.COORDINATOR.start()
    rpc.init(conf)
    each_beats_for_itself(service.Service)
    launcher = launching.ServiceLauncher(conf, restart_method='mutate')
    launcher.launch_service(service.Service.create(binary='cinder-scheduler'))
    for name in conf.enabled_backends:
        conf.register_opt(cfg.StrOpt('backend_host'), group=name)
        launcher.launch_service(service.Service.create(
            host='%s@%s' % (conf.host, name), service_name=name, binary=constants.VOLUME_BINARY, coordination=True))
    launcher.launch_service(service.WSGIService('osapi_volume'))
    launcher.wait()


def each_beats_for_itself(service_class):
    """`service_id` is an attribute of the class: with several services in one process the heartbeats of all would
    go to the last, and the others would be shown down."""
    beat = service_class.report_state

    def report_state(self):
        service_class.service_id = self.origin_service_id
        beat(self)
    service_class.report_state = report_state
