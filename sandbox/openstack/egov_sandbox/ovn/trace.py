"""Reading what ovn-trace prints."""
import re

MAC = r'(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|0x[0-9a-f]{12}'
ENDS = ('', 'localnet', 'localport', 'virtual', 'external')    # types of ports behind which OVN ends


def outputs(trace):
    """[(port, type)] of every port that the packet itself, not a question it gave rise to, came out of."""
    packet = trace.split('\narp {')[0].split('\nnd_ns {')[0]
    out = re.findall(r'/\* output to "([^"]+)", type "([^"]*)" \*/', packet)
    return [(port, kind) for port, kind in out if kind in ENDS]


def router_replied(trace):
    return re.search(r'^ *icmp[46]\.type = (?:0|129);', trace.split('\narp {')[0], re.M) is not None


def source_now(trace):
    """The address that source translation gave the packet; None where there was none."""
    found = re.findall(r'ct_snat(?:_in_czone)?\(([0-9.:a-f]+)\)', trace)
    return found[-1] if found else None


def destination_now(trace):
    found = re.findall(r'ct_dnat(?:_in_czone)?\(([0-9.:a-f]+)\)|backends=([0-9.:a-f]+)', trace)
    return found[-1][0] or found[-1][1] if found else None


def dropped_in(trace):
    """(datapath, stage): the last table that the packet reached, in OVN's words."""
    stage = datapath = ''
    for line in trace.splitlines():
        entered = re.match(r' *(?:ingress|egress)\(dp="([^"]+)"', line)
        table = re.match(r' *\d+\. (\S+)', line)
        datapath = entered[1] if entered else datapath
        stage = table[1] if table else stage
    return datapath, stage.rstrip(':')


def next_hops(trace, destination):
    """[(router port, next hop, MAC)] of every neighbour that a router looked up; the MAC is None where nobody told it
    yet, and then the packet waits there."""
    found = []
    for looked in re.finditer(r'^ *get_(?:arp|nd)\(outport, x*reg0\);\n */\* (?:No MAC binding|MAC binding to (%s))' % MAC,
                              trace, re.M):
        before = trace[:looked.start()]
        hop = re.findall(r'^ *x*reg0 = ([0-9a-f.:]+|ip[46]\.dst);', before, re.M)[-1]
        port = re.findall(r'^ *outport = "(lrp-[^"]+)"', before, re.M)[-1]
        found.append((port, hop if '.dst' not in hop else destination_now(before) or str(destination), looked[1]))
    return found


def replied_mac(trace, to=None):
    """The MAC in the reply that OVN itself was seen to carry (to this port); None when it carried none."""
    said = None
    for line in trace.splitlines():
        found = re.search(r'\b(?:arp\.sha|nd\.tll|eth\.src) = (%s);' % MAC, line)
        if found:
            said = found[1]
        elif said and (to is None or 'output("%s")' % to in line):
            return ':'.join(re.findall('..', said[2:])) if said.startswith('0x') else said
    return None


def heard_by(trace):
    """Ports to which a question was flooded."""
    return set(re.findall(r'output\("([^"]+)"\)', trace))
