import { protocolNumber } from '../../proof/packets/service-line';
import { id, SmallCloud } from '../unit/proof/small-cloud';

/** A number generator with a seed (mulberry32), so that a world can be made again. */
export class Dice {
  constructor(private state: number) {}

  /** 0 to `sides` − 1. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % sides;
  }

  one<T>(of: readonly T[]): T {
    return of[this.roll(of.length)] as T;
  }

  some<T>(of: readonly T[], most: number): T[] {
    const count = this.roll(most + 1);
    return [...new Set(Array.from({ length: count }, () => this.one(of)))];
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}

export interface AskedPacket {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly destination: string;
  readonly protocol: number;
  /** A destination port, or an ICMP type. */
  readonly port: number;
}

interface PlacedPort {
  readonly name: string;
  readonly network: string;
  readonly addresses: readonly string[];
  readonly pairs: readonly string[];
  readonly secured: boolean;
}

const PORTS = [22, 53, 80, 443, 5432, 65_535];
const PROTOCOLS = ['tcp', 'udp', 'sctp', '6', '17', '132', 'icmp', '47', 'dccp'];
const ROUTED = ['n0', 'n1', 'n2'];
/** An address that no port has. A port without port security may answer for it. */
const NOBODYS = '10.0.0.250';

/** A random world with everything that OVN can express, and packets to ask about it. */
export class RandomCloud {
  readonly cloud = new SmallCloud();
  private readonly ports: PlacedPort[] = [];
  private readonly floating: { readonly address: string; readonly port: PlacedPort }[] = [];
  private readonly groups: readonly string[];
  /** Ports at the ends of rules’ ranges, and just beyond. */
  private readonly limits: { readonly protocol: number; readonly port: number }[] = [];

  constructor(private readonly dice: Dice) {
    for (const [i, name] of ['n0', 'n1', 'n2', 'lone'].entries()) this.network(name, i);
    this.cloud
      .network('ext', '203.0.113.0/24', { external: true })
      .subnet('ext', 'ext', '203.0.113.0/24', { no_gateway: true });
    this.groups = Array.from({ length: 4 + dice.roll(4) }, (_, i) => `g${i}`);
    for (const group of this.groups)
      this.cloud.group(group, { delete_default_rules: dice.chance(80), ...(dice.chance(20) && { stateful: false }) });
    this.cloud.add('networking_address_group', 'ag', { addresses: ['10.0.0.10/32', '10.0.1.10/32'] });
    for (let i = 0; i < 24 + dice.roll(12); i++) this.rule();
    for (let i = 0; i < 8 + dice.roll(6); i++)
      this.port(dice.one(['n0', 'n0', 'n1', 'n1', 'n2', 'lone', 'ext']), 10 + i);
    this.port('ext', 40);
    this.routers();
  }

  /**
   * Who answers when somebody asks for nobody's address: the first port without port security on that network. Routers
   * learn one answer only, so no other port there is asked about it.
   */
  get claims(): Readonly<Record<string, string>> {
    const first = this.ports.find((port) => !port.secured && port.network === 'n0');
    return first ? { [first.name]: NOBODYS } : {};
  }

  packet(): AskedPacket {
    const { dice } = this;
    const from = dice.one(this.ports);
    const others = this.ports.filter((port) => port !== from && (port.network !== 'ext' || dice.chance(40)));
    const reachable = this.floating.filter((one) => one.port !== from);
    const to = reachable.length > 0 && dice.chance(25) ? dice.one(reachable).port : dice.one(others);
    const mapped = this.floating.filter((one) => one.port === to).map((one) => one.address);
    const destination = dice.one([
      ...to.addresses,
      ...to.addresses,
      ...to.pairs.map(first),
      ...mapped,
      ...mapped,
      ...mapped,
      ...((to.secured || to.name in this.claims || to.network !== 'n0') && dice.chance(5) ? [NOBODYS] : []),
    ]);
    const six = destination.includes(':');
    const own = [
      ...from.addresses,
      ...from.addresses,
      ...from.pairs.map(first),
      ...(dice.chance(10) ? ['10.0.1.77', 'fd00:1::77'] : []),
    ];
    const sources = own.filter((address) => address.includes(':') === six);
    const limit = this.limits.length > 0 && dice.chance(40) ? dice.one(this.limits) : undefined;
    const protocol = limit?.protocol ?? dice.one([6, 6, 6, 17, 132, six ? 58 : 1, 47, 33]);
    const type = dice.one(six ? [128, 129] : [8, 0, 3]);
    const port = protocol === 1 || protocol === 58 ? type : (limit?.port ?? dice.one(PORTS));
    return {
      from: from.name,
      to: to.name,
      source: dice.one(sources.length > 0 ? sources : [six ? 'fd00:9::9' : '10.9.9.9']),
      destination,
      protocol,
      port,
    };
  }

  private network(name: string, i: number): void {
    this.cloud
      .network(name, `10.0.${i}.0/24`, {}, `fd00:${i}::/64`)
      .subnet(name, name, `10.0.${i}.0/24`, { gateway_ip: `10.0.${i}.1` })
      .subnet(`${name}-6`, name, `fd00:${i}::/64`, { gateway_ip: `fd00:${i}::1` });
  }

  private rule(): void {
    const { dice } = this;
    const protocol = dice.chance(15) ? 'any' : dice.one(PROTOCOLS);
    const six = dice.chance(30);
    const from = dice.one(PORTS);
    const ranged = ['tcp', 'udp', 'sctp', '6', '17', '132'].includes(protocol) && dice.chance(80);
    const icmp = protocol === 'icmp' && dice.chance(60);
    const to = dice.chance(50) ? from : Math.min(65_535, from + dice.roll(500));
    if (ranged) this.limit(protocol, from, to);
    const words = ranged ? `${from}-${to}` : icmp ? String(dice.one(six ? [128, 129] : [8, 3])) : '-';
    const blocks = six
      ? ['::/0', '::/0', 'fd00:0::/64', 'fd00:1::/64', 'fd00:0::10/124', 'fd00::/16']
      : [
          '0.0.0.0/0',
          '0.0.0.0/0',
          '0.0.0.0/1',
          '10.0.0.0/24',
          '10.0.1.0/24',
          '10.0.0.8/29',
          '10.0.0.10/32',
          '203.0.113.0/24',
          '10.0.0.0/8',
        ];
    const remote = dice.chance(25) ? `@${dice.one(this.groups)}` : dice.one(blocks);
    const addressGroup = !six && dice.chance(15);
    this.cloud.rule(
      dice.one(this.groups),
      `${dice.one(['ingress', 'egress'])} ${protocol} ${words} ${addressGroup ? 'any' : remote}`,
      {
        ethertype: six ? 'IPv6' : 'IPv4',
        ...(addressGroup && { remote_address_group_id: id('networking_address_group', 'ag') }),
      },
    );
  }

  private limit(protocol: string, from: number, to: number): void {
    const number = protocolNumber(protocol) as number;
    for (const port of [from - 1, from, to, to, Math.min(65_535, to + 1)]) this.limits.push({ protocol: number, port });
  }

  private port(network: string, host: number): void {
    const { dice } = this;
    const i = ['n0', 'n1', 'n2', 'lone'].indexOf(network);
    const addresses = network === 'ext' ? [`203.0.113.${host}`] : [`10.0.${i}.${host}`, `fd00:${i}::${host}`];
    const secured = !dice.chance(12);
    const pairs =
      network !== 'ext' && secured && dice.chance(25) ? [`10.0.${i}.${host + 100}`, `fd00:${i}::${host + 100}`] : [];
    const name = `p${this.ports.length}`;
    this.ports.push({ name, network, addresses, pairs, secured });
    this.cloud.port(name, network, addresses, secured ? dice.some(this.groups, 3) : [], {
      ...(pairs.length > 0 && { allowed_address_pairs: pairs.map((ip_address) => ({ ip_address })) }),
      ...(!secured && { port_security_enabled: false }),
    });
  }

  private routers(): void {
    const { dice, cloud } = this;
    const joined = dice.chance(70) ? ROUTED : ['n0', 'n1'];
    cloud.router(
      'r',
      joined.flatMap((name) => [name, `${name}-6`]),
      {
        ...(dice.chance(60) && {
          external_network_id: id('networking_network', 'ext'),
          external_fixed_ip: [{ subnet_id: id('networking_subnet', 'ext'), ip_address: '203.0.113.2' }],
          enable_snat: dice.chance(50),
        }),
      },
    );
    const inside = this.ports.filter((port) => joined.includes(port.network));
    for (const [i, port] of dice.some(inside, 3).entries()) {
      const address = `203.0.113.${100 + i}`;
      this.floating.push({ address, port });
      cloud.add('networking_floatingip', `f${i}`, { pool: 'ext', address, port_id: id('networking_port', port.name) });
    }
  }
}

function first(block: string): string {
  return block.split('/')[0] as string;
}
