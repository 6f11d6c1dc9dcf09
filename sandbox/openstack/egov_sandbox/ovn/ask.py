"""Do these packets pass? OVN answers: ovn-trace follows the first packet of a connection through what Neutron made of
networks, routers and security groups.

A packet that leaves on the wire of a provider network towards the gateway of its subnet meets a device that is not
in OVN: the plane's edge. It is taken to send on whatever it could: onto each of its networks, and to every router there.
The answer then says so.

Questions come as JSON on standard input, one in a line: {"source", "destination", "service", "anyHop"}. Each has an answer
in one line: {"allowed", "reason", "dropped", "trace"}, or {"nonsense"} where the question cannot be put.
"""
import ipaddress
import json
import sys
from collections import namedtuple

from egov_sandbox.cloud import connect
from egov_sandbox.ovn import trace as reading
from egov_sandbox.ovn.databases import Databases, OvnError, Tracer
from egov_sandbox.ovn.world import Nonsense, World, addresses

STATION = '02:00:00:00:00:01'       # MAC of whoever is on a wire
DEVICE = 'the device at the gateway'
MOST_ROUNDS = 12                    # next hops on one way that routers may have to ask for

# `port` is None for a station on the wire of a network.
Sender = namedtuple('Sender', 'network inport mac address port')
Answer = namedtuple('Answer', 'allowed reason dropped trace')
Leg = namedtuple('Leg', 'outputs trace assumed denied')


class Unheard(Exception):
    """A router asked for a next hop; it is asked again when the answer is written down."""


def command(settings, region):
    here = settings.region(region)
    databases = Databases(here)
    questions = [json.loads(line) for line in sys.stdin if line.strip()]
    databases.sync()
    cut_off = [row for row, in databases.rows('sb', 'MAC_Binding', '_uuid', mac=STATION)]
    databases.forget(cut_off)
    world = World(connect(settings, here).network, databases)
    for answer in answer_all(databases, world, questions):
        print(json.dumps({'nonsense': answer} if isinstance(answer, str) else answer._asdict()))


def answer_all(databases, world, questions):
    """An Answer for each question, or a text that says why it makes no sense."""
    answers, learned = [None] * len(questions), []
    try:
        for _ in range(MOST_ROUNDS):
            heard = {}
            with Tracer(databases) as tracer:
                for number, question in enumerate(questions):
                    if answers[number] is None:
                        try:
                            answers[number] = Question(tracer, world, heard).ask(**question)
                        except Nonsense as error:
                            answers[number] = str(error)
                        except Unheard:
                            continue
            if None not in answers:
                return answers
            learned += databases.learn(heard)
        raise OvnError('routers ask for more than %d next hops on one way' % MOST_ROUNDS)
    finally:
        databases.forget(learned)


class Question:
    def __init__(self, tracer, world, heard):
        """`heard` is filled with the answers that routers wait for."""
        self.tracer, self.world, self.heard = tracer, world, heard

    def ask(self, source, destination, service='tcp/443', anyHop=False):
        target, place = self.destination(destination, source)
        sender = self.sender(source, target)
        if sender.port:
            hop = self.world.next_hop(sender.port, target)
            usual = str(target) if hop is None else hop
        else:
            usual = self.world.return_hop(sender.network, target) or DEVICE
        others = [*self.world.any_hops(sender.network, target), *([] if sender.port else [DEVICE])] if anyHop else []
        first, unheard = None, False
        for way in dict.fromkeys([usual, *others]):
            try:
                answer = self.by(way, sender, target, place, service)
            except Unheard:
                unheard = True
                continue
            if answer.allowed:
                return answer
            first = first or answer
        if unheard:
            raise Unheard
        return first

    def destination(self, text, source):
        """(address, the port or wire on which it has to arrive or None)"""
        name, at, address = text.partition('@')
        if at:
            if not is_address(address):
                raise Nonsense('%s is no address' % address)
            place = self.world.port(name).id if self.world.is_port(name) else self.world.wires[self.world.wired(name)]
            return ipaddress.ip_address(address), place
        if is_address(text):
            return ipaddress.ip_address(text), None
        port = self.world.port(text)
        asked = source.partition('@')[2] or source
        version = ipaddress.ip_address(asked).version if is_address(asked) else None
        fitting = [a for a in map(ipaddress.ip_address, addresses(port)) if version in (None, a.version)]
        if not fitting:
            raise Nonsense('%s has no address to send to' % text)
        return fitting[0], port.id

    def sender(self, text, target):
        name, at, address = text.partition('@')
        if at and not is_address(address):
            raise Nonsense('%s is no address' % address)
        if at and not self.world.is_port(name):
            network = self.world.wired(name)
            return Sender(network, self.world.wires[network], STATION, address, None)
        port = self.world.port(name)
        own = [a for a in addresses(port) if ipaddress.ip_address(a).version == target.version]
        own = [address] if at else [a for a in own if a == text] or own
        if not own:
            raise Nonsense('%s has no IPv%d address' % (text, target.version))
        return Sender(port.network_id, port.id, port.mac_address, own[0], port)

    def by(self, hop, sender, target, place, service):
        """The answer for a sender that hands its packet over to this next hop; '' when it knows none."""
        if hop == '':
            return Answer(False, 'the subnet of %s has no way to %s' % (sender.address, target), None, '')
        if hop == DEVICE:
            return (self.by_device(sender.network, sender.address, target, place, service, '')
                    or Answer(False, 'no device on the wire has a way to %s' % target, None, ''))
        first = self.leg(sender, hop, target, service)
        if first is None:
            return Answer(False, 'nobody answers for %s on this network' % hop, None, '')
        network = self.device_reached(first)
        if network is not None:
            source = reading.source_now(first.trace) or sender.address
            sent_on = self.by_device(network, source, target, place, service, first.trace)
            if sent_on is not None:
                return sent_on
        return self.answer(sender, first, target, place, ())

    def by_device(self, network, source, target, place, service, trace):
        """What becomes of a packet that the device at the gateway of a network has: it puts it onto each of its networks
        that lead to the target. None when none does."""
        answers, unheard = [], False
        for onto in self.world.device_networks(network):
            try:
                answers.append(self.put_on(onto, source, target, place, service, trace))
            except Unheard:
                unheard = True
        answers = [one for one in answers if one is not None]
        passing = next((one for one in answers if one.allowed), None)
        if passing is None and unheard:
            raise Unheard
        return passing or next(iter(answers), None)

    def put_on(self, network, source, target, place, service, trace):
        wire, device = self.world.wires[network], self.world.gateway(network, target.version)
        if place == wire:
            return Answer(True, 'out of the wire of its network, %s puts it there' % device, None, trace)
        hop = self.world.return_hop(network, target)
        if hop is None or device is None:
            return None
        station = Sender(network, wire, STATION, source, None)
        leg = self.leg(station, hop, target, service)
        if leg is None:
            return Answer(False, 'nobody answers %s for %s' % (device, hop), None, trace)
        return self.answer(station, leg._replace(trace=trace + leg.trace), target, place,
                           ('%s sends it to %s' % (device, hop),))

    def leg(self, sender, hop, target, service):
        """From a sender to the end of OVN. None when nobody answers for the next hop."""
        mac = self.neighbour(sender, hop)
        if mac is None:
            return None
        flow = flow_of(sender, mac, target, service)
        trace = self.tracer.trace(sender.network, flow)
        hops = reading.next_hops(trace, target)
        assumed = [*([hop] if mac == STATION and sender.port is not None else []),
                   *(asked for _, asked, known in hops if known == STATION)]
        if hops and hops[-1][2] is None:
            router_port, asked, _ = hops[-1]
            answer = self.answers(sender.network, flow, asked)
            if answer is None:
                return Leg([], trace, assumed, 'nobody answers the router for ' + asked)
            self.heard[router_port, asked] = answer
            raise Unheard
        return Leg(reading.outputs(trace), trace, assumed, None)

    def neighbour(self, sender, target):
        """The MAC that answers a question for an address, put on the sender's port; None when nobody answers. On a wire
        somebody is taken to be there."""
        if ':' in target:       # ovn-trace 23.03 stops with a failed assertion where a router answers
            known = self.world.mac_on(sender.network, target)
            wired = sender.network in self.world.wires and not self.world.is_taken(sender.network, target)
            return known or (STATION if sender.port and wired else None)
        flow = ('inport=="%s" && eth.src==%s && eth.dst==ff:ff:ff:ff:ff:ff && arp.op==1 && arp.sha==%s && arp.spa==%s '
                '&& arp.tpa==%s' % (sender.inport, sender.mac, sender.mac,
                                    self.world.asks_with(sender.network, sender.address, target), target))
        trace = self.tracer.trace(sender.network, flow, '--minimal')
        return reading.replied_mac(trace, sender.inport) or self.station_mac(trace, target)

    def answers(self, network, flow, target):
        """The MAC that answers the question of a router."""
        trace = self.tracer.trace(network, flow, '--minimal')
        trace = trace[max(trace.find('arp.tpa = '), trace.find('nd.target = '), 0):]
        return reading.replied_mac(trace) or self.station_mac(trace, target)

    def station_mac(self, trace, target):
        """OVN answers for addresses that are fixed to their port. Where port security is off, or for an allowed
        address pair, the question is flooded and the station answers; on a wire, whoever is there."""
        heard, address = reading.heard_by(trace), ipaddress.ip_address(target)
        for port in self.world.ports:
            pairs = [p['ip_address'] for p in [*port.fixed_ips, *port.allowed_address_pairs]]
            if port.id in heard and any(address in ipaddress.ip_network(p) for p in pairs):
                return port.mac_address
        return STATION if 'output("provnet-' in trace else None

    def device_reached(self, leg):
        """The network on whose wire the packet went to the device at its gateway; None when it went elsewhere."""
        if not leg.assumed or not leg.outputs or any(kind != 'localnet' for _, kind in leg.outputs):
            return None
        network = self.world.network_of(leg.outputs[0][0])
        return network if leg.assumed[-1] in {s.gateway_ip for s in self.world.subnets_of(network)} else None

    def answer(self, sender, leg, target, place, said):
        said = [*said, *('%s is taken to be there' % hop for hop in leg.assumed)]
        more = ''.join(', ' + s for s in said)
        if leg.denied:
            return Answer(False, leg.denied, None, leg.trace)
        if reading.router_replied(leg.trace) and place is None:
            return Answer(True, 'a router answers' + more, None, leg.trace)
        balancer = self.world.owner(reading.destination_now(leg.trace) or target)
        if balancer is not None and balancer.device_owner == 'Octavia':
            raise Nonsense('%s is the address of a load balancer, and no amphora is there to take the packet: ask from '
                           'its network to its members' % addresses(balancer)[0])
        if not leg.outputs:
            dropped = reading.dropped_in(leg.trace)
            return Answer(False, 'dropped in %s' % dropped[1] + more, dropped, leg.trace)
        name, kind = next((o for o in leg.outputs if o[0] == place), leg.outputs[0])
        where = 'the wire of its network' if kind == 'localnet' else 'port ' + (self.world.port(name).name or name)
        if place and name != place:
            return Answer(False, 'it comes out of %s and not of the place asked for%s' % (where, more), None, leg.trace)
        if leg.outputs == [(sender.inport, 'localnet')]:
            return Answer(False, 'the router sends it back to the wire' + more, None, leg.trace)
        changed = [words % value for words, value in (('source now %s', reading.source_now(leg.trace)),
                                                      ('destination now %s', reading.destination_now(leg.trace)))
                   if value]
        return Answer(True, ', '.join(['out of ' + where, *changed, *said]), None, leg.trace)


def flow_of(sender, mac, target, service):
    kind, _, port = service.partition('/')
    family = 'ip%d' % target.version
    flow = 'inport=="%s" && eth.src==%s && eth.dst==%s && %s.src==%s && %s.dst==%s && ip.ttl==64' % (
        sender.inport, sender.mac, mac, family, sender.address, family, target)
    if kind == 'icmp' and (port == '' or port.isdigit() and int(port) < 256):
        name, echo = ('icmp4', '8') if target.version == 4 else ('icmp6', '128')
        return flow + ' && %s.type==%s && %s.code==0' % (name, port or echo, name)
    if kind in ('tcp', 'udp', 'sctp') and port.isdigit() and 0 < int(port) < 65536:
        return flow + ' && %s.src==40000 && %s.dst==%s' % (kind, kind, port)
    raise Nonsense('%s is no service: tcp/443, udp/53, icmp' % service)


def is_address(text):
    try:
        ipaddress.ip_address(text)
        return True
    except ValueError:
        return False
