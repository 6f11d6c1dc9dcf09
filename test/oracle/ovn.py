"""Answers whether packets pass, by Neutron's ML2/OVN rule compiler, ovn-northd and ovn-trace.

    /usr/bin/python3 ovn.py CACHE

Reads one JSON object a line and answers one a line. {"world": cdk.tf.json, "claims": {port: address}} loads a world,
{"packets": [...]} answers a list of verdicts, true where the packet comes out of the receiver's port. A packet is {"from", "to", "source",
"destination", "protocol", "port" or "type"}; it is tried by every next hop that the sender's network has.
CACHE/root holds the unpacked Debian packages ovn-central, ovn-common, openvswitch-common and openvswitch-switch.
"""
import ipaddress
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, '/usr/lib/python3/dist-packages')
from neutron.common.ovn import acl  # noqa: E402

QUESTION = re.compile(r'\n *(?:arp|nd_ns|icmp4|icmp6|tcp_reset) \{')
REFERENCE = re.compile(r'^\$\{(openstack_\w+)\.([\w-]+)\.\w+\}$')


class Ovn:
    """Two databases, ovn-northd and a listening ovn-trace, all in a folder of their own."""

    def __init__(self, cache):
        self.run = tempfile.mkdtemp(prefix='ovn-')
        root = os.path.join(cache, 'root')
        self.env = dict(os.environ, PATH='%s/usr/bin:%s/usr/sbin:%s' % (root, root, os.environ['PATH']))
        for name in ('OVN_RUNDIR', 'OVS_RUNDIR', 'OVS_LOGDIR', 'OVN_LOGDIR', 'OVN_DBDIR', 'OVS_SYSCONFDIR'):
            self.env[name] = self.run
        self.children = []
        for db in ('nb', 'sb'):
            self.call('ovsdb-tool', 'create', self.path(db + '.db'), '%s/usr/share/ovn/ovn-%s.ovsschema' % (root, db))
            self.start('ovsdb-server', self.path(db + '.db'), '--remote=punix:' + self.path(db + '.sock'),
                       '--unixctl=' + self.path(db + '.ctl'), '--no-chdir')
        self.wait('nb.sock')
        self.wait('sb.sock')
        self.start('ovn-northd', '--ovnnb-db=unix:' + self.path('nb.sock'), '--ovnsb-db=unix:' + self.path('sb.sock'),
                   '--unixctl=' + self.path('northd.ctl'), '--no-chdir')
        self.nb('init')
        self.sb('chassis-add', 'host', 'geneve', '127.0.0.1')

    def path(self, name):
        return os.path.join(self.run, name)

    def call(self, *args):
        done = subprocess.run(args, env=self.env, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError('%s: %s' % (args[0], done.stderr.strip()[-2000:]))
        return done.stdout

    def start(self, *args):
        with open(self.path('log'), 'a') as log:
            child = subprocess.Popen(args, env=self.env, stdout=log, stderr=log)
        self.children.append(child)
        return child

    def wait(self, name):
        for _ in range(400):
            if os.path.exists(self.path(name)):
                return
            time.sleep(0.02)
        raise RuntimeError('%s did not come up' % name)

    def nb(self, *args):
        return self.call('ovn-nbctl', '--db=unix:' + self.path('nb.sock'), *args)

    def sb(self, *args):
        return self.call('ovn-sbctl', '--db=unix:' + self.path('sb.sock'), *args)

    def listen(self):
        """
        A fresh ovn-trace that has read the southbound database as it is now. It takes a connection as established unless
        it is told otherwise, once for each time that a packet is tracked, and it is told when it starts: enough for a world.
        """
        self.end_tracer()
        control = self.path('trace.ctl')
        self.call('ovn-trace', '--db=unix:' + self.path('sb.sock'), '--unixctl=' + control,
                  *['--ct=new'] * 40_000, '--detach', '--no-chdir', '--pidfile=' + self.path('trace.pid'))
        self.wait('trace.ctl')

    def end_tracer(self):
        if os.path.exists(self.path('trace.pid')):
            with open(self.path('trace.pid')) as pid:
                os.kill(int(pid.read()), 15)
            while os.path.exists(self.path('trace.pid')):
                time.sleep(0.01)

    def trace(self, network, flow):
        with socket.socket(socket.AF_UNIX) as control:
            control.connect(self.path('trace.ctl'))
            question = {'method': 'trace', 'params': ['--minimal', network, flow], 'id': 0}
            control.sendall(json.dumps(question).encode())
            text = b''
            while True:
                text += control.recv(1 << 20)
                try:
                    answer = json.loads(text)
                    break
                except ValueError:
                    continue
        if answer.get('error'):
            raise RuntimeError('%s\n%s' % (flow, answer['error']))
        return answer['result']

    def stop(self):
        self.end_tracer()
        for child in reversed(self.children):
            child.terminate()
            child.wait()
        shutil.rmtree(self.run, ignore_errors=True)


class World:
    """One cdk.tf.json as Neutron would write it into the northbound database."""

    def __init__(self, ovn, document, claims):
        self.ovn, self.resources, self.batch = ovn, document['resource'], []
        self.macs, self.legs, self.ports, self.heard, self.claims = {}, {}, {}, [], claims
        for network in self.of('networking_network'):
            self.add('ls-add', network)
        for name, port in self.of('networking_port').items():
            self.port(name, port)
        self.groups()
        self.routers()
        old = ['--if-exists', 'ls-del'], ['--if-exists', 'lr-del'], ['pg-del']
        for table, command in (('Logical_Switch', old[0]), ('Logical_Router', old[1]), ('Port_Group', old[2])):
            for name in ovn.nb('--bare', '--columns=name', 'list', table).split():
                ovn.nb(*command, name)
        ovn.nb(*self.batch[1:])
        ovn.nb('--wait=sb', 'sync')
        self.answer_arp()
        ovn.listen()

    def of(self, kind):
        return self.resources.get('openstack_%s_v2' % kind, {})

    def add(self, *args):
        self.batch += ['--', *args]

    @staticmethod
    def named(reference):
        return REFERENCE.match(reference).group(2)

    def port(self, name, port):
        mac = '02:00:00:00:%02x:%02x' % divmod(len(self.macs) + 1, 256)
        network = self.named(port['network_id'])
        addresses = [one['ip_address'] for one in port['fixed_ip']]
        pairs = [one['ip_address'] for one in port.get('allowed_address_pairs', [])]
        secured = port.get('port_security_enabled', True)
        self.macs[name], self.ports[name] = mac, dict(network=network, addresses=addresses, pairs=pairs, secured=secured)
        self.add('lsp-add', network, name)
        own = ' '.join([mac, *addresses])
        # neutron.plugins.ml2.drivers.ovn: get_allowed_addresses_from_port, and `unknown` where port security is off.
        self.add('lsp-set-addresses', name, *([own] if secured else [own, 'unknown']))
        if secured:
            self.add('lsp-set-port-security', name, ' '.join([mac, *addresses, *pairs]))

    def groups(self):
        members = {name: [] for name in self.of('networking_secgroup')}
        members['default'] = []
        for name, port in self.of('networking_port').items():
            if not self.ports[name]['secured']:
                continue
            chosen = [self.named(group) for group in port['security_group_ids']]
            for group in chosen if 'security_group_ids' in port and chosen else ['default']:
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
        for rule in self.of('networking_secgroup_rule').values():
            if self.named(rule['security_group_id']) == group:
                yield self.rule(rule)

    def rule(self, rule, remote=None):
        if 'remote_group_id' in rule:
            remote = self.named(rule['remote_group_id'])
        prefix = rule.get('remote_ip_prefix')
        cidr = str(ipaddress.ip_network(prefix, strict=False)) if prefix else None
        return dict(id='rule', security_group_id='group', direction=rule['direction'], ethertype=rule['ethertype'],
                    protocol=rule.get('protocol'), port_range_min=rule.get('port_range_min'),
                    port_range_max=rule.get('port_range_max'), remote_ip_prefix=prefix, normalized_cidr=cidr,
                    remote_group_id=remote and remote.replace('-', '_'))

    def routers(self):
        interfaces = self.of('networking_router_interface')
        subnets = self.of('networking_subnet')
        for router, values in self.of('networking_router').items():
            self.add('lr-add', router)
            legs = {}
            for interface in interfaces.values():
                if self.named(interface['router_id']) != router:
                    continue
                subnet = subnets[self.named(interface['subnet_id'])]
                address = '%s/%s' % (subnet['gateway_ip'], subnet['cidr'].split('/')[1])
                legs.setdefault(self.named(subnet['network_id']), []).append(address)
            if 'external_network_id' in values:
                external = self.named(values['external_network_id'])
                for fixed in values['external_fixed_ip']:
                    length = subnets[self.named(fixed['subnet_id'])]['cidr'].split('/')[1]
                    legs.setdefault(external, []).append('%s/%s' % (fixed['ip_address'], length))
            for network, addresses in legs.items():
                self.leg(router, network, addresses)
            if 'external_network_id' in values:
                self.add('lrp-set-gateway-chassis', '%s-%s' % (router, external), 'host')
            for route in self.of('networking_router_route').values():
                if self.named(route['router_id']) == router:
                    self.add('lr-route-add', router, route['destination_cidr'], route['next_hop'])
            if 'external_network_id' in values:
                self.nat(router, values, [network for network in legs if network != external])

    def leg(self, router, network, addresses):
        name, mac = '%s-%s' % (router, network), '02:00:00:01:%02x:%02x' % divmod(len(self.legs) + 1, 256)
        self.legs[name] = dict(network=network, mac=mac)
        self.add('lrp-add', router, name, mac, *addresses)
        self.add('lsp-add', network, 'to-' + name)
        self.add('lsp-set-type', 'to-' + name, 'router')
        self.add('lsp-set-addresses', 'to-' + name, 'router')
        self.add('lsp-set-options', 'to-' + name, 'router-port=' + name)
        # A router asks for addresses that are allowed pairs of a port; its owner would answer.
        for port, values in self.ports.items():
            for pair in values['pairs']:
                if values['network'] == network and '/' not in pair:
                    self.heard.append((name, pair, self.macs[port]))
            # Nothing keeps a port without port security from answering for an address that nobody has.
            if values['network'] == network and port in self.claims:
                self.heard.append((name, self.claims[port], self.macs[port]))

    def answer_arp(self):
        """Writes what a controller would have written when somebody answered for an address."""
        batch = []
        for leg, address, mac in self.heard:
            [datapath] = self.ovn.sb('--bare', '--columns=datapath', 'find', 'Port_Binding', 'logical_port=' + leg).split()
            batch += ['--', 'create', 'MAC_Binding', 'logical_port=' + leg, 'ip="%s"' % address, 'mac="%s"' % mac,
                      'datapath=' + datapath]
        if batch:
            self.ovn.sb(*batch[1:])

    def nat(self, router, values, inside):
        fixed = [one['ip_address'] for one in values['external_fixed_ip'] if ':' not in one['ip_address']]
        if values.get('enable_snat', True) and fixed:
            for subnet in self.of('networking_subnet').values():
                if self.named(subnet['network_id']) in inside and ':' not in subnet['cidr']:
                    self.add('lr-nat-add', router, 'snat', fixed[0], subnet['cidr'])
        for floating in self.of('networking_floatingip').values():
            port = self.ports[self.named(floating['port_id'])]
            if port['network'] in inside:
                inner = next(one for one in port['addresses'] if ':' not in one)
                self.add('lr-nat-add', router, 'dnat_and_snat', floating['address'], inner)

    def passes(self, packet):
        sender, receiver = self.ports[packet['from']], self.ports[packet['to']]
        hops = [leg['mac'] for leg in self.legs.values() if leg['network'] == sender['network']]
        if sender['network'] == receiver['network']:
            hops.insert(0, self.macs[packet['to']])
        return any('output("%s")' % packet['to'] in self.delivered(sender['network'], self.flow(packet, hop))
                   for hop in hops)

    def delivered(self, network, flow):
        """What becomes of the packet itself: without what routers then ask the neighbourhood."""
        return QUESTION.split(self.ovn.trace(network, flow))[0]

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


def main(cache):
    ovn = Ovn(cache)
    try:
        world = None
        for line in sys.stdin:
            asked = json.loads(line)
            if 'world' in asked:
                world, answer = World(ovn, asked['world'], asked['claims']), True
            else:
                answer = [world.passes(packet) for packet in asked['packets']]
            print(json.dumps(answer), flush=True)
    finally:
        ovn.stop()


if __name__ == '__main__':
    main(sys.argv[1])
