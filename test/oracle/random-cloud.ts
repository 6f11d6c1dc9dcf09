import { id, SmallCloud } from '../unit/proof/small-cloud';
import type { AskedCloud, AskedPacket, PlacedPort } from './asked-packet';
import type { Dice } from './dice';
import { RandomRules } from './random-rules';

const ROUTED = ['n0', 'n1', 'n2'];
/** An address that no port has. A port without port security may answer for it. */
const NOBODYS = '10.0.0.250';

const BLOCKS = {
  4: [
    '0.0.0.0/0',
    '0.0.0.0/0',
    '0.0.0.0/1',
    '10.0.0.0/24',
    '10.0.1.0/24',
    '10.0.0.8/29',
    '10.0.0.10/32',
    '203.0.113.0/24',
    '10.0.0.0/8',
  ],
  6: ['::/0', '::/0', 'fd00:0::/64', 'fd00:1::/64', 'fd00:0::10/124', 'fd00::/16'],
};

/** A random world of many rules around one router, and packets to ask about it. */
export class RandomCloud implements AskedCloud {
  readonly cloud = new SmallCloud();
  private readonly ports: PlacedPort[] = [];
  private readonly floating: { readonly address: string; readonly port: PlacedPort }[] = [];
  private readonly groups: readonly string[];
  private readonly rules: RandomRules;

  constructor(private readonly dice: Dice) {
    for (const [i, name] of ['n0', 'n1', 'n2', 'lone'].entries()) this.network(name, i);
    this.cloud
      .network('ext', '203.0.113.0/24', { external: true })
      .subnet('ext', 'ext', '203.0.113.0/24', { no_gateway: true });
    this.groups = Array.from({ length: 4 + dice.roll(4) }, (_, i) => `g${i}`);
    for (const group of this.groups)
      this.cloud.group(group, { delete_default_rules: dice.chance(80), ...(dice.chance(20) && { stateful: false }) });
    this.cloud.add('networking_address_group', 'ag', { addresses: ['10.0.0.10/32', '10.0.1.10/32'] });
    this.rules = new RandomRules({ cloud: this.cloud, dice, groups: this.groups, blocks: BLOCKS });
    for (let i = 0; i < 24 + dice.roll(12); i++) this.rules.add();
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
      ...((to.secured || to.name in this.claims || to.network !== 'n0') && dice.chance(9) ? [NOBODYS] : []),
    ]);
    const six = destination.includes(':');
    const own = [
      ...from.addresses,
      ...from.addresses,
      ...from.pairs.map(first),
      ...(dice.chance(10) ? ['10.0.1.77', 'fd00:1::77'] : []),
    ];
    const sources = own.filter((address) => address.includes(':') === six);
    const { protocol, port } = this.rules.service(six);
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
