"""What Neutron is asked: names, addresses and next hops. Whether a packet passes it is never asked."""
import ipaddress
from functools import cached_property

ROUTER_PORTS = ('network:router_interface', 'network:router_interface_distributed',
                'network:ha_router_replicated_interface')
GATEWAY = 'network:router_gateway'


class Nonsense(Exception):
    """The question cannot be put: no such port, no address of the family, no wire."""


class World:
    """Ports, networks and subnets as they were at the first question."""

    def __init__(self, network, databases):
        self.network, self.databases = network, databases
        self.ports = list(network.ports())
        self.networks = {n.id: n for n in network.networks()}
        self.subnets = {s.id: s for s in network.subnets()}

    @cached_property
    def wires(self):
        """{network id: its localnet port} of flat and VLAN networks."""
        segments = self.network.get('/segments').json()['segments']
        known = {name for name, in self.databases.rows('nb', 'Logical_Switch_Port', 'name', type='localnet')}
        return {s['network_id']: 'provnet-' + s['id'] for s in segments if 'provnet-' + s['id'] in known}

    def port(self, name):
        """By id, by name or by one of its addresses."""
        found = [p for p in self.ports if name in (p.id, p.name) or name in addresses(p)]
        if len(found) != 1:
            raise Nonsense('%s port is called %s' % ('no' if not found else 'more than one', name))
        return found[0]

    def owner(self, address):
        """The port that has this address, no router's; None when there is none or several."""
        found = [p for p in self.ports if str(address) in addresses(p)]
        return found[0] if len(found) == 1 else None

    def is_port(self, name):
        return any(name in (p.id, p.name) for p in self.ports)

    def wired(self, name):
        """The id of a flat or VLAN network."""
        found = [n.id for n in self.networks.values() if name in (n.id, n.name)]
        if len(found) != 1:
            raise Nonsense('%s network is called %s' % ('no' if not found else 'more than one', name))
        if found[0] not in self.wires:
            raise Nonsense('network %s has no wire: it is neither flat nor VLAN' % name)
        return found[0]

    def network_of(self, wire):
        return next(network for network, own in self.wires.items() if own == wire)

    def subnets_of(self, network_id):
        return [s for s in self.subnets.values() if s.network_id == network_id]

    def is_on(self, network_id, address):
        return any(is_in(s, address) for s in self.subnets_of(network_id))

    def gateway(self, network_id, version):
        """The address of the device at the gateway of a network's subnets."""
        return next((s.gateway_ip for s in self.subnets_of(network_id) if s.gateway_ip and s.ip_version == version), None)

    def asks_with(self, network_id, address, target):
        """The address that a sender puts its question for the target with: its own, or, from beyond the target's subnet,
        that of the device at its gateway."""
        subnet = next((s for s in self.subnets_of(network_id) if is_in(s, target)), None)
        return address if subnet is None or is_in(subnet, address) else subnet.gateway_ip or address

    def mac_on(self, network_id, address):
        """The MAC of the port of a network that has this address; None when there is none, or it is disabled."""
        for port in self.ports:
            if port.network_id == network_id and port.is_admin_state_up and address in addresses(port):
                return port.mac_address
        return None

    def is_taken(self, network_id, address):
        return any(p.network_id == network_id and address in addresses(p) for p in self.ports)

    def next_hop(self, port, destination):
        """By host routes and gateway of the port's subnets; None when the destination is on the link, '' without a
        way."""
        subnets = [self.subnets[f['subnet_id']] for f in port.fixed_ips]
        if any(is_in(s, destination) for s in subnets):
            return None
        everything = '::/0' if destination.version == 6 else '0.0.0.0/0'
        routes = [(r['destination'], r['nexthop']) for s in subnets for r in s.host_routes]
        routes += [(everything, s.gateway_ip) for s in subnets if s.gateway_ip and s.ip_version == destination.version]
        ways = [(ipaddress.ip_network(to).prefixlen, hop) for to, hop in routes
                if destination in ipaddress.ip_network(to)]
        return max(ways, key=lambda way: way[0])[1] if ways else ''

    def any_hops(self, network_id, destination):
        """Every way that a sender on a network could hand a packet over: to the destination itself, to each router, to
        the device at the gateway."""
        routers = [a for p in self.ports if p.network_id == network_id and p.device_owner in (*ROUTER_PORTS, GATEWAY)
                   for a in addresses(p)]
        gateways = [s.gateway_ip for s in self.subnets_of(network_id) if s.gateway_ip]
        return [str(destination), *dict.fromkeys(a for a in (*routers, *gateways)
                                                 if ipaddress.ip_address(a).version == destination.version)]

    def return_hop(self, network_id, destination):
        """Where the device at the gateway of an external network sends a packet for one of our addresses: the address
        itself when it is on that network (a floating IP), else the router there that has its network. None: nowhere."""
        if self.is_on(network_id, destination):
            return str(destination)
        home = self.owner(destination)
        routers = {p.device_id for p in self.ports
                   if home is not None and p.network_id == home.network_id and p.device_owner in ROUTER_PORTS}
        hops = [a for p in self.ports if p.network_id == network_id and p.device_id in routers for a in addresses(p)
                if ipaddress.ip_address(a).version == destination.version]
        return hops[0] if len(hops) == 1 else None

    def device_networks(self, network_id):
        """Where the device at the gateway of a network has a foot: the networks of the same physical network whose
        gateway is no port of ours, this one first. The same reading as in `egov prove`, proof/reach/edge-devices.ts."""
        physical = self.networks[network_id].provider_physical_network
        edged = [n for n in self.wires if self.networks[n].provider_physical_network == physical
                 and any(s.gateway_ip and not self.is_taken(n, s.gateway_ip) for s in self.subnets_of(n))]
        return sorted(edged, key=lambda n: n != network_id)


def addresses(port):
    return [f['ip_address'] for f in port.fixed_ips]


def is_in(subnet, address):
    return ipaddress.ip_address(address) in ipaddress.ip_network(subnet.cidr)
