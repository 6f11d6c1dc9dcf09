"""What Neutron is asked: names, addresses and next hops. Whether a packet passes it is never asked."""
import ipaddress

ROUTER_PORTS = ('network:router_interface', 'network:router_interface_distributed',
                'network:ha_router_replicated_interface')


class Nonsense(Exception):
    """The question cannot be put: no such port, no address of the family, no wire."""


class World:
    def __init__(self, network, databases):
        self.network, self.databases = network, databases
        self.ports = list(network.ports())

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

    def wire(self, name):
        """(network id, its localnet port) of a flat or VLAN network."""
        found = self.network.find_network(name)
        if found is None:
            raise Nonsense('no network is called ' + name)
        return found.id, self.localnet(found.id)

    def localnet(self, network_id):
        for segment in self.network.get('/segments', params={'network_id': network_id}).json()['segments']:
            if self.databases.find('nb', 'Logical_Switch_Port', 'name', name='provnet-' + segment['id']):
                return 'provnet-' + segment['id']
        raise Nonsense('network %s has no wire: it is neither flat nor VLAN' % network_id)

    def asks_with(self, network_id, address):
        """A station beyond a network's subnets is behind the device at their gateway: that one asks."""
        subnets = list(self.network.subnets(network_id=network_id))
        if any(ipaddress.ip_address(address) in ipaddress.ip_network(s.cidr) for s in subnets):
            return address
        version = ipaddress.ip_address(address).version
        return next((s.gateway_ip for s in subnets if s.gateway_ip and s.ip_version == version), address)

    def mac_on(self, network_id, address):
        """The MAC of the port of a network that has this address; None when there is none, or it is disabled."""
        for port in self.ports:
            if port.network_id == network_id and port.is_admin_state_up and address in addresses(port):
                return port.mac_address
        return None

    def next_hop(self, port, destination):
        """By host routes and gateway of the port's subnets; None when the destination is on the link, '' without a
        way."""
        subnets = [self.network.get_subnet(f['subnet_id']) for f in port.fixed_ips]
        if any(destination in ipaddress.ip_network(s.cidr) for s in subnets):
            return None
        everything = '::/0' if destination.version == 6 else '0.0.0.0/0'
        routes = [(r['destination'], r['nexthop']) for s in subnets for r in s.host_routes]
        routes += [(everything, s.gateway_ip) for s in subnets if s.gateway_ip and s.ip_version == destination.version]
        ways = [(ipaddress.ip_network(to).prefixlen, hop) for to, hop in routes
                if destination in ipaddress.ip_network(to)]
        return max(ways, key=lambda way: way[0])[1] if ways else ''

    def return_hop(self, network_id, destination):
        """Where the device at the gateway of an external network sends a packet for one of our addresses: the address
        itself when it is on that network (a floating IP), else the router there that has its network. None: nowhere."""
        if any(destination in ipaddress.ip_network(s.cidr) for s in self.network.subnets(network_id=network_id)):
            return str(destination)
        home = self.owner(destination)
        routers = {p.device_id for p in self.ports
                   if home is not None and p.network_id == home.network_id and p.device_owner in ROUTER_PORTS}
        hops = [a for p in self.ports if p.network_id == network_id and p.device_id in routers for a in addresses(p)
                if ipaddress.ip_address(a).version == destination.version]
        return hops[0] if len(hops) == 1 else None


def addresses(port):
    return [f['ip_address'] for f in port.fixed_ips]
