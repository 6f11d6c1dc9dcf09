"""Confirms what a certificate of `egov prove ENV --certificate FILE` claims of a synthesis, or says why it does not.

    egov synth ENV; egov prove ENV --certificate FILE
    python3 tools/check-certificate.py FILE .egov/ENV/stacks

Reads FILE, STACKS/manifest.json (the inputs of each stack) and STACKS/NAME/cdk.tf.json; uses the standard library alone.
A certificate has the flows that are allowed, a part for every network (what is joined has one part), and for every
door (rule, listener, member) the flows that cover it. No packet is followed: within a part everybody is taken to reach
everybody, so only the ends decide, and for every two addresses that both admit the door's flows must allow every
service. What is not understood is refused. Ends with 0 where it confirms, else with 1.
"""
import bisect, hashlib, ipaddress, json, os, re, sys  # noqa: E401
from collections import defaultdict

REFERENCE = re.compile(r'^\$\{(?:(openstack_\w+)\.([\w-]+)\.\w+|var\.([\w-]+))\}$')
HARMLESS = re.compile(r'openstack_(identity_|dns_|keymanager_|blockstorage_|compute_(?!instance|interface|volume)|images_'
                      r'|objectstorage_|orchestration_|\w+_quota_|networking_(subnetpool|addressscope|qos)|lb_monitor_)')
SAID = 'name tags tenant_id description depends_on lifecycle provider '
READ = {kind: (SAID + keys).split() for kind, keys in {
    'networking_network_v2': 'external segments', 'lb_member_v2': 'address pool_id protocol_port',
    'networking_subnet_v2': 'cidr enable_dhcp ip_version network_id no_gateway subnetpool_id gateway_ip allocation_pool '
                            'ipv6_address_mode ipv6_ra_mode dns_nameservers',
    'networking_port_v2': 'network_id security_group_ids fixed_ip',
    'networking_secgroup_rule_v2':
        'direction ethertype port_range_min port_range_max protocol remote_ip_prefix security_group_id',
    'networking_router_v2': 'enable_snat external_network_id external_fixed_ip',
    'networking_router_interface_v2': 'router_id subnet_id', 'networking_secgroup_v2': 'delete_default_rules stateful',
    'networking_floatingip_v2': 'address pool port_id subnet_id', 'lb_loadbalancer_v2': 'vip_address vip_subnet_id',
    'lb_listener_v2': 'allowed_cidrs default_tls_container_ref loadbalancer_id protocol protocol_port tls_versions',
    'lb_pool_v2': 'lb_method listener_id protocol persistence'}.items()}
PROTOCOLS = {'tcp': 6, 'udp': 17, 'icmp': 1, 'ipv6-icmp': 58, 'icmpv6': 58}
BLOCKS = {'output', 'provider', 'resource', 'terraform', 'variable', 'data'}

def need(condition, *words):
    if not condition:
        raise SystemExit('rejected: %s' % ' '.join(str(word) for word in words))

def span(text):
    """A block or an address as (family, first, last)."""
    net = ipaddress.ip_network(text, strict=False)
    return net.version, int(net.network_address), int(net.broadcast_address)

def text(one):
    return str((ipaddress.ip_address if one[0] == 4 else ipaddress.IPv6Address)(one[1]))

def meet(a, b):
    low, high = max(a[1], b[1]), min(a[2], b[2])
    return [(a[0], low, high)] if a[0] == b[0] and low <= high else []

class Spans:
    """A set of spans (of addresses, or of ports by protocol), sorted and apart, asked by bisection."""

    def __init__(self, spans):
        self.all = []
        for one in sorted(spans):
            last = self.all[-1] if self.all else None
            if last and last[0] == one[0] and one[1] <= last[2] + 1:
                self.all[-1] = (one[0], last[1], max(last[2], one[2]))
            else:
                self.all.append(one)

    def meeting(self, one):
        """Those parts of `one` that are in the set."""
        first = max(0, bisect.bisect_left(self.all, one[:2]) - 1)
        last = bisect.bisect_left(self.all, (one[0], one[2] + 1))
        return [piece for other in self.all[first:last] for piece in meet(other, one)]

    def without(self, holes):
        left, taken = [], Spans(holes)
        for family, low, high in self.all:
            cuts = [low - 1, *(at for _, first, last in taken.meeting((family, low, high)) for at in (first, last)), high + 1]
            left += [(family, a + 1, b - 1) for a, b in zip(cuts[::2], cuts[1::2]) if a + 1 < b]
        return left

class Stacks:
    """Every resource of the synthesis, by type, with its references followed."""

    def __init__(self, folder):
        with open(os.path.join(folder, 'manifest.json'), encoding='utf-8') as file:
            self.inputs = {one['name']: one['inputs'] for one in json.load(file)['stacks']}
        self.definitions, self.types, lines = {}, {kind: {} for kind in READ}, []
        for name in sorted(self.inputs):
            with open(os.path.join(folder, name, 'cdk.tf.json'), 'rb') as file:
                text = file.read()
            self.definitions[name] = json.loads(text)
            lines += ['%s %s' % (name, hashlib.sha256(text).hexdigest())]
            lines += ['%s %s %s %s' % (name, variable, source['stack'], source['output'])
                      for variable, source in sorted(self.inputs[name].items())]
        self.digest = hashlib.sha256('\n'.join(lines).encode()).hexdigest()
        for stack, definition in self.definitions.items():
            need(set(definition) <= BLOCKS, stack, 'has blocks that are not understood')
            for kind, named in definition.get('resource', {}).items():
                short = kind.replace('openstack_', '', 1)
                need(short in READ or HARMLESS.match(kind), kind, 'is a type that is not understood')
                for name, values in named.items() if short in READ else ():
                    strange = sorted(set(values) - set(READ[short]))
                    need(not strange, '%s/%s.%s has what is not understood:' % (stack, kind, name), *strange)
                    self.types[short]['%s/%s.%s' % (stack, kind, name)] = self.follow(stack, values)

    def follow(self, stack, value):
        """`STACK/TYPE.NAME` for a reference to a resource; outputs of other stacks are followed."""
        if isinstance(value, list):
            return [self.follow(stack, one) for one in value]
        if isinstance(value, dict):
            return {key: self.follow(stack, one) for key, one in value.items()}
        if not isinstance(value, str) or '${' not in value:
            return value
        found = REFERENCE.match(value)
        if found and found.group(1):
            return '%s/%s.%s' % (stack, *found.group(1, 2))
        source = self.inputs[stack].get(found.group(3)) if found else None
        return Ellipsis if source is None else self.follow(  # nothing that is judged can be an ellipsis
            source['stack'], self.definitions[source['stack']]['output'][source['output']]['value'])

class Checker:
    def __init__(self, body, types):
        self.body, self.types, self.parts, self.doors, self.planes = body, types, body['parts'], body['doors'], body['planes']
        blocks = Spans(span(block) for plane in self.planes for block in plane['blocks'])
        self.subnets = {key: dict(one, span=span(one['cidr'])) for key, one in self.types['networking_subnet_v2'].items()}
        for step in (self.check_parts, self.read_ends, self.read_outside):
            step()
        everywhere = Spans(one for spans in self.outside.values() for one in spans.all)
        self.flows = {}
        for flow in body['flows']:
            ends = []
            for end in (flow['from'], flow['to']):
                spans = list(map(span, end['prefixes']))
                end['inside'] = end['zone'] is not None or all(blocks.meeting(one) == [one] for one in spans)
                ends.append(Spans(spans if end['inside'] else [part for one in spans for part in everywhere.meeting(one)]))
            services = [one for port in flow['ports'] for one in (
                [(1, 0, 65535), (58, 0, 65535)] if port['protocol'] == 'icmp' else
                [(PROTOCOLS[port['protocol']], port['from'], port['to'])])]
            self.flows[flow['id']] = dict(flow, sources=ends[0], targets=ends[1], services=services)

    def check_parts(self):
        """Nothing joins two parts: no router, no segment, no physical device; and no part has two planes."""
        networks, owned, joined, planes = self.types['networking_network_v2'], set(), defaultdict(set), defaultdict(set)
        need(set(self.parts) == set(networks), 'the parts are not those of the networks')
        self.outer = {key for key, network in networks.items() if network.get('external')}
        plane_of = {plane['physnet']: (plane['key'], plane['role']) for plane in self.planes}
        for key, network in networks.items():
            need(network.get('segments'), key, 'has no segment that says which plane it is in')
            for one in network['segments']:
                planes[self.parts[key]].add(plane_of[one['physical_network']])
                joined[one['physical_network'], one['network_type'], one.get('segmentation_id')].add(key)
        for one in self.types['networking_router_interface_v2'].values():
            subnet = self.subnets[one['subnet_id']]
            joined[one['router_id']].add(subnet['network_id'])
            owned.add((subnet['network_id'], subnet['gateway_ip']))
        for key, router in self.types['networking_router_v2'].items():
            if 'external_network_id' in router:
                need(router.get('enable_snat') is False, key, 'translates sources')
                joined[key].add(router['external_network_id'])
                owned.update((router['external_network_id'], fixed['ip_address']) for fixed in router['external_fixed_ip'])
        for port in self.types['networking_port_v2'].values():
            owned.update((port['network_id'], fixed['ip_address']) for fixed in port['fixed_ip'])
        for subnet in self.subnets.values():
            need('gateway_ip' in subnet or subnet.get('no_gateway') is True, subnet['cidr'], 'does not say its gateway')
            if 'gateway_ip' in subnet and (subnet['network_id'], subnet['gateway_ip']) not in owned:
                self.outer.add(subnet['network_id'])
                for segment in networks[subnet['network_id']]['segments']:
                    joined[segment['physical_network'], 'device'].add(subnet['network_id'])
        for joint, these in joined.items():
            need(len({self.parts[key] for key in these}) == 1, joint, 'joins two parts')
        for part, found in planes.items():
            business = {role for _, role in found} & {'extranet', 'internet'}
            need(len(found) == 1 or not business, part, 'lies in several planes:', *sorted(found))
        self.taken = {span(address) for _, address in owned}

    def read_ends(self):
        """Senders and receivers: address, the addresses it is known by, its doors and its part."""
        rules, self.ends = {}, []
        for key, group in self.types['networking_secgroup_v2'].items():
            need(group.get('delete_default_rules') is True, key, 'has rules of Neutron’s own')
            rules[key] = {'ingress': [], 'egress': []}
        for key, rule in self.types['networking_secgroup_rule_v2'].items():
            remote = span(rule.get('remote_ip_prefix') or ('::/0' if rule['ethertype'] == 'IPv6' else '0.0.0.0/0'))
            rules[rule['security_group_id']][rule['direction']].append((key, remote, self.services(rule)))
        public = defaultdict(list)
        for one in self.types['networking_floatingip_v2'].values():
            public[one['port_id']].append(span(one['address']))
        for key, port in self.types['networking_port_v2'].items():
            own, lent = [span(one['ip_address']) for one in port['fixed_ip']], public.pop(key, [])
            groups = [rules[group] for group in port['security_group_ids']]
            need(own and groups, key, 'has no address or no group')
            for address in own:
                known = [address] + [one for one in lent if one[0] == address[0]]
                self.add_end(key, self.parts[port['network_id']], address, known, known, *[
                    [rule for group in groups for rule in group[way]] for way in ('ingress', 'egress')])
        listeners, pools, members = [self.types['lb_%s_v2' % kind] for kind in ('listener', 'pool', 'member')]
        for key, lb in self.types['lb_loadbalancer_v2'].items():
            subnet, address, listening, sending = self.subnets[lb['vip_subnet_id']], span(lb['vip_address']), [], []
            for door, listener in listeners.items():
                if listener['loadbalancer_id'] == key:
                    protocol, port = {'UDP': 17, 'SCTP': 132}.get(listener['protocol'], 6), listener['protocol_port']
                    allowed = listener.get('allowed_cidrs') or ['0.0.0.0/0', '::/0']
                    listening += [(door, span(block), [(protocol, port, port)]) for block in allowed]
                    sending += [(name, span(member['address']), [(protocol, member['protocol_port'], member['protocol_port'])])
                                for name, member in members.items() if pools[member['pool_id']]['listener_id'] == door]
            part = self.parts[subnet['network_id']]
            self.add_end(key, part, address, [address] + public.pop(key, []), [], listening, [])
            self.add_end(key + ' station', part, subnet['span'], [], [subnet['span']], [], sending)
        need(not public, 'a floating IP leads to', *public)

    def add_end(self, key, part, own, known, seen, ingress, egress):  # `known` leads to it; its packets may carry `seen`
        self.taken.update(known)
        self.ends.append(dict(key=key, part=part, own=own, known=known, seen=seen, ingress=ingress, egress=egress))

    @staticmethod
    def services(rule):
        if not rule.get('protocol'):
            return [(number, 0, 65535) for number in range(256)]
        number = 58 if rule['protocol'] == 'icmp' and rule['ethertype'] == 'IPv6' else PROTOCOLS[rule['protocol']]
        ports = rule.get('port_range_min') or 0, rule.get('port_range_max') or 65535
        return [(number, 0, 65535) if number in (1, 58) else (number, *ports)]

    def read_outside(self):
        """Where strangers may be, for each part: nowhere in a subnet that only routers lead to."""
        self.outside, self.senders = {part: Spans([]) for part in self.parts.values()}, defaultdict(list)
        for part in {self.parts[key] for key in self.outer}:
            inner = [one['span'] for one in self.subnets.values()
                     if one['network_id'] not in self.outer or self.parts[one['network_id']] != part]
            self.outside[part] = Spans(Spans(map(span, ('0.0.0.0/0', '::/0'))).without([*inner, *self.taken]))
        for seen, _, end in sorted((seen, at, end) for at, end in enumerate(self.ends) for seen in end['seen']):
            self.senders[end['part']].append((seen, end))
        self.widest = max((one['span'][2] - one['span'][1] for one in self.subnets.values()), default=0)

    def seen_in(self, part, admitted):
        """Senders of a part that are seen with an address in `admitted`, each with those addresses."""
        senders = self.senders[part]
        for at in range(bisect.bisect_left(senders, ((admitted[0], admitted[1] - self.widest),)), len(senders)):
            seen, sender = senders[at]
            if seen[:2] > (admitted[0], admitted[2]):
                return
            for arrived in meet(seen, admitted):
                yield sender, arrived if sender['own'] == seen else sender['own']

    def covered(self, door, source, target, names, services):
        """Whether the flows of a door allow every service from every source to every target, by one of its `names`."""
        flows = [self.flows[name] for name in self.doors.get(door, [])]
        for low in self.points(source, [flow['sources'] for flow in flows]):
            fitting = [flow for flow in flows if flow['sources'].meeting(low)]
            for first in self.points(target, [flow['targets'] for flow in fitting]):
                reach = [flow for flow in fitting if any(flow['targets'].meeting(name) for name in [first, *names])]
                left = Spans(services).without([service for flow in reach for service in flow['services']])
                need(not left, door, 'lets through what no flow of it allows:', *map(text, (low, first)), *left)

    @staticmethod
    def points(one, sets):
        """One address for every stretch of a span on which all sets are constant."""
        cuts = {at for spans in sets for _, low, high in spans.meeting(one) for at in (low, high + 1) if at <= one[2]}
        return [(one[0], at, at) for at in sorted(cuts | {one[1]})]

    def check_doors(self):
        none = set(self.doors) - {name for end in self.ends for name, _, _ in end['ingress'] + end['egress']}
        need(not none, 'what is no door has a cover:', *sorted(none)[:3])
        for to in self.ends:
            for door, admitted, services in to['ingress']:
                for known in to['known']:
                    for source in self.outside[to['part']].meeting(admitted):
                        if known[0] == source[0]:
                            self.covered(door, source, known, [to['own']], services)
                    for sender, source in self.seen_in(to['part'], admitted) if known[0] == admitted[0] else ():
                        if sender['key'] != to['key']:
                            for _, reached, offered in sender['egress']:
                                both = [one for a in offered for b in services for one in meet(a, b)]
                                if both and meet(known, reached):
                                    self.covered(door, source, known, [to['own']], both)
        for sender in self.ends:
            for door, admitted, services in sender['egress']:
                for target in self.outside[sender['part']].meeting(admitted):
                    if target[0] == sender['own'][0]:
                        self.covered(door, sender['own'], target, [], services)

    def check_statements(self):
        self.check_doors()
        operations = list(map(span, self.body['operations']))
        strangers = [flow['id'] for flow in self.flows.values() if flow['to']['inside'] and flow['to']['zone'] != 'M-OPS'
                     and any(p == 6 and low <= port <= high for p, low, high in flow['services'] for port in (22, 3389, 6443))
                     and flow['sources'].without(operations)]
        nameless = [key for key, rule in self.types['networking_secgroup_rule_v2'].items() if rule['direction'] == 'ingress'
                    and not any((rule.get('description', '') + ' ').startswith(name + ' ') for name in self.flows)]
        against = {'INV-1': [], 'INV-4': strangers, 'INV-5': [], 'INV-6': [], 'INV-7': nameless, 'NOTHING-ELSE': []}
        for claim in self.body['statements']:
            need(claim.startswith('TENANT ') or not against[claim], claim, 'does not follow:', *against.get(claim, [])[:1])

def check(certificate, folder):
    with open(certificate, 'rb') as file:
        head, _, seal = file.read().rpartition(b',"seal":"')
    need(seal == ('%s"}\n' % hashlib.sha256(head).hexdigest()).encode(), 'the certificate was changed')
    body, stacks = json.loads(head + b'}'), Stacks(folder)
    need(body['format'] == 1 and stacks.digest == body['input'], 'the stacks are not those that were proved')
    Checker(body, stacks.types).check_statements()
    print('confirmed: %s, %d statements, %d doors' % (body['subject'], len(body['statements']), len(body['doors'])))

if __name__ == '__main__':
    try:
        check(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
    except Exception as error:  # whatever cannot be read is not confirmed
        sys.exit('rejected: %r' % error)
