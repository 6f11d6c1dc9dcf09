"""A Neutron service plugin that stands in for the agents (network driver `ovs` only).

It keeps an Open vSwitch, an L3 and a DHCP agent alive per compute host, which is all that the stock openvswitch
driver looks at before it binds a port, and it reports every bound port as wired, so that ports become ACTIVE.
"""
import threading

import eventlet
from neutron.db import provisioning_blocks as blocks
from neutron_lib import context as contexts
from neutron_lib import exceptions
from neutron_lib.callbacks import events, registry, resources
from neutron_lib.plugins import directory
from neutron_lib.services import base
from oslo_config import cfg
from oslo_log import log
from oslo_utils import timeutils

LOG = log.getLogger(__name__)
BEAT = 30       # seconds
cfg.CONF.register_opts([cfg.ListOpt('hosts', help='host:availability_zone'),
                        cfg.ListOpt('physnets', help='physical networks of every host')], group='sandbox')


def agents(host, az, physnets):
    common = {'host': host, 'availability_zone': az, 'topic': 'N/A'}
    yield dict(common, agent_type='Open vSwitch agent', binary='neutron-openvswitch-agent', configurations={
        'bridge_mappings': {p: 'br-' + p for p in physnets}, 'tunnel_types': ['vxlan', 'gre'],
        'tunneling_ip': '127.0.0.1', 'datapath_type': 'system', 'extensions': ['qos'], 'devices': 0,
        'ovs_capabilities': {'datapath_types': ['system'], 'iface_types': []},
        'enable_distributed_routing': False, 'l2_population': False, 'resource_provider_bandwidths': {}})
    yield dict(common, agent_type='L3 agent', binary='neutron-l3-agent', topic='l3_agent', configurations={
        'agent_mode': 'legacy', 'routers': 0, 'handle_internal_only_routers': True,
        'interface_driver': 'openvswitch'})
    yield dict(common, agent_type='DHCP agent', binary='neutron-dhcp-agent', topic='dhcp_agent', configurations={
        'dhcp_driver': 'fake', 'networks': 0, 'subnets': 0, 'ports': 0, 'dhcp_lease_duration': 86400})


@registry.has_registry_receivers
class StandInAgents(base.ServicePluginBase):
    supported_extension_aliases = []
    beating = False

    def get_plugin_type(self):
        return 'SANDBOX_AGENTS'

    def get_plugin_description(self):
        return 'stand-in agents'

    @registry.receives(resources.PROCESS, [events.AFTER_INIT, events.AFTER_SPAWN])
    def start(self, *arguments, **named):
        if not self.beating:
            self.beating = True
            self.beat(start_flag=True)

    def beat(self, **extra):
        try:
            context, plugin = contexts.get_admin_context(), directory.get_plugin()
            for spec in cfg.CONF.sandbox.hosts:
                host, _, az = spec.partition(':')
                for agent in agents(host, az, cfg.CONF.sandbox.physnets):
                    plugin.create_or_update_agent(context, {**agent, **extra}, timeutils.utcnow())
        except Exception:
            LOG.exception('reporting the agents')
        timer = threading.Timer(BEAT, self.beat)
        timer.daemon = True
        timer.start()

    # The event comes before ML2 has committed the binding, and completing the provisioning of an unbound port
    # sleeps for five seconds: so look a moment later, in a green thread.
    @registry.receives(resources.PORT, [events.AFTER_CREATE, events.AFTER_UPDATE])
    def port_changed(self, resource, event, trigger, payload=None):
        port = payload.latest_state
        if port and port.get('binding:host_id') and port.get('status') != 'ACTIVE':
            eventlet.spawn_after(0.2, self.wire, port['id'], 10)

    def wire(self, port_id, tries):
        try:
            context = contexts.get_admin_context()
            port = directory.get_plugin().get_port(context, port_id)
            if port['status'] == 'ACTIVE':
                return
            if port['binding:vif_type'] not in ('unbound', 'binding_failed'):
                for entity in (blocks.DHCP_ENTITY, blocks.L2_AGENT_ENTITY):
                    blocks.provisioning_complete(context, port_id, resources.PORT, entity)
            elif tries:
                eventlet.spawn_after(0.3, self.wire, port_id, tries - 1)
        except exceptions.PortNotFound:
            pass
        except Exception:
            LOG.exception('wiring port %s', port_id)
