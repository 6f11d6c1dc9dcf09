import { servicePoint } from '../../proof/packets/service-line';
import type { EndpointClass } from '../../proof/reach/endpoint-class';
import { Reachability } from '../../proof/reach/reachability';
import { ovn } from '../unit/proof/small-cloud';
import { type AskedPacket, Dice, RandomCloud } from './random-cloud';

/** A random world with packets, the same for the same numbers. */
export function asked(seed: number, world: number, packets: number) {
  const dice = new Dice(seed * 1_000_003 + world);
  const random = new RandomCloud(dice);
  const { cloud, claims } = random;
  return { cloud, claims, packets: Array.from({ length: packets }, () => random.packet()) };
}

/** What the engine says about packets. */
export class Predicted {
  private readonly reach: Reachability;
  private readonly classes = new Map<string, EndpointClass>();

  constructor(cloud: RandomCloud['cloud'], texts: readonly string[]) {
    this.reach = new Reachability({ world: cloud.world(), driver: ovn, blocks: texts });
    for (const one of this.reach.classes)
      for (const port of one.members) this.classes.set(port.id.split('.')[1] as string, one);
  }

  passes(packet: AskedPacket): boolean {
    const { algebra, line } = this.reach;
    const [from, to] = [this.classes.get(packet.from), this.classes.get(packet.to)];
    if (!from || !to || packet.from === packet.to) return false;
    const at = (text: string) => line.set(text)?.bounds[0] as number;
    const icmp = packet.protocol === 1 || packet.protocol === 58;
    const service = servicePoint(packet.protocol, icmp ? packet.port * 256 : packet.port);
    const sent = { source: at(packet.source), destination: at(packet.destination), service };
    // A class may send from the addresses of all its members, a port only from its own.
    const others = from.members.filter((one) => !one.id.endsWith(`.${packet.from}`));
    if (others.some((one) => [...one.addresses, ...one.pairs].includes(packet.source))) return false;
    return algebra.has(this.reach.between(from, to), sent);
  }
}

export function predict(cloud: RandomCloud['cloud'], packets: readonly AskedPacket[]): boolean[] {
  const predicted = new Predicted(
    cloud,
    packets.flatMap((packet) => [packet.source, packet.destination]),
  );
  return packets.map((packet) => predicted.passes(packet));
}
