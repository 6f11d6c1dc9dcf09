"""A cdk.tf.json in OVN's northbound database, written as Neutron and Octavia would write it, and packets put to it."""
import ipaddress
import re
import sys

sys.path.insert(0, '/usr/lib/python3/dist-packages')
from neutron.common.ovn import acl  # noqa: E402
from routers import Routers, holds, named  # noqa: E402

QUESTION = re.compile(r'\n *(?:arp|nd_ns|icmp4|icmp6|tcp_reset) \{')


def written_out(block):
    """
    Every address of a small block. ovn-trace takes a block in port_security for its first address alone, where
    ovn-controller lets all of it pass (ovn-nb(5)).
    """
    return [str(address) for address in ipaddress.ip_network(block)]


class World:
    """`ports` are the stations by name, load balancers among them; `macs` their hardware addresses."""

    def __init__(self, ovn, document, claims):
        self.ovn, self.resources, self.batch = ovn, document['resource'], []
        self.macs, self.ports, self.claims = {}, {}, claims
        self.networks()
        interfaces = {named(one['port_id']) for one in self.of('networking_router_interface').values() if 'port_id' in one}
        parents = {named(sub['port_id']): (named(trunk['port_id']), str(sub['segmentation_id']))
                   for trunk in self.of('networking_trunk').values() for sub in trunk['sub_port']}
        for name, port in sorted(self.of('networking_port').items(), key=lambda one: one[0] in parents):
            if name not in interfaces:
                self.port(name, port, parents.get(name, ()))
        self.balancers()
        self.groups()
        self.routers = Routers(self)
        self.load()

    def load(self):
        ovn = self.ovn
        old = ['--if-exists', 'ls-del'], ['--if-exists', 'lr-del'], ['pg-del'], ['lb-del']
        tables = 'Logical_Switch', 'Logical_Router', 'Port_Group', 'Load_Balancer'
        for table, command in zip(tables, old):
            for name in sorted(set(ovn.nb('--bare', '--columns=name', 'list', table).split())):
                ovn.nb(*command, name)
        ovn.nb(*self.batch[1:])
        ovn.nb('--wait=sb', 'sync')
        self.routers.answer_arp()
        ovn.listen()

    def of(self, kind):
        return self.resources.get('openstack_%s_v2' % kind, {})

    def add(self, *args):
        self.batch += ['--', *args]

    def networks(self):
        """`wires`: the segment of a provider network, which others may have too; any other network is its own."""
        self.wires = {}
        for name, network in self.of('networking_network').items():
            self.wires[name] = name
            self.add('ls-add', name)
            for segment in network.get('segments', []):
                self.wires[name] = '%(physical_network)s %(segmentation_id)s' % segment
                # neutron.plugins.ml2.drivers.ovn: create_provnet_port.
                self.add('lsp-add', name, 'provnet-' + name, '', str(segment['segmentation_id']))
                self.add('lsp-set-addresses', 'provnet-' + name, 'unknown')
                self.add('lsp-set-type', 'provnet-' + name, 'localnet')
                self.add('lsp-set-options', 'provnet-' + name, 'network_name=' + segment['physical_network'])

    def port(self, name, port, parent):
        addresses = [one['ip_address'] for one in port['fixed_ip']]
        pairs = [address for one in port.get('allowed_address_pairs', []) for address in written_out(one['ip_address'])]
        self.station(name, named(port['network_id']), addresses, pairs, port.get('port_security_enabled', True), parent)

    def station(self, name, network, addresses, pairs=(), secured=True, parent=()):
        mac = '02:00:00:00:%02x:%02x' % divmod(len(self.macs) + 1, 256)
        self.macs[name], self.ports[name] = mac, dict(network=network, addresses=addresses, pairs=pairs, secured=secured)
        self.add('lsp-add', network, name, *parent)
        own = ' '.join([mac, *addresses])
        # neutron.plugins.ml2.drivers.ovn: get_allowed_addresses_from_port, and `unknown` where port security is off.
        self.add('lsp-set-addresses', name, *([own] if secured else [own, 'unknown']))
        if secured:
            self.add('lsp-set-port-security', name, ' '.join([mac, *addresses, *pairs]))

    def balancers(self):
        """Amphorae: one station each, with the group that Octavia makes of the listeners."""
        self.octavia = {}
        for name, balancer in self.of('lb_loadbalancer').items():
            subnet = self.of('networking_subnet')[named(balancer['vip_subnet_id'])]
            self.station(name, named(subnet['network_id']), [balancer['vip_address']])
            # octavia.network.drivers.neutron.allowed_address_pairs: _update_security_group_rules.
            self.octavia[name] = [
                dict(direction='ingress', ethertype='IPv4', protocol=listener['protocol'].lower(),
                     port_range_min=listener['protocol_port'], port_range_max=listener['protocol_port'],
                     **(dict(remote_ip_prefix=prefix) if prefix else {}))
                for listener in self.of('lb_listener').values() if named(listener['loadbalancer_id']) == name
                for prefix in listener.get('allowed_cidrs') or [None]]

    def groups(self):
        members = {name: [] for name in self.of('networking_secgroup')}
        members['default'] = []
        for name, port in self.ports.items():
            if name in self.octavia:
                members['octavia-' + name] = [name]
            elif port['secured']:
                chosen = [named(group) for group in self.of('networking_port')[name]['security_group_ids']]
                for group in chosen or ['default']:
                    members[group].append(name)
        secured = [name for name, port in self.ports.items() if port['secured']]
        self.add('pg-add', 'neutron_pg_drop', *secured)
        for one in acl.add_acls_for_drop_port_group('neutron_pg_drop'):
            self.acl(one)
        for group, names in members.items():
            self.add('pg-add', self.group(group), *names)
        for group in members:
            values = self.of('networking_secgroup').get(group, {'delete_default_rules': False})
            written = set()
            for rule in self.rules(group, values):
                one = acl._add_sg_rule_acl_for_port_group(self.group(group), values.get('stateful', True), rule)
                if (one['direction'], one['match']) not in written:
                    written.add((one['direction'], one['match']))
                    self.acl(one)

    def group(self, name):
        return 'pg_' + name.replace('-', '_')

    def acl(self, one):
        self.add('acl-add', one['port_group'], one['direction'], str(one['priority']), one['match'], one['action'])

    def rules(self, group, values):
        if not values.get('delete_default_rules', False):
            for family in ('IPv4', 'IPv6'):
                yield self.rule(dict(direction='egress', ethertype=family))
        if group == 'default':
            for family in ('IPv4', 'IPv6'):
                yield self.rule(dict(direction='ingress', ethertype=family), remote='default')
        for rule in self.octavia.get(group[len('octavia-'):], []) if group.startswith('octavia-') else []:
            yield self.rule(rule)
        for rule in self.of('networking_secgroup_rule').values():
            if named(rule['security_group_id']) == group:
                yield self.rule(rule)

    def rule(self, rule, remote=None):
        if 'remote_group_id' in rule:
            remote = named(rule['remote_group_id'])
        prefix = rule.get('remote_ip_prefix')
        cidr = str(ipaddress.ip_network(prefix, strict=False)) if prefix else None
        return dict(id='rule', security_group_id='group', direction=rule['direction'], ethertype=rule['ethertype'],
                    protocol=rule.get('protocol'), port_range_min=rule.get('port_range_min'),
                    port_range_max=rule.get('port_range_max'), remote_ip_prefix=prefix, normalized_cidr=cidr,
                    remote_group_id=remote and remote.replace('-', '_'))

    def passes(self, packet):
        sender, receiver = self.ports[packet['from']], self.ports[packet['to']]
        hops = self.routers.on(sender['network'])
        if sender['network'] == receiver['network'] or self.wires[sender['network']] == self.wires[receiver['network']]:
            hops.insert(0, (receiver['network'], self.macs[packet['to']]))
        if packet.get('usual'):
            hops = self.usual(sender, packet['destination'])
        return any('output("%s")' % packet['to'] in self.delivered(sender['network'], network, self.flow(packet, mac), packet)
                   for network, mac in hops)

    def usual(self, sender, destination):
        """The next hop that the subnets of a sender's addresses name: the longest prefix, as an operating system does."""
        lines = []
        for name, subnet in self.of('networking_subnet').items():
            if named(subnet['network_id']) != sender['network']:
                continue
            if not any(holds(subnet['cidr'], address) for address in sender['addresses']):
                continue
            everywhere = '::/0' if ':' in subnet['cidr'] else '0.0.0.0/0'
            lines.append((subnet['cidr'], destination))
            lines += [(route['destination_cidr'], route['next_hop']) for route in self.of('networking_subnet_route').values()
                      if named(route['subnet_id']) == name]
            if not subnet.get('no_gateway'):
                lines.append((everywhere, subnet['gateway_ip']))
        fitting = [(ipaddress.ip_network(block).prefixlen, i) for i, (block, _hop) in enumerate(lines)
                   if holds(block, destination)]
        if not fitting:
            return []
        hop = lines[max(fitting, key=lambda one: (one[0], -one[1]))[1]][1]
        return [owner for owner in [self.routers.owner(self.wires[sender['network']], hop)] if owner]

    def delivered(self, network, onto, flow, packet):
        """
        What becomes of the packet itself: without what routers then ask the neighbourhood. Onto another network of the
        same wire it goes by the port that both have to their segment.
        """
        if onto != network:
            left = QUESTION.split(self.ovn.trace(network, flow))[0]
            if 'output("provnet-%s")' % network not in left:
                return ''
            flow = flow.replace('inport=="%s"' % packet['from'], 'inport=="provnet-%s"' % onto)
        return QUESTION.split(self.ovn.trace(onto, flow))[0]

    def flow(self, packet, hop):
        family = 6 if ':' in packet['destination'] else 4
        protocol = packet['protocol']
        words = ['inport=="%s"' % packet['from'], 'eth.src==' + self.macs[packet['from']], 'eth.dst==' + hop,
                 'ip%d.src==%s' % (family, packet['source']), 'ip%d.dst==%s' % (family, packet['destination']),
                 'ip.ttl==64']
        if protocol in (6, 17, 132):
            name = {6: 'tcp', 17: 'udp', 132: 'sctp'}[protocol]
            words += ['%s.src==40000' % name, '%s.dst==%d' % (name, packet['port'])]
        elif protocol in (1, 58):
            words += ['icmp%d.type==%d' % (family, packet['port']), 'icmp%d.code==0' % family]
        else:
            words.append('ip.proto==%d' % protocol)
        return ' && '.join(words)
