import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { byKey } from '../../model/stable-hash';
import type { Change } from '../../review/change';
import { inOrder } from '../../review/compare/review-cloud';
import { isViolation } from '../../review/grave';
import { commentLimits, markdown } from '../../review/markdown/markdown';
import type { EnvironmentOutcome, Review } from '../../review/review';
import { reviewJson } from '../../review/review-json';
import { answer, type Context, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { disagreeing } from '../fleet/alike-reviews';
import { runFleet } from '../fleet/fleet-pool';
import type { FleetResult, ReviewTask } from '../fleet/fleet-result';
import { reviewRows } from '../fleet/review-rows';
import { reviewLines, reviewSummary, reviewTable } from '../fleet/review-words';
import { matching, select } from '../fleet/selection';
import { type BaseRevision, withBase } from '../review/base-revision';
import { goneIds, renamings } from '../review/compare-clouds';
import { Clouds } from '../review/read-clouds';
import { sayProblems } from '../say-problems';

export interface FleetReviewInputs {
  readonly base: string;
  readonly selection?: string | undefined;
  readonly jobs: number;
  readonly format: string;
  /** @default standard output */
  readonly file?: string | undefined;
  readonly asOf: string;
}

/**
 * Says what a branch means for many environments, compared in threads. What many have in common is told once. A broken
 * one hides no other. Ends as `review` does.
 */
export async function fleetReview(inputs: FleetReviewInputs, context: Context): Promise<ExitCode> {
  const begin = context.now();
  const made = await withBase(inputs.base, context, (revision) => reviewOf(revision, inputs, context));
  say(made, inputs, (context.now() - begin) / 1000, context);
  return endOf(made);
}

interface FleetReview {
  readonly review: Review;
  /** How many were told from another that is alike. */
  readonly alike: number;
  readonly left: number;
  readonly broken: boolean;
}

async function reviewOf(revision: BaseRevision, inputs: FleetReviewInputs, context: Context): Promise<FleetReview> {
  const [old, now] = [new Clouds(revision.environments, revision.workTree), new Clouds(context.environments)];
  const renamed = renamings(old, now);
  const lost = matching(goneIds(old, now, renamed), inputs.selection, revision.environments);
  const here = (lost.length > 0 ? matching : select)(now.ids, inputs.selection, now.root);
  const taskOf = (id: string): ReviewTask => ({
    operation: 'review',
    id,
    environments: context.environments,
    folder: context.folder,
    asOf: inputs.asOf,
    base: { environments: revision.environments, id: renamed.get(id) ?? id },
    whole: false,
  });
  const [tasks, untouched]: [ReviewTask[], EnvironmentOutcome[]] = [[], []];
  for (const id of [...here, ...lost])
    if (!renamed.has(id) && old.hash(id) !== undefined && old.hash(id) === now.hash(id))
      untouched.push({ id, state: 'untouched', problems: [] });
    else tasks.push(taskOf(id));
  const { base, head, notes } = revision;
  const { outcomes, changes, ...counts } = await compareAll(tasks, inputs.jobs, context);
  const environments = [...untouched, ...outcomes].sort((a, b) => byKey(a.id, b.id));
  return { review: { base, head, notes, environments, changes: inOrder(changes) }, ...counts };
}

interface ComparedFleet extends Omit<FleetReview, 'review'> {
  readonly outcomes: readonly EnvironmentOutcome[];
  readonly changes: readonly Change[];
}

async function compareAll(tasks: readonly ReviewTask[], jobs: number, context: Context): Promise<ComparedFleet> {
  const results: FleetResult[] = [];
  const left = await runFleet({
    tasks,
    jobs,
    signal: context.signal,
    onResult: (result) => {
      results.push(result);
      const count = `${results.length}/${tasks.length}`;
      show(context, { en: `review ${count}, last ${result.id}`, zh: `评审 ${count}，最近 ${result.id}` });
    },
  });
  const reviews = results.map(({ counts, kind }) => ({
    by: counts['alike'] === 1 ? ('another' as const) : ('itself' as const),
    ...(kind && { kind }),
  }));
  if (disagreeing(reviews)) {
    tell(context, {
      en: 'clouds that seemed alike are not, which is a defect of egov; comparing every environment whole',
      zh: '看似同类的环境并不一致，属 egov 缺陷；现逐一完整比对所有环境',
    });
    return compareAll(
      tasks.map((task) => ({ ...task, whole: true })),
      jobs,
      context,
    );
  }
  return {
    outcomes: results.map(({ id, problems, compared }) => compared?.outcome ?? { id, state: 'unreadable', problems }),
    changes: results.flatMap(({ compared }) => compared?.changes ?? []),
    alike: results.filter(({ counts }) => counts['alike'] === 1).length,
    left: left.length,
    broken: results.some(({ verdict }) => verdict === 'broken'),
  };
}

function say(made: FleetReview, inputs: FleetReviewInputs, seconds: number, context: Context): void {
  const { review, left, alike } = made;
  const format = context.json ? 'json' : inputs.format;
  if (format === 'text')
    sayProblems(
      review.environments.flatMap(({ state, problems }) => (state === 'unreadable' ? problems : [])),
      context,
    );
  write(textsOf(made, format, context), inputs, context);
  if (format === 'text') answer(context, reviewSummary({ review, left, alike, seconds }));
}

function textsOf({ review, left }: FleetReview, format: string, { language }: Context): readonly string[] {
  const rows = reviewRows(review);
  if (format === 'json') return [`${JSON.stringify({ ...reviewJson(review), rows, left }, null, 2)}\n`];
  if (format === 'text') {
    const lines = reviewLines(review, rows, language);
    return lines.length > 0 ? [`${lines.join('\n')}\n`] : [];
  }
  const limit = commentLimits.github;
  const [told, texts] = [reviewTable(rows, language), markdown(review, { language, limit })];
  const last = texts.at(-1) ?? '';
  return last.length + told.length <= limit ? [...texts.slice(0, -1), `${last}${told}`] : [...texts, told.trimStart()];
}

/** Further comments go to files of their own, `review.2.md` beside `review.md`. */
function write(texts: readonly string[], { file }: FleetReviewInputs, context: Context): void {
  for (const [index, text] of texts.entries()) {
    if (file === undefined) context.output.data(text.trimEnd());
    else {
      const name = index === 0 ? file : file.replace(/(\.\w+)?$/, `.${index + 1}$1`);
      writeFileSync(resolve(context.folder, name), text);
      tell(context, { en: `written: ${name}`, zh: `已写入：${name}` });
    }
  }
}

function endOf({ review: { environments, changes }, left, broken }: FleetReview): ExitCode {
  if (left > 0) return ExitCode.interrupted;
  if (broken) return ExitCode.internal;
  if (environments.some(({ state }) => state === 'unreadable')) return ExitCode.invalidEnvironment;
  return changes.some(isViolation) ? ExitCode.violated : ExitCode.ok;
}
