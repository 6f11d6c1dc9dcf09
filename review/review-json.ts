import { type ChangeGroup, group } from './group';
import { laneNames, lanes } from './lane';
import type { Review } from './review';

/** A review as its JSON says it. `groups` rebuild every change: see `changeOf`. */
export interface ReviewJson extends Omit<Review, 'changes'> {
  readonly format: 1;
  readonly lanes: readonly {
    readonly lane: number;
    readonly name: { readonly en: string; readonly zh: string };
    readonly changes: number;
  }[];
  readonly groups: readonly ChangeGroup[];
}

export function reviewJson({ changes, ...review }: Review): ReviewJson {
  const facts = new Map(review.environments.flatMap(({ id, facts }) => (facts ? [[id, facts] as const] : [])));
  const counted = lanes.map((lane) => ({
    lane,
    name: laneNames[lane],
    changes: changes.filter((one) => one.lane === lane).length,
  }));
  return { format: 1, ...review, lanes: counted, groups: group(changes, facts) };
}
