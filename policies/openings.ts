import type { Case } from '../proof/judge/case';
import { owner, packetText } from '../proof/judge/trace';
import { servicesText } from '../proof/packets/service-line';
import type { Proof, WitnessPacket } from '../proof/proof';
import { proveCase } from '../proof/prove';
import type { EndpointClass } from '../proof/reach/endpoint-class';
import type { NetworkWorld } from '../proof/world/network-world';
import { Admission } from './admission';
import type { FlowSet } from './flow-set';
import { type JudgedResources, keyOf } from './judged-resources';
import { type Ports, servicesOf } from './ports';
import { Strangers } from './strangers';
import type { Thing } from './thing';

const NOBODY: readonly string[] = [];

/** Ends that nothing tells apart, as one thing: the first port, the load balancer, or whoever is outside. */
export interface OpenEnd extends Thing {
  /** `finance/budget/app` where the cloud says who lives there, else an address of a resource. */
  readonly label: string;
  readonly tenant?: string;
  readonly zone?: { readonly key: string; readonly kind: string };
  readonly plane?: string;
  /** Whether these are strangers beyond an external network. */
  readonly outside: boolean;
  readonly balancer: boolean;
  /** Ids of its ports in the table. */
  readonly ports: readonly string[];
}

/** All that passes from one end to another. */
export interface Opening {
  readonly from: OpenEnd;
  readonly to: OpenEnd;
  /**
   * One packet to these ports, from a source outside of `except` to a destination outside of `beside`. `sure` when it
   * passes whatever apply chooses.
   */
  packet(ports?: readonly Ports[], except?: readonly string[], beside?: readonly string[]): OpenPacket | undefined;
}

/** A witness, and the whole set that it is one of. */
export type OpenPacket = WitnessPacket & { readonly sure: boolean; readonly flow: FlowSet };

/** What the proof room says about the resources. Every set is computed once, whoever asks: the proof is of the same case. */
export class Openings {
  private known: { readonly asked: Case; readonly all: readonly Opening[] } | undefined;
  private whole: Proof | undefined;
  private readonly ends = new Map<EndpointClass, OpenEnd>();
  private readonly admissions = new Map<string, Admission>();

  private readonly strangers: Strangers;

  constructor(
    readonly asked: Case,
    private readonly resources: JudgedResources,
    private readonly platform: number,
  ) {
    this.strangers = new Strangers(asked);
  }

  /** Every statement about the cloud, as `egov prove` says them. */
  get proof(): Proof {
    this.whole ??= proveCase(this.asked);
    return this.whole;
  }

  get world(): NetworkWorld {
    return this.asked.world;
  }

  /** Every pair of ends between which anything may pass. */
  get all(): readonly Opening[] {
    const asked = this.asked;
    this.known ??= { asked, all: [...asked.reach.all()].map((one) => this.opening(asked, one)) };
    return this.known.all;
  }

  /** Every end that is inside of the cloud, reached or not. */
  get inside(): readonly OpenEnd[] {
    return this.asked.reach.classes.filter((one) => !one.beyond).map((one) => this.end(one));
  }

  /** What the rules of a group admit, whether a port has the group or not. `group` is an id of the table. */
  admission(group: string, direction: 'ingress' | 'egress'): Admission {
    const key = `${direction} ${group}`;
    const made = this.admissions.get(key) ?? new Admission(this.asked, group, direction, this.strangers);
    this.admissions.set(key, made);
    return made;
  }

  private opening(
    asked: Case,
    { from, to, packets }: { from: EndpointClass; to: EndpointClass; packets: Packets },
  ): Opening {
    return {
      from: this.end(from),
      to: this.end(to),
      packet: (ports, except = NOBODY, beside = NOBODY) => {
        const { algebra, may, must } = asked.readings;
        const wanted = servicesOf(asked, ports);
        const box = (reading: typeof may) =>
          algebra.box(this.strangers.outsideOf(except, reading), this.strangers.outsideOf(beside, reading), wanted);
        const open = algebra.packets.intersect(packets, box(may));
        const witness = algebra.witness(open);
        if (!witness) return undefined;
        const surely = algebra.packets.intersect(asked.readings.surelyBetween(from, to), box(must));
        return { ...packetText(may, witness), sure: surely !== algebra.none, flow: this.flow(asked, from, to, open) };
      },
    };
  }

  private flow(asked: Case, from: EndpointClass, to: EndpointClass, packets: Packets): FlowSet {
    const { algebra, may } = asked.readings;
    const { lines } = algebra;
    const boxes = [...algebra.boxes(packets)];
    return {
      from: this.end(from).label,
      to: this.end(to).label,
      sources: may.line.text(lines.unionAll(boxes.map((box) => box.sources))),
      services: servicesText(lines, lines.unionAll(boxes.map((box) => box.services))),
      within(sources, ports) {
        // A block whose ends the line does not know would be read as more than it is.
        if (sources && !sources.every((text) => may.line.places.holds(text))) return false;
        const accepted = sources ? may.line.sets(sources) : may.line.everything;
        const named = algebra.box(accepted, may.line.everything, servicesOf(asked, ports));
        return algebra.packets.subtract(packets, named) === algebra.none;
      },
    };
  }

  private end(one: EndpointClass): OpenEnd {
    const known = this.ends.get(one);
    if (known) return known;
    const { id, place } = owner(one);
    const named = this.asked.end(one);
    const levels = one.members.map((port) => this.resources.find(port.id)?.mlps ?? 0);
    const mlps = Math.max(0, ...levels, this.resources.find(one.balancer?.id)?.mlps ?? 0) || this.platform;
    const key = one.beyond ? `outside of ${keyOf(id)}` : keyOf(id);
    const made: OpenEnd = {
      ...named,
      key,
      place,
      mlps,
      outside: one.beyond !== undefined,
      balancer: one.balancer !== undefined,
      ports: one.members.map((port) => port.id),
    };
    this.ends.set(one, made);
    return made;
  }
}

type Packets = ReturnType<Case['reach']['between']>;
