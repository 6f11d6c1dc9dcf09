import type { Design } from '../../model/design/design';
import type { Problem } from '../../model/problem';
import type { Policy } from '../../policies/policy';
import type { Change } from '../../review/change';
import type { PlannedStack } from '../../review/compare/planned-stack';
import { inOrder, reviewCloud } from '../../review/compare/review-cloud';
import type { EnvironmentFacts, EnvironmentOutcome, EnvironmentState, Review } from '../../review/review';
import { configOf } from '../config/load-config';
import { type Context, pause, show } from '../context';
import type { BaseRevision } from './base-revision';
import { Clouds, isSameCloud, type ReadCloud } from './read-clouds';
import { pairOf, problemsOfEmission } from './reviewed-side';

export interface CompareProps {
  /** Day on which waivers are looked at, YYYY-MM-DD. */
  readonly asOf: string;
  /** Only these environments. @default all */
  readonly only: readonly string[];
  /** Asks OpenTofu what it would do; absent where it is not asked. */
  readonly plan?: (design: Design) => Promise<readonly PlannedStack[]>;
}

/** A review, and the designs of some clouds whose flows change, to be drawn. */
export interface ComparedClouds {
  readonly review: Review;
  readonly drawable: readonly DrawableCloud[];
}

export interface DrawableCloud {
  readonly before: Design | undefined;
  readonly after: Design;
}

/** More pictures than that nobody looks at, and a page with two hundred opens in no browser. */
const PICTURES = 8;

/** Compares every environment of both revisions; one that cannot be read hides no other. */
export async function compareClouds(
  revision: BaseRevision,
  { asOf, only, plan }: CompareProps,
  context: Context,
): Promise<ComparedClouds> {
  const [old, now] = [new Clouds(revision.environments, revision.workTree), new Clouds(context.environments)];
  const renamed = renamings(old, now);
  const gone = goneIds(old, now, renamed);
  const ids = [...now.ids, ...gone].sort().filter((id) => only.length === 0 || only.includes(id));
  const outcomes: EnvironmentOutcome[] = [];
  const changes: Change[] = [];
  const drawable: DrawableCloud[] = [];
  const own = configOf(context).policies;
  for (const id of ids) {
    await pause(context);
    show(context, { en: `comparing ${id}`, zh: `正在对比 ${id}` });
    const compared = await compareOne(id, renamed.get(id) ?? id, old, now, {
      asOf,
      plan,
      own,
      asked: only.includes(id),
    });
    outcomes.push(compared.outcome);
    changes.push(...compared.changes);
    if (compared.drawable && drawable.length < PICTURES) drawable.push(compared.drawable);
  }
  const { base, head, notes } = revision;
  return { review: { base, head, notes, environments: outcomes, changes: inOrder(changes) }, drawable };
}

/** What became of one environment, and what of it changes. */
export interface Compared {
  readonly outcome: EnvironmentOutcome;
  readonly changes: readonly Change[];
  readonly drawable?: DrawableCloud;
}

export interface CompareOneProps extends Pick<CompareProps, 'asOf'> {
  readonly plan: CompareProps['plan'] | undefined;
  /** Policies of the repository, as the head has them. @default none */
  readonly own?: readonly Policy[];
  /** Whether it was named: then its plan is wanted although no file of it differs. */
  readonly asked: boolean;
}

/** Compares one environment of the head with what it was, under the id that it had. */
export async function compareOne(
  id: string,
  was: string,
  old: Clouds,
  now: Clouds,
  props: CompareOneProps,
): Promise<Compared> {
  const read = readSides(id, was, old, now, props.plan !== undefined && props.asked);
  return 'outcome' in read ? read : compareSides(read, props);
}

/** Both revisions of one environment, as far as they can be read. */
export interface Sides {
  readonly id: string;
  readonly was: string;
  readonly state: EnvironmentState;
  readonly before?: ReadCloud;
  readonly after?: ReadCloud;
  /** Why the base cannot be read. */
  readonly broken: readonly Problem[];
}

/** Reads both revisions. Where nothing differs, or the head cannot be read, that is all that there is to tell. */
export function readSides(id: string, was: string, old: Clouds, now: Clouds, planned: boolean): Sides | Compared {
  const [there, here] = [old.has(was), now.has(id)];
  const nothing = (state: EnvironmentState, problems: readonly Problem[] = []): Compared => ({
    outcome: { id, state, problems },
    changes: [],
  });
  if (!planned && there && here && was === id && old.hash(id) === now.hash(id)) return nothing('untouched');
  const after = here ? now.read(id) : undefined;
  if (after && 'problems' in after) return nothing('unreadable', after.problems);
  const before = there ? old.read(was) : undefined;
  const broken = before && 'problems' in before ? before.problems : undefined;
  const known = before && !('problems' in before) ? before : undefined;
  if (!planned && known && after && was === id && isSameCloud(known, after)) return nothing('same');
  const state = stateOf({ there, here, moved: was !== id, broken: broken !== undefined });
  return { id, was, state, ...(known && { before: known }), ...(after && { after }), broken: broken ?? [] };
}

/** Everything that differs between two revisions. */
export async function compareSides(
  { id, was, state, before, after, broken }: Sides,
  { asOf, plan, own = [] }: CompareOneProps,
): Promise<Compared> {
  const pair = problemsOfEmission(() => pairOf(id, before, after, asOf, own));
  if ('problems' in pair) return { outcome: { id, state: 'unreadable', problems: pair.problems }, changes: [] };
  const facts = factsOf(after ?? before);
  const outcome = { id, state, problems: broken, ...(was !== id && { from: was }), ...(facts && { facts }) };
  const plans = after && plan ? await plan(after.design) : [];
  const all = reviewCloud({ ...pair, plans });
  // Without a base only what is wrong with the head can be told, not what is new.
  const told = state === 'head-only' ? all.filter(({ kind }) => kind === 'statement' || kind === 'finding') : all;
  const drawn = after && told.some(({ kind }) => kind === 'flow');
  return { outcome, changes: told, ...(drawn && { drawable: { before: before?.design, after: after.design } }) };
}

function stateOf(one: { there: boolean; here: boolean; moved: boolean; broken: boolean }): EnvironmentState {
  if (one.broken) return 'head-only';
  if (!one.there) return 'added';
  if (!one.here) return 'deleted';
  return one.moved ? 'renamed' : 'changed';
}

function factsOf(read: ReadCloud | undefined): EnvironmentFacts | undefined {
  if (!read) return undefined;
  const { adcode, name, domain } = read.environment.values;
  return { adcode, name, domain };
}

/** Ids that only the base has, and nobody under another id. */
export function goneIds(old: Clouds, now: Clouds, renamed: ReadonlyMap<string, string>): readonly string[] {
  const before = new Set(renamed.values());
  return old.ids.filter((id) => !now.has(id) && !before.has(id));
}

/** New ids whose division another folder described before: the id now, and the one that it had. */
export function renamings(old: Clouds, now: Clouds): ReadonlyMap<string, string> {
  const [gone, made] = [old.ids.filter((id) => !now.ids.includes(id)), now.ids.filter((id) => !old.ids.includes(id))];
  if (gone.length === 0 || made.length === 0) return new Map();
  const codes = (clouds: Clouds, ids: readonly string[]) =>
    ids.flatMap((id) => {
      const read = clouds.read(id);
      return 'problems' in read ? [] : [[read.design.adcode, id] as const];
    });
  const before = new Map(codes(old, gone));
  return new Map(
    codes(now, made).flatMap(([adcode, id]) => {
      const was = before.get(adcode);
      return was === undefined ? [] : [[id, was] as const];
    }),
  );
}
