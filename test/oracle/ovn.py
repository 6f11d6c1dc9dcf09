"""Answers whether packets pass, by Neutron's ML2/OVN rule compiler, ovn-northd and ovn-trace.

    /usr/bin/python3 ovn.py CACHE

Reads one JSON object a line and answers one a line. {"world": cdk.tf.json, "claims": {port: address}} loads a world,
{"packets": [...]} answers a list of verdicts, true where the packet comes out of the receiver's port. A packet is {"from", "to", "source",
"destination", "protocol", "port", "usual"}; it is tried by every next hop that the sender's wire has, or where it is `usual` by the
one that the sender's subnets name.
CACHE/root holds the unpacked Debian packages ovn-central, ovn-common, openvswitch-common and openvswitch-switch.
"""
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World  # noqa: E402


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
