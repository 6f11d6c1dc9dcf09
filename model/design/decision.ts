import type { Environment } from '../environment/environment';
import { Ledger } from '../ledger';
import type { Problem } from '../problem';
import { REFERENCE_UNKNOWN } from '../problems/name-problems';
import type { Text } from '../text';

/** What every part of the design works with: the description, the ledger, and one list of problems. */
export class Decision {
  readonly problems: Problem[] = [];
  readonly ledger: Ledger;

  constructor(readonly environment: Environment) {
    this.ledger = new Ledger(
      this.values.ledger,
      (list, owner) => this.place('ledger', list, owner),
      (problem) => this.report(problem),
    );
  }

  get values(): Environment['values'] {
    return this.environment.values;
  }

  report(problem: Problem): void {
    this.problems.push(problem);
  }

  place(...path: (string | number)[]): string {
    return this.environment.placeOf(path);
  }

  /**
   * The value of a key, or a problem at `place` that lists what there is. What is in `written` but was not decided
   * has a problem of its own already.
   */
  find<V>(from: ReadonlyMap<string, V>, key: string, what: Text, place: string, written: object = {}): V | undefined {
    const found = from.get(key);
    if (found === undefined && !Object.hasOwn(written, key))
      this.report(REFERENCE_UNKNOWN.at(place, { what, name: key, known: [...from.keys()] }));
    return found;
  }
}
