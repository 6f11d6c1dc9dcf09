import { id, SmallCloud } from '../unit/proof/small-cloud';
import type { AskedCloud, AskedPacket, PlacedPort } from './asked-packet';
import type { Dice } from './dice';
import { RandomBalancers } from './random-balancers';
import { type PlacedNetwork, RandomRouters } from './random-routers';
import { RandomRules } from './random-rules';

/** An address that no port has. A port without port security may answer for it. */
const NOBODYS = '10.1.0.250';

/** Far away, behind some port that may send from there. */
const BEHIND = '10.77.0.8/30';

const BLOCKS = {
  4: ['0.0.0.0/0', '0.0.0.0/0', '10.1.0.0/16', '10.1.0.0/24', '10.1.1.0/24', '203.0.113.0/24', '10.0.0.0/8'],
  6: ['::/0', '::/0', 'fd01:0::/64', 'fd01:1::/64', 'fd01::/16'],
};

/**
 * A random world of several routers, also on one network: routes of routers and hosts, gateways, floating IPs, forwarded
 * ports, load balancers, address pairs, subports of trunks, and two networks that meet on one segment.
 */
export class RoutedCloud implements AskedCloud {
  readonly cloud = new SmallCloud();
  private readonly networks: PlacedNetwork[] = [];
  private readonly ports: PlacedPort[] = [];
  private readonly groups = ['g0', 'g1', 'g2', 'g3'];
  private readonly stateless = new Set<string>();
  /** Ports with a stateless group: OVN leaves their packets untracked, and so untranslated on their own network. */
  private readonly untracked = new Set<string>();
  private readonly rules: RandomRules;
  private readonly routers: RandomRouters;
  private readonly balancers: RandomBalancers;

  constructor(private readonly dice: Dice) {
    const { cloud, groups } = this;
    for (let i = 0; i < 4; i++) this.network(`a${i}`, i);
    this.network('meeting', 8, { segments: [{ network_type: 'vlan', physical_network: 'phys', segmentation_id: 77 }] });
    this.network('met', 9, { segments: [{ network_type: 'vlan', physical_network: 'phys', segmentation_id: 77 }] });
    for (const group of groups) {
      const isStateless = dice.chance(20);
      if (isStateless) this.stateless.add(group);
      cloud.group(group, { delete_default_rules: dice.chance(40), ...(isStateless && { stateful: false }) });
    }
    cloud.add('networking_address_group', 'ag', { addresses: ['10.1.0.10/32', '10.1.1.10/32'] });
    this.rules = new RandomRules({ cloud, dice, groups, blocks: BLOCKS });
    for (let i = 0; i < 16 + dice.roll(8); i++) this.rules.add();
    for (const group of groups) if (dice.chance(50)) cloud.rule(group, 'ingress any - any');
    for (let i = 0; i < 9 + dice.roll(4); i++)
      this.port(dice.one(['a0', 'a0', 'a1', 'a1', 'a2', 'a3', 'meeting', 'met']), 10 + i);
    this.trunk();
    this.outside();
    const inside = this.ports.filter(({ network }) => !['ext', 'met'].includes(network));
    const routed = this.networks.filter(({ name }) => name !== 'met');
    this.routers = new RandomRouters(cloud, dice, routed, inside);
    for (const { inner } of this.routers.publicAddresses)
      if (inner !== undefined) for (const group of groups.slice(0, 2)) cloud.rule(group, `ingress ${inner} 0.0.0.0/0`);
    // At a gateway address that is nobody's, the engine would put a device of which OVN knows nothing.
    for (const [subnet, family, cidr] of [
      ['meeting', 4, '10.1.8.0/24'],
      ['meeting-6', 6, 'fd01:8::/64'],
    ] as const)
      if (!this.routers.hasGateway('meeting', family)) cloud.subnet(subnet, 'meeting', cidr, { no_gateway: true });
    this.balancers = new RandomBalancers(cloud, dice, inside);
  }

  get claims(): Readonly<Record<string, string>> {
    const first = this.ports.find((port) => !port.secured && port.network === 'a0');
    return first ? { [first.name]: NOBODYS } : {};
  }

  packet(): AskedPacket {
    const { dice } = this;
    const second = this.balancers.all.length > 0 && dice.chance(8) ? this.balancers.secondHop() : undefined;
    if (second) return second;
    const from = dice.one(this.ports);
    const known = this.routers.publicAddresses.filter(
      (one) => one.port !== from && !(one.service && this.untracked.has(from.name)),
    );
    const published = known.length > 0 && dice.chance(30) ? dice.one(known) : undefined;
    const balancer = this.balancers.all.length > 0 && dice.chance(10) ? dice.one(this.balancers.all) : undefined;
    const to = published?.port ?? balancer?.port ?? dice.one(this.ports.filter((port) => port !== from));
    const destination = published?.address ?? dice.one([...to.addresses, ...to.addresses, ...this.further(to)]);
    const six = destination.includes(':');
    const offered = published?.service ?? (balancer && dice.one(balancer.services));
    return {
      from: from.name,
      to: to.name,
      source: this.source(from, six),
      destination,
      ...(offered && dice.chance(75) ? offered : this.rules.service(six)),
      ...(dice.chance(30) && { usual: true }),
    };
  }

  private source(from: PlacedPort, six: boolean): string {
    const { dice } = this;
    const own = [...from.addresses, ...from.addresses, ...from.pairs.map(inPair)];
    const fitting = [...own, ...(dice.chance(6) ? ['10.1.1.77', 'fd01:1::77'] : [])].filter(
      (address) => address.includes(':') === six,
    );
    return dice.one(fitting.length > 0 ? fitting : [six ? 'fd00:9::9' : '10.9.9.9']);
  }

  /** What a port may be sent beside its own addresses: those of its pairs, of far away, and nobody's. */
  private further(to: PlacedPort): string[] {
    const claimed = to.secured || to.name in this.claims || to.network !== 'a0';
    return [
      ...to.pairs.map(inPair),
      ...(this.dice.chance(to.secured ? 20 : 80) ? ['10.77.0.9', '10.77.0.9'] : []),
      ...(claimed && this.dice.chance(12) ? [NOBODYS] : []),
    ];
  }

  private network(name: string, number: number, values = {}): void {
    const gateway = (address: string) => (name === 'met' ? { no_gateway: true } : { gateway_ip: address });
    this.networks.push({ name, number });
    this.cloud
      .network(name, `10.1.${number}.0/24`, values)
      .subnet(name, name, `10.1.${number}.0/24`, gateway(`10.1.${number}.1`))
      .subnet(`${name}-6`, name, `fd01:${number}::/64`, gateway(`fd01:${number}::1`));
  }

  private port(network: string, host: number): void {
    const { dice } = this;
    const number = this.networks.find(({ name }) => name === network)?.number;
    const secured = !dice.chance(10);
    const pairs = secured && dice.chance(25) ? [`10.1.${number}.${host + 100}`, `fd01:${number}::${host + 100}`] : [];
    const block = secured && dice.chance(15) ? [`10.1.${number}.${4 * host + 88}/30`] : [];
    const behind = secured && dice.chance(15) ? [BEHIND] : [];
    this.place({
      name: `p${this.ports.length}`,
      network,
      addresses: [`10.1.${number}.${host}`, `fd01:${number}::${host}`],
      pairs: [...pairs, ...block, ...behind],
      secured,
    });
  }

  private place(port: PlacedPort): void {
    const { name, network, addresses, pairs, secured } = port;
    const groups = secured ? this.dice.some(this.groups, 3) : [];
    this.ports.push(port);
    if (groups.some((group) => this.stateless.has(group))) this.untracked.add(name);
    this.cloud.port(name, network, addresses, groups, {
      ...(pairs.length > 0 && { allowed_address_pairs: pairs.map((ip_address) => ({ ip_address })) }),
      ...(!secured && { port_security_enabled: false }),
    });
  }

  /** One port may be carried by the trunk of another. */
  private trunk(): void {
    const [parent, sub] = this.ports;
    if (!parent || !sub || !this.dice.chance(60)) return;
    this.cloud.add('networking_trunk', 'trunk', {
      port_id: id('networking_port', parent.name),
      sub_port: [
        {
          port_id: id('networking_port', sub.name),
          segmentation_type: 'vlan',
          segmentation_id: 100 + this.dice.roll(9),
        },
      ],
    });
  }

  /** The external network, mostly with somebody at its gateway address to whom all default routes lead. */
  private outside(): void {
    const { dice, cloud } = this;
    const kind = dice.one(['none', 'open', 'paired']);
    cloud
      .network('ext', '203.0.113.0/24', { external: true })
      .subnet('ext', 'ext', '203.0.113.0/24', kind === 'none' ? { no_gateway: true } : { gateway_ip: '203.0.113.1' });
    const there = { network: 'ext', secured: kind !== 'open', pairs: kind === 'paired' ? [BEHIND] : [] };
    if (kind !== 'none') this.place({ name: 'core', addresses: ['203.0.113.1'], ...there });
    this.place({ name: 'out', network: 'ext', addresses: ['203.0.113.40'], pairs: [], secured: true });
  }
}

/** One address of a pair: the second of a block. */
function inPair(pair: string): string {
  const [address = '', length] = pair.split('/');
  return length === undefined ? address : address.replace(/\d+$/, (last) => String(Number(last) + 1));
}
