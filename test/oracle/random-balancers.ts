import { id, type SmallCloud } from '../unit/proof/small-cloud';
import type { AskedPacket, PlacedPort } from './asked-packet';
import type { Dice } from './dice';

interface Service {
  readonly protocol: number;
  readonly port: number;
}

/** A load balancer as its network sees it: one more station, that takes its listeners' services. */
interface PlacedBalancer {
  readonly port: PlacedPort;
  readonly services: readonly Service[];
  readonly members: readonly { readonly port: PlacedPort; readonly service: Service }[];
}

/** Load balancers with listeners and members, each on the network of some port. */
export class RandomBalancers {
  readonly all: readonly PlacedBalancer[];

  constructor(
    private readonly cloud: SmallCloud,
    private readonly dice: Dice,
    private readonly ports: readonly PlacedPort[],
  ) {
    this.all = Array.from({ length: dice.roll(3) }, (_, i) => this.balancer(i));
  }

  /** A packet from a load balancer to one of its members; undefined where it has none. */
  secondHop(): AskedPacket | undefined {
    const { dice } = this;
    const { port, members } = dice.one(this.all);
    if (members.length === 0) return undefined;
    const member = dice.one(members);
    return {
      from: port.name,
      to: member.port.name,
      source: port.addresses[0] as string,
      destination: member.port.addresses[0] as string,
      ...member.service,
      ...(dice.chance(50) && { usual: true }),
    };
  }

  private balancer(i: number): PlacedBalancer {
    const { dice, cloud, ports } = this;
    const { network, addresses } = dice.one(ports);
    const name = `lb${i}`;
    const address = `${addresses[0]?.split('.').slice(0, 3).join('.')}.${200 + i}`;
    cloud.add('lb_loadbalancer', name, { vip_subnet_id: id('networking_subnet', network), vip_address: address });
    const placed = {
      port: { name, network, addresses: [address], pairs: [], secured: true },
      services: [] as Service[],
      members: [] as { port: PlacedPort; service: Service }[],
    };
    for (const [j, port] of [80, 443].slice(0, 1 + dice.roll(2)).entries()) {
      const protocol = dice.one(['TCP', 'TCP', 'UDP']);
      const number = protocol === 'TCP' ? 6 : 17;
      placed.services.push({ protocol: number, port });
      cloud.add('lb_listener', `${name}-${j}`, {
        loadbalancer_id: id('lb_loadbalancer', name),
        protocol,
        protocol_port: port,
        ...(dice.chance(60) && { allowed_cidrs: dice.some(['10.1.0.0/24', '10.1.1.0/24', '203.0.113.0/24'], 2) }),
      });
      cloud.add('lb_pool', `${name}-${j}`, { listener_id: id('lb_listener', `${name}-${j}`), protocol });
      for (const [k, member] of dice.some(ports, 3).entries()) {
        const service = { protocol: number, port: dice.one([22, 80, 443, 5432]) };
        placed.members.push({ port: member, service });
        cloud.add('lb_member', `${name}-${j}-${k}`, {
          pool_id: id('lb_pool', `${name}-${j}`),
          address: member.addresses[0],
          protocol_port: service.port,
        });
      }
    }
    return placed;
  }
}
