"""OVN's own programs on the databases of a region."""
import os
import subprocess


class OvnError(Exception):
    """A program of OVN refused; its words."""


class Databases:
    def __init__(self, region):
        folder = region.directory('ovn')
        self.region = region
        self.env = {**os.environ, 'OVN_RUNDIR': folder, 'OVS_RUNDIR': folder}

    def run(self, program, which, *arguments):
        done = subprocess.run([program, '--db=' + self.region.ovn(which), *arguments],
                              env=self.env, capture_output=True, text=True)
        if done.returncode:
            raise OvnError('%s: %s' % (program, done.stderr.strip()))
        return done.stdout

    def find(self, which, table, column, **where):
        """The values of a column in the rows that match."""
        return self.run('ovn-%sctl' % which, which, '--bare', '--columns=' + column, 'find', table,
                        *('%s="%s"' % pair for pair in where.items())).split()

    def sync(self):
        """Until northd has compiled what Neutron wrote."""
        self.run('ovn-nbctl', 'nb', '--wait=sb', 'sync')

    def trace(self, network, flow, how='--detailed'):
        """ovn-trace takes every connection as established unless it is told otherwise, once for each hop."""
        return self.run('ovn-trace', 'sb', '--no-friendly-names', how, *['--ct=new'] * 12, 'neutron-' + network, flow)

    def learn(self, router_port, address, mac):
        """Write down the answer to a router's question for an address, as ovn-controller does when it hears one.
        Returns the row, for `forget`."""
        datapath, = self.find('sb', 'Port_Binding', 'datapath', logical_port=router_port)
        return self.run('ovn-sbctl', 'sb', 'create', 'MAC_Binding', 'logical_port=' + router_port,
                        'ip="%s"' % address, 'mac="%s"' % mac, 'datapath=' + datapath).strip()

    def forget(self, rows):
        """The next question starts from the same databases."""
        if rows:
            self.run('ovn-sbctl', 'sb', '--if-exists', 'destroy', 'MAC_Binding', *rows)
