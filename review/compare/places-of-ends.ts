import { Cidr } from '../../model/cidr';
import type { Design } from '../../model/design/design';
import type { AllowedFlow } from '../../model/flow';
import type { PlaneRole } from '../../model/plane-role';
import type { WitnessPacket } from '../../proof/proof';

/** Where an end of a flow stands, by the label that the proof gives it. */
export interface EndPlace {
  readonly plane?: string;
  readonly role?: PlaneRole;
  readonly tenant?: string;
  /** Whether it is somebody whom the cloud does not hold. */
  readonly outside: boolean;
}

/** Knows the labels of one or two designs: of both where an end is only in one of them. */
export class PlacesOfEnds {
  private readonly known = new Map<string, EndPlace>();
  private readonly flows: FlowBlocks[] = [];
  private readonly approvals = new Map<string, string>();

  constructor(designs: readonly Design[]) {
    for (const design of designs) this.add(design);
  }

  of(label: string): EndPlace {
    return this.known.get(label) ?? { outside: label.startsWith('outside of ') };
  }

  /** Whether packets would pass from one plane to another without anything between. */
  crosses(from: string, to: string): boolean {
    const [a, b] = [this.of(from).plane, this.of(to).plane];
    return a !== undefined && b !== undefined && a !== b;
  }

  /** The flow that allows a packet between two ends: theirs before one that allows it to many. */
  allowing(from: string, to: string, packet: WitnessPacket): AllowedFlow | undefined {
    const fitting = this.flows.filter((one) => one.admits(packet)).map(({ flow }) => flow);
    return fitting.find((one) => one.from.label === from && one.to.label === to) ?? fitting[0];
  }

  /** The approval of the channel that a flow goes through, where one does. */
  approvalOf({ id }: AllowedFlow): string | undefined {
    const channel = [...this.approvals].find(([key]) => id.split(/[\s/]/).includes(key));
    return channel?.[1];
  }

  private add({ planes, intent, gaps }: Design): void {
    const roles = new Map(planes.map(({ key, role }) => [key, role]));
    const placed = (plane: string): EndPlace => {
      const role = roles.get(plane);
      return { plane, ...(role && { role }), outside: false };
    };
    for (const { key, plane } of intent.zones) this.known.set(key, placed(plane));
    for (const { label, zone, tenant } of intent.ends)
      this.known.set(label, {
        ...(zone ? placed(zone.plane) : { outside: true }),
        ...(tenant !== undefined && { tenant }),
      });
    for (const plane of planes)
      for (const { network } of plane.zones)
        if (network) this.known.set(`outside of ${network.name}`, { ...placed(plane.key), outside: true });
    this.flows.push(...intent.flows.map((flow) => new FlowBlocks(flow)));
    for (const { channels } of gaps) for (const { key, approval } of channels) this.approvals.set(key, approval.id);
  }
}

/** A flow with its blocks, to be asked about packets. */
class FlowBlocks {
  private readonly from: readonly Cidr[];
  private readonly to: readonly Cidr[];

  constructor(readonly flow: AllowedFlow) {
    [this.from, this.to] = [flow.from, flow.to].map(({ prefixes }) => prefixes.flatMap(blockOf)) as [Cidr[], Cidr[]];
  }

  admits({ source, destination, service }: WitnessPacket): boolean {
    const [protocol, port] = service.split(/[/ ]/);
    const fits = this.flow.ports.some(
      (one) =>
        one.protocol === protocol && (protocol === 'icmp' || (one.from <= Number(port) && Number(port) <= one.to)),
    );
    const holds = (blocks: readonly Cidr[], address: string) =>
      blockOf(address).some((one) => blocks.some((block) => block.contains(one)));
    return fits && holds(this.from, source) && holds(this.to, destination);
  }
}

/** A block, or the block of one address. */
function blockOf(text: string): Cidr[] {
  const parsed = Cidr.parse(text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`);
  return parsed instanceof Cidr ? [parsed] : [];
}
