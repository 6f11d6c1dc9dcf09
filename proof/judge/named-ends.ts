import type { Intent } from '../../model/intent';
import type { ZoneKind } from '../../model/zone-kind';
import type { IntervalSet } from '../packets/interval-set';
import { hasPoint, lowest } from '../packets/interval-set';
import { readBlock } from '../packets/ip-block';
import { classLabel, type EndpointClass } from '../reach/endpoint-class';
import type { Reachability } from '../reach/reachability';
import { WirePlanes } from './wire-planes';

/** What a class of ends is to a person who knows the cloud. */
export interface NamedEnd {
  readonly label: string;
  readonly tenant?: string;
  readonly zone?: { readonly key: string; readonly kind: ZoneKind };
  /** The plane on whose wire it lies; absent where no plane of the intent uses that physical network or those blocks. */
  readonly plane?: string;
}

interface Candidate {
  readonly set: IntervalSet;
  readonly size: bigint;
  readonly plane?: string;
  readonly end: Pick<NamedEnd, 'label' | 'tenant' | 'zone'>;
}

/** Names for ends: by the narrowest block of the intent that holds the address; by project where there is no intent. */
export class NamedEnds {
  private readonly candidates: readonly Candidate[];
  private readonly known = new Map<EndpointClass, NamedEnd>();

  constructor(
    private readonly reach: Reachability,
    private readonly intent: Intent | undefined,
    private readonly planes = new WirePlanes(reach.world, reach.wires, intent, () => reach),
  ) {
    const ends = (intent?.ends ?? []).flatMap(({ label, tenant, zone, prefixes }) =>
      prefixes.map((prefix) => ({
        prefix,
        plane: zone?.plane,
        end: { label, ...(tenant !== undefined && { tenant }), ...(zone && { zone }) },
      })),
    );
    const zones = (intent?.zones ?? []).flatMap(({ key, kind, plane, prefixes }) =>
      prefixes.map((prefix) => ({ prefix, plane, end: { label: key, zone: { key, kind } } })),
    );
    this.candidates = [...ends, ...zones]
      .flatMap(({ prefix, plane, end }): Candidate[] => {
        const [set, block] = [reach.line.set(prefix), readBlock(prefix)];
        if (!set || !block) return [];
        return [{ set, size: BigInt(block.last) - BigInt(block.first), ...(plane !== undefined && { plane }), end }];
      })
      .sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : 0));
  }

  of(one: EndpointClass): NamedEnd {
    const known = this.known.get(one);
    if (known) return known;
    const made = this.name(one);
    this.known.set(one, made);
    return made;
  }

  planeOfWire(wire: string): string | undefined {
    return this.planes.of(wire);
  }

  private name(one: EndpointClass): NamedEnd {
    const plane = this.planes.of(one.wire);
    const placed = plane !== undefined ? { plane } : {};
    if (one.beyond) return { label: `outside of ${one.beyond.name ?? one.beyond.id}`, ...placed };
    if (one.outsider) {
      const tenant = this.tenantOf(one.outsider.target);
      return { label: classLabel(one), ...(tenant !== undefined && { tenant }), ...placed };
    }
    // Address pairs give a port no name: they may be anybody's.
    const fixed = this.reach.line.sets(one.members.flatMap((port) => port.addresses));
    const address = lowest(one.balancer ? this.front(one) : fixed);
    const at = address === undefined ? undefined : this.narrowest(address, plane);
    if (at) return { ...at.end, ...placed };
    const project = one.members[0]?.project ?? one.balancer?.project;
    const tenant = this.intent === undefined && project !== undefined ? { tenant: project } : {};
    return { label: classLabel(one), ...tenant, ...placed };
  }

  /** Whose a project is: that of any port of it. */
  private tenantOf(project: string): string | undefined {
    const known = this.reach.classes.find((one) => one.members.some((port) => port.project === project));
    return known ? this.of(known).tenant : undefined;
  }

  private front(one: EndpointClass): IntervalSet {
    return this.reach.line.set(one.balancer?.address ?? '') ?? this.reach.algebra.lines.empty;
  }

  private narrowest(address: number, plane: string | undefined): Candidate | undefined {
    const holding = this.candidates.filter((one) => hasPoint(one.set, address));
    const narrowest = holding.filter((one) => one.size === holding[0]?.size);
    return narrowest.find((one) => one.plane === plane) ?? narrowest[0];
  }
}
