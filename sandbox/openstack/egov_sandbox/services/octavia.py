"""API and worker in one process, with threads. The amphora provider runs its whole flow on drivers that do nothing,
so load balancers become ACTIVE; their VIP ports in Neutron are real."""
import os
import subprocess

from egov_sandbox import tool, web
from egov_sandbox.configuration import account, database, default, tail, token_check, write_service

DATABASES = ('octavia',)
CATALOGUE = (('octavia', 'load-balancer', ''),)
NOOP = ('amphora', 'compute', 'distributor', 'image', 'volume')


def configure(region):
    home = region.directory('octavia')
    if not os.path.exists(home + '/ca.pem'):      # the certificate generator wants an encrypted key
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'rsa:2048', '-passout', 'pass:sandbox',
                        '-keyout', home + '/ca.key', '-out', home + '/ca.pem', '-days', '3650',
                        '-subj', '/CN=sandbox'], check=True, stderr=subprocess.DEVNULL)
    write_service(region, 'octavia', {
        'DEFAULT': default(region, 'octavia', host=region.name),
        'api_settings': {'bind_host': '127.0.0.1', 'bind_port': region.ports['octavia'],
                         'auth_strategy': 'keystone', 'default_provider_driver': 'amphora',
                         'enabled_provider_drivers': 'amphora: drivers that do nothing,octavia: alias of amphora',
                         'allow_tls_terminated_listeners': True},
        'controller_worker': {**{'%s_driver' % n: n + '_noop_driver' for n in NOOP},
                              'network_driver': 'sandbox_network_driver', 'workers': 1, 'amp_image_tag': 'amphora',
                              'amp_flavor_id': 1, 'amp_ssh_key_name': '', 'loadbalancer_topology': 'SINGLE',
                              # no boot network: octavia would look for it in Neutron, and fail every batch of members
                              'amp_boot_network_list': '', 'amp_secgroup_list': '',
                              'client_ca': home + '/ca.pem'},
        'certificates': {'cert_manager': 'barbican_cert_manager', 'cert_generator': 'local_cert_generator',
                         # else it asks the key manager of whichever region comes first in the catalogue
                         'region_name': region.name,
                         'ca_certificate': home + '/ca.pem', 'ca_private_key': home + '/ca.key',
                         'ca_private_key_passphrase': 'sandbox',
                         'server_certs_key_passphrase': 'insecure-key-do-not-use-this-key'},
        'health_manager': {'heartbeat_key': 'sandbox'},
        'oslo_messaging': {'topic': 'octavia_prov'},
        'task_flow': {'engine': 'parallel', 'max_workers': 4},
        'networking': {'port_detach_timeout': 5},
        'database': database('octavia', region),
        'keystone_authtoken': token_check('octavia', region),
        'service_auth': account('octavia', region),
        **{service: {'region_name': region.name} for service in ('neutron', 'nova', 'glance')},
        **tail(region, 'octavia'),
    })


def migrate(region):
    tool.run('octavia.db.migration.cli', '--config-file', region.config_file('octavia'), 'upgrade', 'head')


def serve(region):
    from octavia.api import app
    from octavia.controller.queue.v2 import consumer
    from oslo_config import cfg
    application = app.setup_app(argv=['octavia', '--config-file', region.config_file('octavia')])

    class Worker(consumer.ConsumerService):
        """The queue's consumer without cotyledon, which would run it in a process of its own."""

        def __init__(self, conf):
            self.conf, self.server = conf, conf.host
            self.topic = consumer.constants.TOPIC_AMPHORA_V2
            self.endpoints = []
            self.access_policy = consumer.dispatcher.DefaultRPCAccessPolicy
            self.message_listener = None
    Worker(cfg.CONF).run()
    web.serve(application, region.ports['octavia'])
