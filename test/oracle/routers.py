"""Routers, their routes and translations in OVN's northbound database, as Neutron's ML2/OVN driver would write them."""
import ipaddress
import re

REFERENCE = re.compile(r'^\$\{(openstack_\w+)\.([\w-]+)\.\w+\}$')


def named(reference):
    return REFERENCE.match(reference).group(2)


def holds(block, address):
    block, address = ipaddress.ip_network(block, strict=False), ipaddress.ip_address(address)
    return block.version == address.version and address in block


class Routers:
    """Every router of a world; `legs` are their ports, by name."""

    def __init__(self, world):
        self.world, self.of, self.add = world, world.of, world.add
        self.legs, self.public, self.inside = {}, [], {}
        for router, values in self.of('networking_router').items():
            self.router(router, values)
        self.floating()
        self.forwardings()
        self.heard()

    def router(self, router, values):
        subnets = self.of('networking_subnet')
        self.add('lr-add', router)
        legs, self.inside[router] = {}, []
        for interface in self.of('networking_router_interface').values():
            if named(interface['router_id']) != router:
                continue
            subnet, address = self.interface(interface)
            network = named(subnets[subnet]['network_id'])
            self.inside[router].append((subnet, address))
            legs.setdefault(network, []).append('%s/%s' % (address, subnets[subnet]['cidr'].split('/')[1]))
        external = named(values['external_network_id']) if 'external_network_id' in values else None
        for fixed in values.get('external_fixed_ip', []):
            length = subnets[named(fixed['subnet_id'])]['cidr'].split('/')[1]
            legs.setdefault(external, []).append('%s/%s' % (fixed['ip_address'], length))
        for network, addresses in legs.items():
            self.leg(router, network, addresses)
        if external:
            self.add('lrp-set-gateway-chassis', '%s-%s' % (router, external), 'host')
            # neutron.plugins.ml2.drivers.ovn: _add_router_ext_gw.
            for fixed in values['external_fixed_ip']:
                if not subnets[named(fixed['subnet_id'])].get('no_gateway'):
                    self.add('lr-route-add', router, '0.0.0.0/0', subnets[named(fixed['subnet_id'])]['gateway_ip'])
            self.snat(router, values)
        for route in self.of('networking_router_route').values():
            if named(route['router_id']) == router:
                self.add('lr-route-add', router, route['destination_cidr'], route['next_hop'])

    def interface(self, interface):
        if 'subnet_id' in interface:
            subnet = named(interface['subnet_id'])
            return subnet, self.of('networking_subnet')[subnet]['gateway_ip']
        port = self.of('networking_port')[named(interface['port_id'])]
        [fixed] = port['fixed_ip']
        [subnet] = [name for name, one in self.of('networking_subnet').items()
                    if one['network_id'] == port['network_id'] and (':' in one['cidr']) == (':' in fixed['ip_address'])]
        return subnet, fixed['ip_address']

    def leg(self, router, network, addresses):
        name, mac = '%s-%s' % (router, network), '02:00:00:01:%02x:%02x' % divmod(len(self.legs) + 1, 256)
        self.legs[name] = dict(router=router, network=network, mac=mac, links=addresses,
                               addresses=[one.split('/')[0] for one in addresses])
        self.add('lrp-add', router, name, mac, *addresses)
        self.add('lsp-add', network, 'to-' + name)
        self.add('lsp-set-type', 'to-' + name, 'router')
        self.add('lsp-set-addresses', 'to-' + name, 'router')
        self.add('lsp-set-options', 'to-' + name, 'router-port=' + name)

    def snat(self, router, values):
        """neutron.plugins.ml2.drivers.ovn: update_nat_rules."""
        fixed = [one['ip_address'] for one in values['external_fixed_ip'] if ':' not in one['ip_address']]
        if values.get('enable_snat', True) and fixed:
            for subnet, _address in self.inside[router]:
                cidr = self.of('networking_subnet')[subnet]['cidr']
                if ':' not in cidr:
                    self.add('lr-nat-add', router, 'snat', fixed[0], cidr)

    def floating(self):
        for floating in self.of('networking_floatingip').values():
            if 'port_id' not in floating:
                continue
            port = named(floating['port_id'])
            inner = next(one for one in self.world.ports[port]['addresses'] if ':' not in one)
            router = self.chosen(port, inner)
            if router:
                self.add('lr-nat-add', router, 'dnat_and_snat', floating['address'], inner)
                self.public.append((router, floating['address']))

    def forwardings(self):
        """neutron.services.portforwarding.drivers.ovn: a load balancer on the router, and on the networks inside of it."""
        for name, one in self.of('networking_portforwarding').items():
            address = self.of('networking_floatingip')[named(one['floatingip_id'])]['address']
            router = self.chosen(named(one['internal_port_id']), one['internal_ip_address'])
            if not router:
                continue
            self.add('lb-add', name, '%s:%d' % (address, one['external_port']),
                     '%s:%d' % (one['internal_ip_address'], one['internal_port']), one['protocol'])
            self.add('lr-lb-add', router, name)
            subnets = self.of('networking_subnet')
            for network in sorted({named(subnets[subnet]['network_id']) for subnet, _address in self.inside[router]}):
                self.add('ls-lb-add', network, name)
            self.public.append((router, address))

    def chosen(self, port, address):
        """neutron.db.l3_db: get_router_for_floatingip."""
        network = self.world.ports[port]['network']
        subnets = self.of('networking_subnet')
        serving = []
        for router, values in self.of('networking_router').items():
            for subnet, own in self.inside[router]:
                fits = named(subnets[subnet]['network_id']) == network and (':' in own) == (':' in address)
                if fits and 'external_network_id' in values:
                    serving.append((own != subnets[subnet].get('gateway_ip'), router))
        return sorted(serving, key=lambda one: one[0])[0][1] if serving else None

    def on(self, network):
        """The ports that routers have on a wire, each as its network and hardware address."""
        wires = self.world.wires
        return [(leg['network'], leg['mac']) for leg in self.legs.values() if wires[leg['network']] == wires[network]]

    def owner(self, wire, address):
        """Who answers for an address on a wire, as a network and a hardware address."""
        world = self.world
        for leg in self.legs.values():
            answers = leg['addresses'] + [public for router, public in self.public
                                          if router == leg['router'] and self.is_gateway(leg)]
            if world.wires[leg['network']] == wire and address in answers:
                return leg['network'], leg['mac']
        for answers in (lambda name, port: port['addresses'], lambda name, port: port['pairs'],
                        lambda name, port: [world.claims.get(name)]):
            for name, port in world.ports.items():
                if world.wires[port['network']] == wire and address in answers(name, port):
                    return port['network'], world.macs[name]
        return None

    def is_gateway(self, leg):
        external = self.of('networking_router')[leg['router']].get('external_network_id')
        return external is not None and named(external) == leg['network']

    def heard(self):
        """Whom a router would hear when it asks for an address that OVN does not know the owner of."""
        self.answers = []
        world = self.world
        for name, leg in self.legs.items():
            for port, values in world.ports.items():
                if values['network'] != leg['network']:
                    continue
                # A router asks for addresses that are allowed pairs of a port; its owner would answer.
                self.answers += [(name, pair, world.macs[port]) for pair in values['pairs']
                                 if any(holds(link, pair) for link in leg['links'])]
                # Nothing keeps a port without port security from answering for an address that nobody has.
                if port in world.claims:
                    self.answers.append((name, world.claims[port], world.macs[port]))
            for router, address in sorted(set(self.public)):
                answering = self.legs.get('%s-%s' % (router, leg['network']))
                if router != leg['router'] and answering and self.is_gateway(answering):
                    self.answers.append((name, address, answering['mac']))

    def answer_arp(self):
        """Writes what a controller would have written when somebody answered for an address."""
        ovn, batch, datapaths = self.world.ovn, [], {}
        for leg, address, mac in self.answers:
            if leg not in datapaths:
                found = ovn.sb('--bare', '--columns=datapath', 'find', 'Port_Binding', 'logical_port=' + leg)
                [datapaths[leg]] = found.split()
            batch += ['--', 'create', 'MAC_Binding', 'logical_port=' + leg, 'ip="%s"' % address, 'mac="%s"' % mac,
                      'datapath=' + datapaths[leg]]
        if batch:
            ovn.sb(*batch[1:])
