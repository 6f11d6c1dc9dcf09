"""OVN's own programs on the databases of a region."""
import os
import subprocess

from ovs.unixctl.client import UnixctlClient


class OvnError(Exception):
    """A program of OVN refused; its words."""


class Databases:
    def __init__(self, region):
        self.folder = region.directory('ovn')
        self.region = region
        self.env = {**os.environ, 'OVN_RUNDIR': self.folder, 'OVS_RUNDIR': self.folder}

    def run(self, program, which, *arguments):
        done = subprocess.run([program, '--db=' + self.region.ovn(which), *arguments],
                              env=self.env, capture_output=True, text=True)
        if done.returncode:
            raise OvnError('%s: %s' % (program, done.stderr.strip()))
        return done.stdout

    def rows(self, which, table, *columns, **where):
        """The values of some columns in the rows that match, a list for each row."""
        wanted = ['%s="%s"' % pair for pair in where.items()]
        lines = self.run('ovn-%sctl' % which, which, '--data=bare', '--no-headings', '--format=csv',
                         '--columns=' + ','.join(columns), 'find', table, *wanted).splitlines()
        return [line.split(',') for line in lines if line]

    def sync(self):
        """Until northd has compiled what Neutron wrote."""
        self.run('ovn-nbctl', 'nb', '--wait=sb', 'sync')

    def learn(self, answers):
        """Write down the answers to questions of routers for addresses, {(router port, address): MAC}, as ovn-controller
        does when it hears them. Returns the rows, for `forget`."""
        paths = dict(self.rows('sb', 'Port_Binding', 'logical_port', 'datapath'))
        words = []
        for (router_port, address), mac in answers.items():
            words += ['--', 'create', 'MAC_Binding', 'logical_port=' + router_port, 'ip="%s"' % address,
                      'mac="%s"' % mac, 'datapath=' + paths[router_port]]
        return self.run('ovn-sbctl', 'sb', *words[1:]).split()

    def forget(self, rows):
        """The next question starts from the same databases."""
        if rows:
            self.run('ovn-sbctl', 'sb', '--if-exists', 'destroy', 'MAC_Binding', *rows)


# ovn-trace takes a connection as established unless it is told otherwise, once for each time that a packet is tracked. One
# that listens is told when it starts and never again: here, for as many packets, each tracked at most twelve times.
TRACES = 4000
TRACKED = 12


class Tracer:
    """A listening ovn-trace, to be used in a `with`. It has read the southbound database as it was when it started."""

    def __init__(self, databases):
        self.databases = databases
        self.path = os.path.join(databases.folder, 'trace-%d.' % os.getpid())

    def __enter__(self):
        self.databases.run('ovn-trace', 'sb', '--no-friendly-names', *['--ct=new'] * TRACES * TRACKED, '--detach',
                           '--no-chdir', '--unixctl=%sctl' % self.path, '--pidfile=%spid' % self.path)
        error, self.client = UnixctlClient.create(self.path + 'ctl')
        if error:
            raise OvnError('ovn-trace does not listen: %s' % os.strerror(error))
        self.left = TRACES
        return self

    def __exit__(self, *_):
        self.client.transact('exit', [])
        self.client.close()

    def trace(self, network, flow, how='--detailed'):
        if self.left == 0:
            self.__exit__()
            self.__enter__()
        self.left -= 1
        broken, refused, trace = self.client.transact('trace', [how, 'neutron-' + network, flow])
        if broken or refused:
            raise OvnError('ovn-trace: %s' % (refused or os.strerror(broken)).strip())
        return trace
