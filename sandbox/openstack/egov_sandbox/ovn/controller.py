"""A stand-in for ovn-controller: the rows that it writes into the southbound database, for every compute host of a
region. No switch, no packets.

Chassis, Encap     registered once, with the features that ovn-controller 23.03 announces
Chassis_Private    nb_cfg follows SB_Global.nb_cfg; by this Neutron sees that an agent lives
Port_Binding       a port goes up on the chassis that it asks for, as if its interface were plugged at once; a subport
                   follows its parent; a gateway port goes to the live chassis of highest priority in its HA group

The chassis stay when it stops, as with `ovn-controller --restart`. A host named in the file `down` beside the
database, one in a line, counts as dead: it reports nothing and holds no gateway.
"""
import sys
import time
import uuid

from ovs import poller
from ovs.db import idl

TABLES = ('Chassis', 'Chassis_Private', 'Encap', 'Port_Binding', 'HA_Chassis_Group', 'HA_Chassis', 'SB_Global')
FEATURES = {'port-up-notif': 'true', 'ct-no-masked-label': 'true', 'mac-binding-timestamp': 'true',
            'ovn-ct-lb-related': 'true', 'is-interconn': 'false'}
# Seconds. A binding that follows the creation of its row at once can reach Neutron as one change with it; the driver,
# which waits for a second change, then leaves the port DOWN.
CLAIM_AFTER = 1.0
NAMESPACE = uuid.UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')


def chassis_name(host):
    return str(uuid.uuid5(NAMESPACE, host))


class Controller:
    def __init__(self, remote, schema, host_azs, physnets):
        tables = idl.SchemaHelper(schema)
        for table in TABLES:
            tables.register_table(table)
        self.idl = idl.Idl(remote, tables)
        self.host_azs, self.physnets = host_azs, physnets
        self.claims = {}          # (port, chassis) -> when it may be bound
        self.down_file = remote.partition(':')[2].rpartition('/')[0] + '/down'

    def run(self):
        seen = seen_down = None
        while True:
            self.idl.run()
            down, now = self.down(), time.monotonic()
            due = min(self.claims.values(), default=now + 1)
            changed = self.idl.change_seqno != seen or down != seen_down or due <= now
            if changed and list(self.rows('SB_Global')):
                seen, seen_down = self.idl.change_seqno, down
                status = self.step(down)
                if status not in (idl.Transaction.SUCCESS, idl.Transaction.UNCHANGED):
                    print('transaction:', idl.Transaction.status_to_string(status), file=sys.stderr)
                    seen = None
                    time.sleep(0.05)
                continue
            waiting = poller.Poller()
            self.idl.wait(waiting)
            waiting.timer_wait(max(int((due - now) * 1000), 1))
            waiting.block()

    def step(self, down):
        transaction = idl.Transaction(self.idl)
        self.register(transaction)
        self.beat(down)
        self.bind(down)
        return transaction.commit_block()

    def down(self):
        try:
            with open(self.down_file) as f:
                return {chassis_name(host) for host in f.read().split()}
        except FileNotFoundError:
            return set()

    def rows(self, table):
        return self.idl.tables[table].rows.values()

    def register(self, transaction):
        have = {c.name: c for c in self.rows('Chassis')}
        private = {c.name for c in self.rows('Chassis_Private')}
        for number, (host, az) in enumerate(self.host_azs, 1):
            name = chassis_name(host)
            config = {'ovn-bridge-mappings': ','.join('%s:br-%s' % (p, p) for p in self.physnets),
                      'ovn-cms-options': 'enable-chassis-as-gw,availability-zones=' + az,
                      'datapath-type': 'system', 'iface-types': 'geneve,internal,system', 'ovn-monitor-all': 'false'}
            columns = {'hostname': host, 'external_ids': config, 'other_config': {**config, **FEATURES}}
            chassis = have.get(name) or self.new_chassis(transaction, name, number)
            for column, value in columns.items():
                if name not in have or getattr(chassis, column) != value:
                    setattr(chassis, column, value)
            if name not in private:
                row = transaction.insert(self.idl.tables['Chassis_Private'])
                row.name, row.chassis, row.nb_cfg = name, [chassis], 0

    def new_chassis(self, transaction, name, number):
        tunnel = transaction.insert(self.idl.tables['Encap'])
        tunnel.type, tunnel.ip, tunnel.chassis_name = 'geneve', '127.0.1.%d' % number, name
        tunnel.options = {'csum': 'true'}
        chassis = transaction.insert(self.idl.tables['Chassis'])
        chassis.name, chassis.encaps = name, [tunnel]
        return chassis

    def beat(self, down):
        now = next(iter(self.rows('SB_Global'))).nb_cfg
        for row in self.rows('Chassis_Private'):
            if row.name not in down and row.nb_cfg != now:
                row.nb_cfg, row.nb_cfg_timestamp = now, int(time.time() * 1000)

    def wanted(self, port, ports, down):
        """The chassis this port belongs on; None: on none; False: not ours to say."""
        if port.type == '' and port.parent_port:
            parent = ports.get(port.parent_port[0])
            return self.wanted(parent, ports, down) if parent is not None else None
        if port.type == '':
            return port.requested_chassis[0] if port.requested_chassis else None
        if port.type in ('chassisredirect', 'external'):
            group = port.ha_chassis_group[0].ha_chassis if port.ha_chassis_group else []
            alive = [member for member in group if member.chassis and member.chassis[0].name not in down]
            best = max(alive, key=lambda member: member.priority, default=None)
            return best.chassis[0] if best is not None else None
        return False

    def bind(self, down):
        now, claims = time.monotonic(), {}
        ports = {p.logical_port: p for p in self.rows('Port_Binding')}
        for port in ports.values():
            want = self.wanted(port, ports, down)
            if want is False:
                continue
            have = port.chassis[0] if port.chassis else None
            if want is not None and have != want:
                due = self.claims.get((port.uuid, want.uuid), now + CLAIM_AFTER)
                if now < due:
                    claims[port.uuid, want.uuid] = due
                    continue
            if have != want:
                port.chassis = [want] if want is not None else []
            up = want is not None
            if port.type == '' and port.up != [up] and (up or port.up):
                port.up = [up]
        self.claims = claims
