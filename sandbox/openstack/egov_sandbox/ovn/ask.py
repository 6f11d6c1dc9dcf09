"""Does this packet pass? OVN answers: ovn-trace follows the first packet of a connection through what Neutron made of
networks, routers and security groups.

A packet that leaves on the wire of an external network towards the gateway of its subnet meets a device that is not
in OVN: the plane's edge. It is taken to send a packet for one of our addresses back, which the answer then says.
"""
import ipaddress
import json
import sys
from collections import namedtuple

from egov_sandbox.cloud import connect
from egov_sandbox.ovn import trace as reading
from egov_sandbox.ovn.databases import Databases, OvnError
from egov_sandbox.ovn.world import Nonsense, World, addresses

STATION = '02:00:00:00:00:01'       # MAC of whoever is on a wire
MOST_QUESTIONS = 8                  # next hops that routers may have to ask for

# `asks` is the address that it puts questions for its next hop with: one of the network that it is on.
Sender = namedtuple('Sender', 'network inport mac address asks port')
Answer = namedtuple('Answer', 'allowed reason dropped trace')
Leg = namedtuple('Leg', 'outputs trace assumed denied')


def command(settings, region, source, destination, service='tcp/443'):
    """Prints the answer as JSON. Exit code 2: the question makes no sense."""
    here = settings.region(region)
    databases = Databases(here)
    try:
        databases.sync()
        databases.forget(databases.find('sb', 'MAC_Binding', '_uuid', mac=STATION))     # of a question that was cut off
        world = World(connect(settings, here).network, databases)
        answer = Question(databases, world).ask(source, destination, service)
    except (Nonsense, OvnError) as error:
        print(error, file=sys.stderr)
        return 2
    print(json.dumps(answer._asdict()))
    return 0


class Question:
    def __init__(self, databases, world):
        self.databases, self.world = databases, world

    def ask(self, source, destination, service):
        target, to_port = self.destination(destination, source)
        sender = self.sender(source, target)
        hop = (self.world.next_hop(sender.port, target) if sender.port
               else self.world.return_hop(sender.network, target))
        if hop == '':
            return Answer(False, 'the subnet of %s has no way to %s' % (source, target), None, '')
        first = self.leg(sender, hop or str(target), target, service)
        if first is None:
            return Answer(False, 'nobody answers for %s on this network' % (hop or target), None, '')
        back = self.sent_back(first, target)
        if back is None:
            return self.answer(sender, first, target, to_port, ())
        device, hop = back
        source = reading.source_now(first.trace) or sender.address
        station = Sender(*device, STATION, source, first.assumed[-1], None)
        second = self.leg(station, hop, target, service)
        said = ('%s sends it back to %s' % (first.assumed[-1], hop),)
        if second is None:
            return Answer(False, 'nobody answers the edge device for ' + hop, None, first.trace)
        return self.answer(station, second._replace(trace=first.trace + second.trace), target, to_port, said)

    def destination(self, text, source):
        """(address, port id or None)"""
        text = text.partition('@')[2] or text
        try:
            return ipaddress.ip_address(text), None
        except ValueError:
            port = self.world.port(text)
        theirs = [ipaddress.ip_address(a) for a in addresses(port)]
        asked = source.partition('@')[2] or source
        version = next((ipaddress.ip_address(a).version for a in (asked,) if is_address(a)), None)
        fitting = [a for a in theirs if version in (None, a.version)]
        if not fitting:
            raise Nonsense('%s has no address to send to' % text)
        return fitting[0], port.id

    def sender(self, text, target):
        name, at, address = text.partition('@')
        if at:
            if not is_address(address):
                raise Nonsense('%s is no address' % address)
            network, wire = self.world.wire(name)
            return Sender(network, wire, STATION, address, self.world.asks_with(network, address), None)
        port = self.world.port(text)
        own = [a for a in addresses(port) if ipaddress.ip_address(a).version == target.version]
        own = [a for a in own if a == text] or own
        if not own:
            raise Nonsense('%s has no IPv%d address' % (text, target.version))
        return Sender(port.network_id, port.id, port.mac_address, own[0], own[0], port)

    def leg(self, sender, hop, target, service):
        """From a sender to the end of OVN. None when nobody answers for the next hop."""
        mac = self.neighbour(sender, hop)
        if mac is None:
            return None
        flow, learned, assumed = flow_of(sender, mac, target, service), [], []
        try:
            for _ in range(MOST_QUESTIONS):
                trace = self.databases.trace(sender.network, flow)
                question = reading.question(trace, target)
                if question is None:
                    return Leg(reading.outputs(trace), trace, assumed, None)
                router_port, asked = question
                answer, on_wire = self.answers(sender.network, flow, asked)
                if answer is None:
                    return Leg([], trace, assumed, 'nobody answers the router for ' + asked)
                if on_wire:
                    assumed.append(asked)
                learned.append(self.databases.learn(router_port, asked, answer))
        finally:
            self.databases.forget(learned)
        raise OvnError('the routers ask for more than %d next hops' % MOST_QUESTIONS)

    def neighbour(self, sender, target):
        """The MAC that answers a question for an address, put on the sender's port; None when nobody answers."""
        if ':' in target:       # ovn-trace 23.03 stops with a failed assertion where a router answers
            return self.world.mac_on(sender.network, target)
        flow = ('inport=="%s" && eth.src==%s && eth.dst==ff:ff:ff:ff:ff:ff && arp.op==1 && arp.sha==%s && arp.spa==%s '
                '&& arp.tpa==%s' % (sender.inport, sender.mac, sender.mac, sender.asks, target))
        trace = self.databases.trace(sender.network, flow, '--minimal')
        return reading.replied_mac(trace, sender.inport) or self.station_mac(trace, target)

    def answers(self, network, flow, target):
        """(MAC, whether it is assumed) for the question of a router. On a wire somebody is taken to be there."""
        trace = self.databases.trace(network, flow, '--minimal')
        trace = trace[max(trace.find('arp.tpa = '), trace.find('nd.target = '), 0):]
        known = reading.replied_mac(trace) or self.station_mac(trace, target)
        if known is None and 'output("provnet-' in trace:
            return STATION, True
        return known, False

    def station_mac(self, trace, target):
        """OVN answers for addresses that are fixed to their port. Where port security is off, or for an allowed
        address pair, the question is flooded and the station answers."""
        heard, address = reading.heard_by(trace), ipaddress.ip_address(target)
        for port in self.world.ports:
            pairs = [p['ip_address'] for p in [*port.fixed_ips, *port.allowed_address_pairs]]
            if port.id in heard and any(address in ipaddress.ip_network(p) for p in pairs):
                return port.mac_address
        return None

    def sent_back(self, leg, target):
        """((network, wire), next hop) when the packet left to a device on a wire that sends it back to us."""
        if not leg.assumed or not leg.outputs or any(kind != 'localnet' for _, kind in leg.outputs):
            return None
        wire = leg.outputs[0][0]
        segment = self.world.network.get_segment(wire[len('provnet-'):])
        hop = self.world.return_hop(segment.network_id, target)
        return ((segment.network_id, wire), hop) if hop and hop not in (leg.assumed[-1], str(target)) else None

    def answer(self, sender, leg, target, to_port, said):
        said = [*said, *('%s is taken to be there' % hop for hop in leg.assumed)]
        more = ''.join(', ' + s for s in said)
        if leg.denied:
            return Answer(False, leg.denied, None, leg.trace)
        if reading.router_replied(leg.trace):
            return Answer(True, 'a router answers' + more, None, leg.trace)
        balancer = self.world.owner(reading.destination_now(leg.trace) or target)
        if balancer is not None and balancer.device_owner == 'Octavia':
            raise Nonsense('%s is the address of a load balancer, and no amphora is there to take the packet: ask from '
                           'its network to its members' % addresses(balancer)[0])
        if not leg.outputs:
            dropped = reading.dropped_in(leg.trace)
            return Answer(False, 'dropped in %s' % dropped[1] + more, dropped, leg.trace)
        name, kind = next((o for o in leg.outputs if o[0] == to_port), leg.outputs[0])
        place = 'the wire of its network' if kind == 'localnet' else 'port ' + (self.world.port(name).name or name)
        if to_port and name != to_port:
            return Answer(False, 'it comes out of %s and not of the port asked for%s' % (place, more), None, leg.trace)
        if leg.outputs == [(sender.inport, 'localnet')]:
            return Answer(False, 'the router sends it back to the wire' + more, None, leg.trace)
        changed = [words % value for words, value in (('source now %s', reading.source_now(leg.trace)),
                                                      ('destination now %s', reading.destination_now(leg.trace)))
                   if value]
        return Answer(True, ', '.join(['out of ' + place, *changed, *said]), None, leg.trace)


def flow_of(sender, mac, target, service):
    kind, _, port = service.partition('/')
    family = 'ip%d' % target.version
    flow = 'inport=="%s" && eth.src==%s && eth.dst==%s && %s.src==%s && %s.dst==%s && ip.ttl==64' % (
        sender.inport, sender.mac, mac, family, sender.address, family, target)
    if kind == 'icmp' and not port:
        return flow + (' && icmp4.type==8' if target.version == 4 else ' && icmp6.type==128')
    if kind in ('tcp', 'udp', 'sctp') and port.isdigit() and 0 < int(port) < 65536:
        return flow + ' && %s.src==40000 && %s.dst==%s' % (kind, kind, port)
    raise Nonsense('%s is no service: tcp/443, udp/53, icmp' % service)


def is_address(text):
    try:
        ipaddress.ip_address(text)
        return True
    except ValueError:
        return False
