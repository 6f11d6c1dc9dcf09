"""What was asked for: read once from `<state>/settings.json`, which the TypeScript side writes."""
import json
import os

PASSWORD = 'sandbox'    # of every account; nothing listens beyond 127.0.0.1


class Settings:
    def __init__(self, data):
        self.state = data['state']
        self.packages = data['packages']        # unpacked *-common packages: paste files, OVN's programs
        self.network = data['network']          # 'ovs' or 'ovn'
        self.physnets = data['physnets']
        self.azs = data['azs']
        self.hosts_per_az = data['hostsPerAz']
        self.keystone_port = data['keystonePort']
        self.token_seconds = data.get('tokenSeconds', 86400)     # clouds of an earlier version have none
        self.regions = [Region(self, r['name'], r['ports']) for r in data['regions']]

    @classmethod
    def load(cls, state):
        with open(os.path.join(state, 'settings.json')) as f:
            return cls(json.load(f))

    @property
    def keystone_url(self):
        return 'http://127.0.0.1:%d/v3' % self.keystone_port

    def region(self, name):
        return next(r for r in self.regions if r.name == name)

    def config_directory(self, service):
        return directory(self.state, 'etc', service)

    def packaged(self, *path):
        return os.path.join(self.packages, *path)


class Region:
    def __init__(self, settings, name, ports):
        self.settings, self.name, self.ports = settings, name, ports

    def url(self, service):
        return 'http://127.0.0.1:%d' % self.ports[service]

    def directory(self, service):
        """Where a service of this region keeps its files."""
        return directory(self.settings.state, self.name, service)

    def config_directory(self, service):
        return directory(self.settings.state, 'etc', self.name, service)

    def config_file(self, service):
        return os.path.join(self.config_directory(service), service + '.conf')

    def host_azs(self):
        """[(compute host, availability zone)], alternating between the zones."""
        return [('%s-%s-%d' % (self.name, az, i), az)
                for i in range(1, self.settings.hosts_per_az + 1) for az in self.settings.azs]

    def hosts(self):
        return [host for host, _ in self.host_azs()]

    def ovn(self, which):
        """The connection string of the northbound ('nb') or southbound ('sb') database."""
        return 'unix:%s/%s.sock' % (self.directory('ovn'), which)


def directory(*path):
    made = os.path.join(*path)
    os.makedirs(made, exist_ok=True)
    return made
