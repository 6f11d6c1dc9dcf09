import { servicePoint } from '../../proof/packets/service-line';
import type { EndpointClass } from '../../proof/reach/endpoint-class';
import { Reachability } from '../../proof/reach/reachability';
import { ovn, type SmallCloud } from '../unit/proof/small-cloud';
import type { AskedCloud, AskedPacket } from './asked-packet';
import { Dice } from './dice';
import { RandomCloud } from './random-cloud';
import { RoutedCloud } from './routed-cloud';

/** A random world with packets, the same for the same numbers: every other one has several routers. */
export function asked(seed: number, world: number, packets: number) {
  const dice = new Dice(seed * 1_000_003 + world);
  const random: AskedCloud = world % 2 === 0 ? new RandomCloud(dice) : new RoutedCloud(dice);
  const { cloud, claims } = random;
  return { cloud, claims, packets: Array.from({ length: packets }, () => random.packet()) };
}

/** What the engine says about packets. */
export class Predicted {
  private readonly reach: Reachability;
  private readonly senders = new Map<string, EndpointClass>();
  private readonly receivers = new Map<string, EndpointClass>();

  constructor(cloud: SmallCloud, texts: readonly string[]) {
    this.reach = new Reachability({ world: cloud.world(), driver: ovn, blocks: texts });
    for (const one of this.reach.classes) {
      for (const port of one.members) for (const side of this.sides) side.set(nameIn(port.id), one);
      if (!one.balancer) continue;
      const side = one.key.startsWith('front') ? this.receivers : this.senders;
      side.set(nameIn(one.balancer.id), one);
    }
  }

  passes(packet: AskedPacket): boolean {
    const { algebra, line } = this.reach;
    const [from, to] = [this.senders.get(packet.from), this.receivers.get(packet.to)];
    if (!from || !to || packet.from === packet.to) return false;
    const at = (text: string) => line.set(text)?.bounds[0] as number;
    const icmp = packet.protocol === 1 || packet.protocol === 58;
    const service = servicePoint(packet.protocol, icmp ? packet.port * 256 : packet.port);
    const sent = { source: at(packet.source), destination: at(packet.destination), service };
    // A class may send from the addresses of all its members, a port only from its own.
    const others = from.members.filter((one) => !one.id.endsWith(`.${packet.from}`));
    if (others.some((one) => [...one.addresses, ...one.pairs].includes(packet.source))) return false;
    const passing = packet.usual ? this.reach.usual(from).get(to) : this.reach.between(from, to);
    return passing !== undefined && algebra.has(passing, sent);
  }

  private get sides() {
    return [this.senders, this.receivers];
  }
}

export function predict(cloud: SmallCloud, packets: readonly AskedPacket[]): boolean[] {
  const predicted = new Predicted(
    cloud,
    packets.flatMap((packet) => [packet.source, packet.destination]),
  );
  return packets.map((packet) => predicted.passes(packet));
}

function nameIn(id: string): string {
  return id.split('.')[1] as string;
}
