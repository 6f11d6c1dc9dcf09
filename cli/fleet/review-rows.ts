import type { Change } from '../../review/change';
import { changeOf, group } from '../../review/group';
import type { Lane } from '../../review/lane';
import type { EnvironmentState, Review } from '../../review/review';

/** Environments that a branch means the same for. */
export interface ReviewRow {
  readonly environments: readonly string[];
  readonly state: EnvironmentState;
  /** Changes of one of them by lane. */
  readonly lanes: Readonly<Partial<Record<Lane, number>>>;
  /** The gravest change of the first, as it is there. */
  readonly gravest?: Change;
  /** Why one cannot be read. */
  readonly problems: number;
}

/** One row for all environments with the same changes, apart from what is their own; untouched ones have none. */
export function reviewRows(review: Review): readonly ReviewRow[] {
  const { environments, changes } = review;
  const facts = new Map(environments.flatMap((one) => (one.facts ? [[one.id, one.facts] as const] : [])));
  const byEnvironment = new Map<string, { readonly index: number; readonly change: Change }[]>();
  for (const [index, one] of group(changes, facts).entries())
    for (const member of one.members) {
      const known = byEnvironment.get(member.environment) ?? [];
      known.push({ index, change: changeOf(one, member) });
      byEnvironment.set(member.environment, known);
    }
  const rows = new Map<string, ReviewRow>();
  for (const { id, state, problems } of environments) {
    if (state === 'untouched' || state === 'same') continue;
    const own = byEnvironment.get(id) ?? [];
    // What cannot be read is told one by one.
    const key = problems.length > 0 ? id : `${state} ${own.map(({ index }) => index).join(' ')}`;
    const known = rows.get(key);
    if (known) rows.set(key, { ...known, environments: [...known.environments, id] });
    else
      rows.set(
        key,
        rowOf(
          id,
          state,
          own.map(({ change }) => change),
          problems.length,
        ),
      );
  }
  return [...rows.values()].sort((a, b) => graver(a, b));
}

function rowOf(id: string, state: EnvironmentState, changes: readonly Change[], problems: number): ReviewRow {
  const lanes: Partial<Record<Lane, number>> = {};
  for (const { lane } of changes) lanes[lane] = (lanes[lane] ?? 0) + 1;
  // Groups come in the order of their gravest member.
  const [gravest] = changes;
  return { environments: [id], state, lanes, problems, ...(gravest && { gravest }) };
}

/** What cannot be read comes first, then the lane and the rank of the gravest change. */
function graver(a: ReviewRow, b: ReviewRow): number {
  const order = ({ problems, gravest }: ReviewRow) => (problems > 0 ? -1 : (gravest?.lane ?? 9));
  return order(a) - order(b) || (a.gravest?.rank ?? 0) - (b.gravest?.rank ?? 0);
}
