import { BroadcastChannel } from 'node:worker_threads';
import { isViolation } from '../../review/grave';
import { configOf } from '../config/load-config';
import type { Context } from '../context';
import { compareSides, readSides } from '../review/compare-clouds';
import { Clouds } from '../review/read-clouds';
import { type AlikeReview, AlikeReviews, type Learned } from './alike-reviews';
import type { FleetResult, ReviewTask } from './fleet-result';

/** What a thread keeps from one cloud to the next: which clouds there are in a revision, and what was told of them. */
const revisions = new Map<string, Clouds>();
/** Threads tell each other, so that a kind of clouds is compared whole twice and not twice in each. */
const others = new BroadcastChannel('egov alike reviews');
const reviews = new AlikeReviews((learned) => others.postMessage(learned));
others.unref();
others.onmessage = (message) => {
  reviews.learn((message as { readonly data: Learned }).data);
};

/** Compares one environment. What cannot be read is a result like any other. */
export async function reviewTask(
  { id, environments, base, asOf, whole }: ReviewTask,
  context: Context,
): Promise<FleetResult> {
  const begin = context.now();
  const own = configOf(context).policies;
  const sides = readSides(id, base.id, revisionAt(base.environments, environments), revisionAt(environments), false);
  const compare = async () => {
    if ('outcome' in sides) return sides;
    const { outcome, changes } = await compareSides(sides, { asOf, plan: undefined, own, asked: false });
    return { outcome, changes };
  };
  // A policy of somebody's own may ask for any word or address.
  const alone = 'outcome' in sides || whole || own.length > 0;
  const { told, by, kind }: AlikeReview = alone
    ? { told: await compare(), by: 'itself' }
    : await reviews.review(sides, asOf, compare);
  const { outcome, changes } = told;
  return {
    id,
    verdict: outcome.state === 'unreadable' ? 'invalid' : changes.some(isViolation) ? 'violated' : 'ok',
    counts: { changes: changes.length, alike: by === 'another' ? 1 : 0 },
    problems: outcome.problems,
    seconds: Math.round(context.now() - begin) / 1000,
    compared: { outcome, changes },
    ...(kind && { kind }),
  };
}

function revisionAt(environments: string, workTree?: string): Clouds {
  const known = revisions.get(environments) ?? new Clouds(environments, workTree);
  revisions.set(environments, known);
  return known;
}
