import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Design } from '../../model/design/design';
import { withChanges } from '../../review/diagram/changed-flows';
import { diagramOf } from '../../review/diagram/diagram';
import { isViolation } from '../../review/grave';
import { commentLimits, markdown } from '../../review/markdown/markdown';
import { reviewPage } from '../../review/page/review-page';
import type { Review } from '../../review/review';
import { reviewJson } from '../../review/review-json';
import { reviewJunit } from '../../review/review-junit';
import { reviewSarif } from '../../review/review-sarif';
import { type Context, tell } from '../context';
import { dayOfRun } from '../day-of-run';
import { ExitCode } from '../exit-code';
import { withBase } from '../review/base-revision';
import { type ComparedClouds, compareClouds } from '../review/compare-clouds';
import { planDocuments } from '../review/plan-documents';
import { packageVersion } from '../version';

export interface ReviewInputs {
  readonly base: string;
  /** Only these environments. @default all */
  readonly only: readonly string[];
  readonly format: string;
  /** Whose comments the Markdown is for. */
  readonly forge: keyof typeof commentLimits;
  /** @default standard output */
  readonly file?: string | undefined;
  readonly asOf?: string | undefined;
  /** Whether OpenTofu's own plan is merged in. */
  readonly plan: boolean;
  readonly detailedExitCode: boolean;
}

/**
 * Says what a branch changes, over all environments that it touches. Ends with 3 where an environment of the head is
 * invalid, with 4 where something is violated that was not before; the review is written all the same.
 */
export async function review(inputs: ReviewInputs, context: Context): Promise<ExitCode> {
  const { base, only, asOf, plan } = inputs;
  const planned = plan ? { plan: (design: Design) => planDocuments(design, context) } : {};
  const made = await withBase(base, context, (revision) =>
    compareClouds(revision, { asOf: dayOfRun(asOf), only, ...planned }, context),
  );
  write(written(made, inputs, context), inputs, context);
  return endOf(made.review, inputs.detailedExitCode);
}

function written(
  { review: made, drawable }: ComparedClouds,
  { format, forge }: ReviewInputs,
  { language, json }: Context,
): readonly string[] {
  if (json || format === 'json') return [`${JSON.stringify(reviewJson(made), null, 2)}\n`];
  if (format === 'sarif') return [`${JSON.stringify(reviewSarif(made, packageVersion()), null, 2)}\n`];
  if (format === 'junit') return [reviewJunit(made, language)];
  if (format !== 'html') return markdown(made, { language, limit: commentLimits[forge] });
  const pictures = drawable.map(({ before, after }) => ({
    diagram: withChanges(diagramOf(after), made.changes),
    order: before?.tenants.map(({ key }) => key) ?? [],
  }));
  return [reviewPage(made, pictures, language)];
}

/** Further comments go to files of their own, `review.2.md` beside `review.md`. */
function write(texts: readonly string[], { file }: ReviewInputs, context: Context): void {
  for (const [index, text] of texts.entries()) {
    if (file === undefined) {
      context.output.data(text.trimEnd());
      continue;
    }
    const name = index === 0 ? file : file.replace(/(\.\w+)?$/, `.${index + 1}$1`);
    writeFileSync(resolve(context.folder, name), text);
    tell(context, { en: `written: ${name}`, zh: `已写入：${name}` });
  }
}

function endOf({ environments, changes }: Review, detailed: boolean): ExitCode {
  if (environments.some(({ state }) => state === 'unreadable')) return ExitCode.invalidEnvironment;
  if (changes.some(isViolation)) return ExitCode.violated;
  return detailed && changes.length > 0 ? ExitCode.changes : ExitCode.ok;
}
