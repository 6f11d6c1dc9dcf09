"""Octavia's network driver: VIP ports are real ports in Neutron, whatever touches an amphora does nothing."""
from octavia.network import base
from octavia.network.drivers.neutron import allowed_address_pairs as real
from octavia.network.drivers.noop_driver import driver as noop

NOTHING = ('plug_vip', 'unplug_vip', 'plug_network', 'unplug_network', 'get_plugged_networks', 'plug_port',
           'get_network_configs', 'wait_for_port_detach', 'update_vip_sg', 'plug_aap_port', 'unplug_aap_port',
           'failover_preparation', 'create_port', 'delete_port', 'set_port_admin_state_up', 'update_vip')


class SandboxNetworkDriver(real.AllowedAddressPairsDriver):
    def __init__(self):
        super().__init__()
        self.noop = noop.NoopNetworkDriver()

    def deallocate_vip(self, vip):
        if vip.load_balancer is not None:
            return super().deallocate_vip(vip)
        port = self.get_port(vip.port_id)     # when a creation is undone, the VIP has no load balancer yet
        if port.device_owner == real.OCTAVIA_OWNER:
            self.neutron_client.delete_port(vip.port_id)

    def get_port(self, port_id, context=None):
        """The port of an amphora is one of those that do nothing. Neutron is asked first: the driver that does
        nothing makes up every port that it is asked for, and then a VIP port would seem not to be Octavia's."""
        try:
            return super().get_port(port_id, context=context)
        except base.PortNotFound:
            plugged = noop._NOOP_MANAGER_VARS['ports'].get(port_id)
            if plugged is None:
                raise
            return plugged

    def plug_fixed_ip(self, port_id, subnet_id, ip_address=None):
        return self.get_port(port_id)

    def unplug_fixed_ip(self, port_id, subnet_id):
        return self.get_port(port_id)


def delegate(name):
    def method(self, *arguments, **named):
        return getattr(self.noop, name)(*arguments, **named)
    return method


for _name in NOTHING:
    setattr(SandboxNetworkDriver, _name, delegate(_name))
SandboxNetworkDriver.__abstractmethods__ = frozenset()
