"""Confirms what a certificate of `egov prove ENV --certificate FILE` claims of a synthesis, or says why it does not.

    egov synth ENV; egov prove ENV --certificate FILE; python3 tools/check-certificate.py FILE .egov/ENV/stacks

Uses the standard library alone. That nothing else passes needs no paths: what anything joins is one part, within a part everybody
is taken to reach everybody, and the flows that a door (a rule, listener or member) names must allow whatever both ends admit. That
a flow passes is confirmed packet by packet, hop by hop. What is not understood is refused. Ends with 0 where it confirms, else 1.
"""
import bisect, functools, hashlib, ipaddress, itertools, json, os, re, sys  # noqa: E401
from collections import defaultdict

REFERENCE = re.compile(r'^\$\{(?:(openstack_\w+)\.([\w-]+)\.\w+|var\.([\w-]+))\}$')
HARMLESS = re.compile(r'openstack_(identity_|dns_|keymanager_|blockstorage_|compute_(?!instance|interface|volume)|images_'
                      r'|objectstorage_|orchestration_|\w+_quota_|networking_(subnetpool|addressscope|qos)|lb_monitor_)')
READ = {'network', 'subnet', 'port', 'secgroup', 'secgroup_rule', 'router', 'router_interface', 'floatingip', 'loadbalancer', 'listener',
        'pool', 'member'}
WORDS = set("""name tags tenant_id description depends_on lifecycle provider external segments address pool_id protocol_port cidr
    enable_dhcp ip_version network_id no_gateway subnetpool_id gateway_ip allocation_pool ipv6_address_mode ipv6_ra_mode lb_method
    dns_nameservers security_group_ids fixed_ip direction ethertype port_range_min port_range_max protocol remote_ip_prefix subnet_id
    security_group_id enable_snat external_network_id external_fixed_ip router_id delete_default_rules stateful pool port_id
    vip_address vip_subnet_id allowed_cidrs default_tls_container_ref loadbalancer_id tls_versions listener_id persistence tls_enabled""".split())
KIND = re.compile('openstack_(?:networking|lb)_(.+)_v2')
PROTOCOLS = {'tcp': 6, 'udp': 17}
ALL, WORLD = [(number, 0, 65535) for number in range(256)], [(4, 0, 2 ** 32 - 1), (6, 0, 2 ** 128 - 1)]
LOW = 'I-EDGE I-DMZ I-APP I-DATA I-EXCH E-EDGE E-EXCH T-TEST'.split()  # kinds of zones that are trusted less than 3
PUBLIC = {'I-EDGE': 'yes', 'E-EDGE': 'yes', 'I-DMZ': 'lb', 'E-PUB': 'nat', 'E-DEPT': 'nat'}  # that may have public addresses
STORES = 'E-PUB E-DEPT E-VPN E-DATA'.split()  # that may hold the authoritative copy

def need(condition, *words):
    if not condition:
        raise SystemExit('rejected: %s' % ' '.join(str(one) for one in words))
def span(block):
    """A block or an address as (family, first, last)."""
    net = ipaddress.ip_network(block, strict=False)
    return net.version, int(net.network_address), int(net.broadcast_address)
def text(one):
    return str((ipaddress.IPv4Address if one[0] == 4 else ipaddress.IPv6Address)(one[1]))
def meet(a, b):
    low, high = max(a[1], b[1]), min(a[2], b[2])
    return [(a[0], low, high)] if a[0] == b[0] and low <= high else []
def points(one, sets):
    """One address for every stretch of a span on which all sets are constant."""
    cuts = {at for spans in sets for _, low, high in spans.meeting(one) for at in (low, high + 1)} if one[1] < one[2] else ()
    return [(one[0], at, at) for at in sorted({one[1], *cuts}) if at <= one[2]]
def services(rule):
    protocol, ports = rule.get('protocol'), (rule.get('port_range_min') or 0, rule.get('port_range_max') or 65535)
    icmp = (58 if rule['ethertype'] == 'IPv6' else 1, 0, 65535)
    return ALL if not protocol else [icmp if 'icmp' in protocol else (PROTOCOLS[protocol], *ports)]

class Spans:
    """A set of spans (of addresses, or of ports by protocol), sorted and apart, asked by bisection."""
    def __init__(self, spans):
        self.all = []
        for one in sorted(spans):
            last = self.all.pop() if self.all and self.all[-1][0] == one[0] and one[1] <= self.all[-1][2] + 1 else one
            self.all.append((one[0], last[1], max(last[2], one[2])))
    def meeting(self, one):
        first = max(0, bisect.bisect_left(self.all, one[:2]) - 1)
        last = bisect.bisect_left(self.all, (one[0], one[2] + 1))
        return [piece for other in self.all[first:last] for piece in meet(other, one)]
    def without(self, holes):
        left, taken = [], Spans(holes)
        for family, low, high in self.all:
            cuts = [low - 1, *(at for _, first, last in taken.meeting((family, low, high)) for at in (first, last)), high + 1]
            left += [(family, a + 1, b - 1) for a, b in zip(cuts[::2], cuts[1::2]) if a + 1 < b]
        return left

def read_stacks(folder):
    """What the manifest calls the stacks, their digest, and every resource by type with its references followed."""
    def follow(stack, value):  # `STACK/TYPE.NAME` for a reference to a resource, be it by outputs of other stacks
        if isinstance(value, dict):
            return {key: follow(stack, one) for key, one in value.items()}
        if not isinstance(value, str) or '${' not in value:
            return [follow(stack, one) for one in value] if isinstance(value, list) else value
        found = REFERENCE.match(value)
        if found and found.group(1):
            return '%s/%s.%s' % (stack, *found.group(1, 2))
        source = inputs[stack].get(found.group(3)) if found else None
        return Ellipsis if source is None else follow(  # nothing that is judged can be an ellipsis
            source['stack'], definitions[source['stack']]['output'][source['output']]['value'])
    with open(os.path.join(folder, 'manifest.json'), encoding='utf-8') as file:
        manifest = json.load(file)
    inputs, definitions = {one['name']: one['inputs'] for one in manifest['stacks']}, {}
    types, lines = {kind: {} for kind in READ}, []
    for name in sorted(inputs):
        with open(os.path.join(folder, name, 'cdk.tf.json'), 'rb') as file:
            content = file.read()
        definitions[name] = json.loads(content)
        lines += ['%s %s' % (name, hashlib.sha256(content).hexdigest())] + [
            '%s %s %s %s' % (name, key, source['stack'], source['output']) for key, source in sorted(inputs[name].items())]
    for stack, definition in definitions.items():
        strange = set(definition) - {'output', 'provider', 'resource', 'terraform', 'variable', 'data'}
        for kind, named in definition.get('resource', {}).items():
            found = KIND.fullmatch(kind)
            strange |= set() if found and found[1] in READ or HARMLESS.match(kind) else {kind}
            for name, values in named.items() if found and found[1] in READ else ():
                strange |= set(values) - WORDS
                types[found[1]]['%s/%s.%s' % (stack, kind, name)] = follow(stack, values)
        need(not strange, stack, 'has what is not understood:', *sorted(strange))
    return manifest['environment'], hashlib.sha256('\n'.join(lines).encode()).hexdigest(), types

class Checker:
    def __init__(self, body, types):
        self.body, self.types, self.parts, self.doors = body, types, body['parts'], body['doors']
        blocks = Spans(span(block) for plane in body['planes'] for block in plane['blocks'])
        self.subnets = {key: dict(one, span=span(one['cidr'])) for key, one in types['subnet'].items()}
        nobody = {'label': None, 'kind': None, 'plane': None, 'tenant': None, 'prefixes': ['0.0.0.0/0', '::/0']}
        self.names = [(span(block), one) for one in body['names'] + [nobody] for block in one['prefixes']]
        self.read_parts(), self.read_ends()
        everywhere, self.flows = Spans(one for end in self.ends if not end['own'] for one in end['sent'].all), {}
        for flow in body['flows']:
            for end in (flow['from'], flow['to']):
                spans = list(map(span, end['prefixes']))
                end['inside'] = end['zone'] is not None or all(blocks.meeting(one) == [one] for one in spans)
                end['spans'] = Spans(spans if end['inside'] else [part for one in spans for part in everywhere.meeting(one)])
            flow['services'] = [one for port in flow['ports'] for one in ([(1, 0, 65535), (58, 0, 65535)] if port['protocol'] == 'icmp'
                                else [(PROTOCOLS[port['protocol']], port['from'], port['to'])])]
            self.flows[flow['id']] = flow
    def read_parts(self):
        """Nothing joins two parts: no router, no segment, no physical device. An address has an owner that routes, or None."""
        networks, joined, self.planes = self.types['network'], defaultdict(set), defaultdict(set)
        need(set(self.parts) == set(networks), 'the parts are not those of the networks')
        self.owner, self.devices, self.legs, self.ups = {}, {}, defaultdict(list), defaultdict(list)
        self.outer = {key for key, network in networks.items() if network.get('external')}
        plane_of = {plane['physnet']: (plane['key'], plane['role']) for plane in self.body['planes']}
        for key, network in networks.items():
            for one in network['segments'] or [{}]:  # what says no plane is an error here
                self.planes[self.parts[key]].add(plane_of[one['physical_network']])
                joined[one['physical_network'], one['network_type'], one.get('segmentation_id')].add(key)
        for one in self.types['router_interface'].values():
            subnet = self.subnets[one['subnet_id']]
            self.legs[one['router_id']].append(subnet)
            self.owner[subnet['network_id'], span(subnet['gateway_ip'])] = one['router_id']
        for key, router in self.types['router'].items():
            need('external_network_id' not in router or router.get('enable_snat') is False, key, 'translates sources')
            for fixed in router.get('external_fixed_ip', []):
                self.ups[key].append(self.subnets[fixed['subnet_id']])
                self.owner[router['external_network_id'], span(fixed['ip_address'])] = key
        self.owner.update({(port['network_id'], span(fixed['ip_address'])): None
                           for port in self.types['port'].values() for fixed in port['fixed_ip']})
        self.taken = {address for _, address in self.owner}
        for subnet in self.subnets.values():
            need('gateway_ip' in subnet or subnet.get('no_gateway') is True, subnet['cidr'], 'does not say its gateway')
            if 'gateway_ip' in subnet and (subnet['network_id'], span(subnet['gateway_ip'])) not in self.owner:
                device = 'device of', networks[subnet['network_id']]['segments'][0]['physical_network']
                self.owner[subnet['network_id'], span(subnet['gateway_ip'])] = device
                self.legs[device].append(subnet)
                self.outer.add(subnet['network_id'])
                self.devices[self.parts[subnet['network_id']]] = device
        for a, b in itertools.combinations(self.subnets.values(), 2):
            need(self.parts[a['network_id']] != self.parts[b['network_id']] or not meet(a['span'], b['span']), a['cidr'], 'is there twice')
        for joint in {*self.legs, *self.ups}:
            joined[joint] |= {leg['network_id'] for leg in self.legs[joint] + self.ups[joint]}
        for joint, these in joined.items():
            need(len({self.parts[key] for key in these}) < 2, joint, 'joins two parts')
    def read_ends(self):
        """Senders and receivers: address, the addresses it is known by, its doors and its part."""
        rules, lent, self.ends, self.mapped = {}, defaultdict(list), [], {}
        for key, group in self.types['secgroup'].items():
            need(group.get('delete_default_rules') is True, key, 'has rules of Neutron’s own')
            need(group.get('stateful') is not False, key, 'lets no reply back')
            rules[key] = {'ingress': [], 'egress': []}
        for key, rule in self.types['secgroup_rule'].items():
            remote = span(rule.get('remote_ip_prefix') or ('::/0' if rule['ethertype'] == 'IPv6' else '0.0.0.0/0'))
            rules[rule['security_group_id']][rule['direction']].append((key, remote, services(rule)))
        pools = {one['name']: key for key, one in self.types['network'].items() if one.get('external')}
        for one in self.types['floatingip'].values():
            lent[one['port_id']].append((span(one['address']), pools[one['pool']]))
        for key, port in self.types['port'].items():
            groups = [rules[group] for group in port['security_group_ids']]
            need(port['fixed_ip'] and groups, key, 'has no address or no group')
            for address in [span(one['ip_address']) for one in port['fixed_ip']]:
                self.add_end(key, port['network_id'], address, [address], lent[key], *[
                    [rule for group in groups for rule in group[way]] for way in ('ingress', 'egress')])
        for key, lb in self.types['loadbalancer'].items():
            subnet, address, listening, sending = self.subnets[lb['vip_subnet_id']], span(lb['vip_address']), [], []
            for door, one in ((door, one) for door, one in self.types['listener'].items() if one['loadbalancer_id'] == key):
                protocol = {'UDP': 17, 'SCTP': 132}.get(one['protocol'], 6)
                listening += [(door, span(block), [(protocol, one['protocol_port'], one['protocol_port'])])
                              for block in one.get('allowed_cidrs') or ['0.0.0.0/0', '::/0']]
                sending += [(name, span(member['address']), [(protocol, member['protocol_port'], member['protocol_port'])])
                            for name, member in self.types['member'].items() if self.types['pool'][member['pool_id']]['listener_id'] == door]
            self.add_end(key, subnet['network_id'], address, [], lent[key], listening, [])
            self.add_end(key + ' station', subnet['network_id'], address, [subnet['span']], None, [], sending)
        need(set(lent) <= {end['key'] for end in self.ends}, 'a floating IP leads to what is not understood')
        # Strangers of each part that leads out: nowhere in a subnet that only routers lead to.
        for part in sorted({self.parts[key] for key in self.outer}):
            inner = [one['span'] for one in self.subnets.values() if one['network_id'] not in self.outer or self.parts[one['network_id']] != part]
            free, doors = Spans(Spans(WORLD).without([*inner, *self.taken])), [('', one, ALL) for one in WORLD]
            self.ends.append(dict(key='outside', part=part, own=None, sent=free, seen=free, known=free, network=None, station=False,
                                  ingress=doors, egress=doors, device=self.devices.get(part), kind=None, tenant=None, label=None, pools=[]))
    def add_end(self, key, network, own, sent, lent, ingress, egress):
        """`known` leads to it (to a station of a load balancer nothing); packets `sent` may be `seen` with another source."""
        part, public = self.parts[network], {one: pool for one, pool in lent or [] if one[0] == own[0]}
        _, _, at = min((block[2] - block[1], one['plane'] not in {key for key, _ in self.planes[part]}, at)
                       for at, (block, one) in enumerate(self.names) if meet(block, own))
        self.mapped.update(public), self.taken.update([own, *public])
        need(all(any(leg['network_id'] == network for router, ups in self.ups.items() for up in ups if up['network_id'] == pool
                     for leg in self.legs[router]) for pool in public.values()), key, 'has an address that no router maps')
        self.ends.append(dict(
            self.names[at][1], key=key, network=network, part=part, own=own, station=lent is None, pools=[*public.values()], ingress=ingress,
            egress=egress, sent=Spans(sent), seen=Spans(sent and [*sent, *public]), known=Spans(lent is not None and [own, *public] or [])))
    @functools.lru_cache(None)
    def senders(self, part, admitted):
        """Who in a part is seen with an address in `admitted`, each with the addresses that it sends from."""
        return [(end, piece if end['sent'].meeting(piece) else end['own']) for end in self.ends
                if end['part'] == part for piece in end['seen'].meeting(admitted)]
    def check_doors(self):
        """The flows of a door allow every service from every source to every target that both ends admit."""
        strange = set(self.doors) ^ {name for end in self.ends if end['own'] for name, _, _ in end['ingress'] + end['egress']}
        need(not strange, 'the doors are not those of the stacks:', *sorted(strange)[:1])
        for to in self.ends:
            for door, admitted, taken in to['ingress']:
                for sender, source in self.senders(to['part'], admitted):
                    for other, reached, offered in sender['egress'] if sender['key'] != to['key'] else ():
                        both = taken if offered is ALL else [one for a in offered for b in taken for one in meet(a, b)]
                        for target in to['known'].meeting(reached) if both and reached[0] == source[0] else ():
                            self.covered(door or other, source, target, [to['own']] * bool(door), both)
    def covered(self, door, source, target, own, offered):
        flows = [self.flows[name] for name in self.doors[door]]
        for low in points(source, [flow['from']['spans'] for flow in flows]):
            fitting = [flow for flow in flows if flow['from']['spans'].meeting(low)]
            for first in points(target, [flow['to']['spans'] for flow in fitting]):
                left = Spans(offered).without([service for flow in fitting for service in flow['services']
                                               if any(flow['to']['spans'].meeting(name) for name in [first, *own])])
                need(not left, door, 'lets through what no flow of it allows:', text(low), text(first), *left)
    @functools.lru_cache(None)
    def leads(self, here, network, family):
        """Whether packets come from a router or device to a network (None: out of the cloud) by connected subnets and gateways."""
        tops = [self.owner[up['network_id'], span(up['gateway_ip'])] for up in self.ups[here] if up['span'][0] == family] or [here]
        below = [router for router, ups in self.ups.items() if any(up in self.legs[tops[0]] for up in ups)]
        return tops[0][0] == 'device of' if network is None else network in {
            leg['network_id'] for joint in (here, tops[0], *below) for leg in self.legs[joint] + self.ups[joint]}
    def speakers(self, end, way):
        """Who stands for an end of a flow: strangers, those of its name, or everybody with an address of it."""
        sets = [(one, *((end['spans'], one[way]) if one['own'] else (one[way], end['spans']))) for one in self.ends]
        found = [one for one, large, small in sets if any(large.meeting(piece) for piece in small.all)]
        if end['inside'] and end['zone'] is None:
            return [one for one in found if one['tenant'] is not None and one['key'] in self.types['port']]
        named = [one for one in found if one['own'] and one['label'] == end['label'] and end['inside']]
        return named or [one for one in found if not one['own']] or found
    def check_flow(self, flow):
        """Every packet passes from everybody who speaks for one end to all who speak for the other, be it to a public address."""
        pairs = [*itertools.product(self.speakers(flow['from'], 'sent'), self.speakers(flow['to'], 'known'))]
        if flow['id'].startswith('F05 '):  # a channel through a gap device: no packet goes beside it
            return need(pairs and all(a['part'] != b['part'] for a, b in pairs), flow['id'], 'has a way beside the gap device')
        passed = 0
        for a, b in ((a, b) for a, b in pairs if a['part'] == b['part'] and (a['key'] != b['key'] or not a['own'])):
            for source, target in ((source, target) for block in flow['from']['spans'].all for piece in a['sent'].meeting(block)
                                   for source in points(piece, (Spans([one]) for _, one, _ in b['ingress']))
                                   for other in (b['known'] if b['own'] and flow['to']['spans'].meeting(b['own']) else flow['to']['spans']).all
                                   for piece in (b['known'].meeting(other) if other[0] == source[0] else ())
                                   for target in points(piece, (Spans([one]) for _, one, _ in a['egress']))):
                wanted = flow['services'] if not a['station'] else [  # a station speaks to members only
                    both for _, one, offered in a['egress'] if meet(one, target) for x in offered for y in flow['services'] for both in meet(x, y)]
                network, passed = self.mapped.get(target, b['network']), passed + bool(wanted)
                subnet = next((one for one in self.subnets.values() if one['network_id'] == a['network'] and meet(one['span'], source)), None)
                near = subnet and network == a['network']
                here = None if near else self.owner[a['network'], span(subnet['gateway_ip'])] if subnet else a['device']
                need(near or self.leads(here, network, target[0]), flow['id'], 'loses what', text(source), 'sends to', text(target))
                seen = [one for one in a['seen'].all if not near and subnet and one[0] == source[0] and one != a['own'] and all(
                    leg['network_id'] != network for leg in self.legs[here])] or [source]  # translated where it leaves by a gateway
                for doors, other in ((a['egress'], target), (b['ingress'], seen[0])):
                    left = Spans(wanted).without([service for _, one, offered in doors if meet(one, other) for service in offered])
                    need(not left, flow['id'], 'is stopped between', text(source), 'and', text(target))
        need(passed, flow['id'], 'has no packet at all')
    def check_statements(self):
        roles = {part: {role for _, role in planes} for part, planes in self.planes.items()}
        mixed = [part for part in roles if len(self.planes[part]) > 1 and roles[part] & {'extranet', 'internet'}]
        inner = [end for end in self.ends if 'internet' in roles[end['part']]]
        reached = [end['key'] for end in inner if end['kind'] and end['kind'] not in LOW for _, one, _ in end['ingress']
                   for stranger, _ in self.senders(end['part'], one) if not stranger['own']]
        public = [end['key'] for end in self.ends if end['kind'] for pool in end['pools'] if PUBLIC.get(end['kind']) not in (
            'yes', end['key'] in self.types['loadbalancer'] and 'lb', 'internet' not in roles[self.parts[pool]] and 'nat')]
        strangers = [flow['id'] for flow in self.flows.values() if flow['to']['inside'] and flow['to']['zone'] != 'M-OPS'
                     and any(p == 6 and low <= port <= high for p, low, high in flow['services'] for port in (22, 3389, 6443))
                     and flow['from']['spans'].without(map(span, self.body['operations']))]
        nameless = [key for key, rule in self.types['secgroup_rule'].items() if rule['direction'] == 'ingress'
                    and not any((rule.get('description', '') + ' ').startswith(name + ' ') for name in self.flows)]
        against = {'INV-1': mixed, 'INV-2': reached + public, 'INV-3': [end['key'] for end in inner if end['kind'] in STORES], 'INV-4': strangers, 'INV-5': mixed, 'INV-6': [],
                   'INV-7': nameless, 'NOTHING-ELSE': [], **{'TENANT %s' % end['tenant']: [] for end in self.ends}}
        any(claim.startswith(('INV-4', 'TENANT', 'NOTHING')) for claim in self.body['statements']) and self.check_doors()
        for claim in self.body['statements']:
            self.check_flow(self.flows[claim[5:]]) if claim.startswith('FLOW ') else need(
                not against[claim], claim, 'does not follow:', *against[claim][:1])

def check(certificate, folder):
    with open(certificate, 'rb') as file:
        head, _, seal = file.read().rpartition(b',"seal":"')
    need(seal == ('%s"}\n' % hashlib.sha256(head).hexdigest()).encode(), 'the certificate was changed')
    body, (subject, digest, types) = json.loads(head + b'}'), read_stacks(folder)
    need([1, subject, digest] == [body['format'], body['subject'], body['input']], 'the stacks are not those that were proved')
    Checker(body, types).check_statements()
    print('confirmed: %s, %d statements, %d doors' % (body['subject'], len(body['statements']), len(body['doors'])))

if __name__ == '__main__':
    try:
        check(*sys.argv[1:]) if len(sys.argv) == 3 else sys.exit(__doc__)
    except Exception as error:  # whatever cannot be read is not confirmed
        sys.exit('rejected: %r' % error)
