import type { Case } from '../proof/judge/case';
import type { IntervalSet } from '../proof/packets/interval-set';
import { pointText } from '../proof/packets/service-line';
import type { Rule } from '../proof/world/security-group';
import { type Ports, servicesOf } from './ports';
import { Strangers } from './strangers';

/** One end that rules admit, and the rules that do. */
export interface Admitted {
  /** An address of the other end. */
  readonly remote: string;
  /** `tcp/22`. */
  readonly service: string;
  /** Rules that admit a part of it, in the order of the file. Empty for Neutron's own. */
  readonly rules: readonly Rule[];
  /** False where it depends on what is not known. */
  readonly sure: boolean;
}

const NOBODY: readonly string[] = [];

/** What the rules of one group let in, or out, as a set: however they are written. */
export class Admission {
  constructor(
    private readonly asked: Case,
    private readonly group: string,
    private readonly direction: 'ingress' | 'egress',
    private readonly strangers = new Strangers(asked),
  ) {}

  /** Whom the rules admit to any of these ports (all, where none is named), but for the addresses in `except`. */
  open(ports?: readonly Ports[], except: readonly string[] = NOBODY): Admitted | undefined {
    const { may, must, algebra } = this.asked.readings;
    const { lines, relations } = algebra;
    const services = servicesOf(this.asked, ports);
    if (!this.mayOpen(services, except)) return undefined;
    const within = (reading: typeof may) =>
      relations.intersect(
        reading.filters.of(this.group)[this.direction],
        relations.box(this.strangers.outsideOf(except, reading), services),
      );
    const left = within(may);
    for (const { keys, value } of left.edges) {
      const [remote, service] = [keys.bounds[0], value.bounds[0]];
      if (remote === undefined || service === undefined) continue;
      const strangers = this.strangers.outsideOf(except, may);
      const rules = may.filters.rulesOf(this.group).filter((rule) => {
        if (rule.direction !== this.direction) return false;
        const one = may.filters.rule(rule);
        return lines.overlaps(one.services, services) && lines.overlaps(one.addresses, strangers);
      });
      const sure = within(must) !== relations.empty;
      return { remote: may.line.pointText(remote), service: pointText(service), rules, sure };
    }
    return undefined;
  }

  /** Whether one rule by itself, or what is not known of the group, could; most groups are done with this look. */
  private mayOpen(services: IntervalSet, except: readonly string[]): boolean {
    const { may, algebra } = this.asked.readings;
    const { lines } = algebra;
    const { filters } = may;
    const own = filters.groupOf(this.group)?.defaultRules === true && this.direction === 'egress';
    if (own || !filters.isTrusted(this.group)) return true;
    const strangers = this.strangers.outsideOf(except, may);
    return filters.rulesOf(this.group).some((rule) => {
      if (rule.direction !== this.direction) return false;
      const one = filters.rule(rule);
      return lines.overlaps(one.services, services) && lines.overlaps(strangers, one.addresses);
    });
  }

  /** Whether the rules together admit every address of these blocks to one service at least: two halves are a whole. */
  covers(blocks: readonly string[], ports?: readonly Ports[]): boolean {
    const { must, algebra } = this.asked.readings;
    const { lines } = algebra;
    const services = servicesOf(this.asked, ports);
    const relation = must.filters.of(this.group)[this.direction];
    const admitted = lines.unionAll(
      relation.edges.filter(({ value }) => lines.overlaps(value, services)).map(({ keys }) => keys),
    );
    return lines.includes(admitted, must.line.sets(blocks));
  }
}
