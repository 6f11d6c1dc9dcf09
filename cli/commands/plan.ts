import type { StackPlan } from '../../engines/plan-stacks';
import { addCounts, type ChangeCounts } from '../../engines/plan-summary';
import { namesCloud } from '../../engines/surroundings';
import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import { emitStacks } from '../../stacks/emit-stacks';
import { synthesise } from '../../stacks/synthesise';
import { answer, answerJson, type Context, pause, show, tell } from '../context';
import { planOnCloud } from '../deploy/plan-on-cloud';
import { ExitCode, exitCodeOf } from '../exit-code';
import { loadDesign } from '../load-design';
import { outFolder, shownFolder } from '../out-folder';
import { type CloudPlan, planCloud } from '../plan/plan-cloud';
import { changeWords, planTable } from '../plan/plan-words';
import { proveFirst } from '../proof/prove-first';
import { sayProblems } from '../say-problems';
import { USAGE_NAME } from '../usage-problems';

export interface PlanInputs {
  readonly id: string;
  /** Whether the clusters of the environment come after. @default false */
  readonly pods?: boolean;
  /** Only this stack, with OpenTofu's own rendering. */
  readonly stack?: string | undefined;
  /** OpenTofu's own rendering of every stack. */
  readonly full: boolean;
  readonly out?: string | undefined;
  /** A cloud of clouds.yaml. @default OS_CLOUD or the OS_* variables; without them nothing is asked of a cloud */
  readonly cloud?: string | undefined;
  /** File that takes the plan, for `apply --saved`. */
  readonly save?: string | undefined;
  /** Whether changes make an exit code of their own. */
  readonly detailedExitCode: boolean;
}

/**
 * Synthesises a cloud and lets OpenTofu plan every stack of it; without credentials of a cloud, offline. Says for each
 * stack and in total what would be added, changed, replaced and destroyed. One stack's problem stops no other; what the
 * proof shows to be violated stops all.
 */
export async function plan(inputs: PlanInputs, context: Context): Promise<ExitCode> {
  const { design } = loadDesign(inputs.id, context);
  const { stack, cloud, save } = inputs;
  const known = design.stacks.map(({ key }) => key);
  if (stack !== undefined && !known.includes(stack)) throw unknownStack(stack, known);
  if (cloud !== undefined || save !== undefined || namesCloud(context.surroundings)) {
    const emitted = emitStacks(design);
    proveFirst(emitted, design, context, inputs);
    return planOnCloud({ ...inputs, design, emitted, cloud, save, stack, out: inputs.out }, context);
  }
  await pause(context);
  const out = outFolder(inputs.id, inputs.out, context);
  const synthesis = synthesise(design, out);
  await pause(context);
  proveFirst(synthesis.emitted, design, context, inputs);
  await pause(context);
  const text = !context.json && (inputs.full || stack !== undefined);
  let done = 0;
  const total = stack === undefined ? known.length : 1;
  const cloudPlan = await planCloud({
    synthesis,
    out,
    ...(stack !== undefined && { only: [stack] }),
    surroundings: context.surroundings,
    signal: context.signal,
    text,
    colour: context.colour,
    onPlan: (one) => {
      done += 1;
      sayStep(one, context);
    },
    onEvent: ({ name }) =>
      show(context, {
        en: `planning: ${done} of ${total} done, now ${name}`,
        zh: `正在计划：已完成 ${done}/${total}，当前 ${name}`,
      }),
  });
  if (context.json) sayJson(inputs.id, cloudPlan, context);
  else sayPlan(cloudPlan, shownFolder(synthesis.stacks, context), context);
  return endOf(cloudPlan, inputs.detailedExitCode);
}

function unknownStack(name: string, known: readonly string[]): ProblemsError {
  const what = { en: 'stack', zh: '堆栈' };
  return new ProblemsError([USAGE_NAME.at('egov plan --stack', { what, name, near: nearMiss(name, known), known })]);
}

function endOf({ plans }: CloudPlan, detailed: boolean): ExitCode {
  const problems = plans.flatMap((one) => one.problems);
  if (problems.length > 0) return exitCodeOf(problems);
  return detailed && plans.some(({ changes }) => changes.length > 0) ? ExitCode.changes : ExitCode.ok;
}

function sayStep({ stack, problems, counts }: StackPlan, context: Context): void {
  const words = changeWords(counts);
  tell(
    context,
    problems.length > 0
      ? { en: `· ${stack.name} not planned`, zh: `· ${stack.name} 未能计划` }
      : { en: `· ${stack.name} planned: ${words.en}`, zh: `· ${stack.name} 已计划：${words.zh}` },
  );
}

function sayPlan({ cloud, plans, placeholders, left }: CloudPlan, folder: string, context: Context): void {
  for (const { stack, text } of plans.filter((one) => one.text !== '')) {
    context.output.data(`# ${stack.name}`);
    context.output.data(text);
  }
  const planned = plans.filter(({ problems }) => problems.length === 0);
  const rows = planned.map(({ stack, counts }) => ({ name: stack.name, counts }));
  for (const line of planTable(rows, context.language)) context.output.data(line);
  answer(context, { en: `synthesis: ${folder}`, zh: `生成结果：${folder}` });
  if (!cloud)
    tell(context, {
      en: 'offline: neither OS_CLOUD nor OS_AUTH_URL names a cloud, so nothing was asked of one',
      zh: '离线：未设置 OS_CLOUD 或 OS_AUTH_URL，未访问任何云',
    });
  if (left.length > 0)
    tell(context, {
      en: `described no more, and still there: ${left.join(', ')}; a plan with --cloud shows what is in them`,
      zh: `已无描述但仍然存在：${left.join('、')}；使用 --cloud 计划可查看其内容`,
    });
  if (placeholders > 0)
    tell(context, {
      en: `${placeholders} ids of stacks that were never applied are placeholders; this plan is to be read, not to be applied`,
      zh: `${placeholders} 个来自未执行堆栈的标识以占位符代替；该计划仅供阅读，不可执行`,
    });
  sayProblems(
    plans.flatMap(({ problems }) => problems),
    context,
  );
}

function sayJson(id: string, { cloud, plans, placeholders, left }: CloudPlan, context: Context): void {
  const total: ChangeCounts = addCounts(plans.map(({ counts }) => counts));
  const stacks = plans.map(({ stack, counts, changes, problems }) => ({ name: stack.name, counts, changes, problems }));
  answerJson(context, { environment: id, offline: !cloud, placeholders, left, stacks, total });
}
