import type { Case } from '../proof/judge/case';
import type { IntervalSet } from '../proof/packets/interval-set';
import type { Reachability } from '../proof/reach/reachability';

/** Whoever is not in some blocks. Policies ask every group about the same list: its sets are made once. */
export class Strangers {
  private readonly known = new WeakMap<readonly string[], Map<Reachability, IntervalSet>>();

  constructor(private readonly asked: Case) {}

  /** Every address outside of the blocks, in one reading. A list that was asked about must not change. */
  outsideOf(blocks: readonly string[], reading: Reachability): IntervalSet {
    const sets = this.known.get(blocks) ?? new Map<Reachability, IntervalSet>();
    this.known.set(blocks, sets);
    const { lines } = this.asked.readings.algebra;
    const made = sets.get(reading) ?? lines.subtract(reading.line.everything, reading.line.sets(blocks));
    sets.set(reading, made);
    return made;
  }
}
