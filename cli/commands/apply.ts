import { resolve } from 'node:path';
import { type AppliedStack, applyDeployment } from '../../deployment/apply-deployment';
import { withDeploymentLock } from '../../deployment/deployment-lock';
import { type PlanDeploymentProps, type PlannedStack, planDeployment } from '../../deployment/plan-deployment';
import {
  type Allowance,
  isLeftAlone,
  protectedChanges,
  protectionProblems,
  recordAllowance,
  spelledOut,
} from '../../deployment/protection';
import { recover } from '../../deployment/recover';
import { readSavedPlan, restorePlan } from '../../deployment/saved-plan';
import { addCounts, countChanges } from '../../engines/plan-summary';
import { ProblemsError } from '../../model/problem';
import { DEPLOY_REASON } from '../../model/problems/deployment-problems';
import { addressWords } from '../../model/resource-name';
import { emitStacks } from '../../stacks/emit-stacks';
import { answerJson, type Context, tell } from '../context';
import { confirm } from '../deploy/confirm';
import { LiveProgress, tellApplied, tellPlanned, tellStays } from '../deploy/deploy-words';
import { deploymentFolder, type OpenDeployment, openDeployment } from '../deploy/open-deployment';
import { originOf } from '../deploy/plan-on-cloud';
import { ExitCode, exitCodeOf } from '../exit-code';
import { loadDesign } from '../load-design';
import { changeWords } from '../plan/plan-words';
import { proveFirst } from '../proof/prove-first';
import { sayProblems } from '../say-problems';

export interface ApplyInputs {
  readonly id: string | undefined;
  /** Whether the clusters of the environment come after. @default false */
  readonly pods?: boolean;
  readonly cloud: string | undefined;
  /** File of `plan --save`. */
  readonly saved: string | undefined;
  readonly yes: boolean;
  readonly allowDestroy: readonly string[];
  readonly reason: string | undefined;
  readonly parallel: string | undefined;
  readonly out: string | undefined;
}

/** Makes a cloud what its environment says, or what a saved plan says, if the proof shows nothing to be violated. */
export async function apply(inputs: ApplyInputs, context: Context): Promise<ExitCode> {
  const file = inputs.saved === undefined ? undefined : resolve(context.folder, inputs.saved);
  const saved = file === undefined ? undefined : readSavedPlan(file);
  const id = inputs.id ?? saved?.environment ?? '';
  const allowance = allowanceOf(inputs);
  const { design } = loadDesign(id, context);
  const emitted = emitStacks(design);
  proveFirst(emitted, design, context, inputs);
  const folder = deploymentFolder(id, inputs.out, context);
  return withDeploymentLock(folder.lock, `apply ${id}`, async () => {
    const progress = new LiveProgress(context);
    const { cloud, out, yes } = inputs;
    const props = { id, design, emitted, cloud, out, changes: true, ...parallelOf(inputs), onEvent: progress.onEvent };
    const opened = await openDeployment(props, context);
    try {
      await recoverWith(opened, context);
      const planned =
        saved === undefined || file === undefined
          ? await planAll(opened, { reviewed: !yes }, progress, context)
          : await restorePlan(file, saved, originOf(design, opened), opened.deployment);
      return await carryOut({ id, planned, allowance, opened, yes, destroy: false, progress }, context);
    } finally {
      opened.clouds.close();
    }
  });
}

/** Picks up what an interrupted apply left, and says so. */
export function recoverWith({ deployment, clouds }: OpenDeployment, context: Context): Promise<void> {
  return recover({
    deployment,
    clouds,
    onWait: ({ name }, pid) =>
      tell(context, {
        en: `${name}: OpenTofu (process ${pid}) still works for an egov that was killed; waiting for it`,
        zh: `${name}：OpenTofu（进程 ${pid}）仍在为已终止的 egov 工作，正在等待`,
      }),
    onFound: ({ name }, addresses) =>
      tell(context, {
        en: `${name}: taking over what was made before the interruption: ${addresses.join(', ')}`,
        zh: `${name}：接管中断前已建立的资源：${addresses.join('、')}`,
      }),
    onKept: ({ name, places }, addresses) => {
      for (const address of addresses) {
        const [what, place] = [addressWords(address), places[address] ?? address];
        tell(context, {
          en: `${name}: a call failed behind the making of ${what.en}; it is whole and is kept (${place})`,
          zh: `${name}：${what.zh} 建立后的调用失败，资源完好，予以保留（${place}）`,
        });
      }
    },
  });
}

export function planAll(
  { deployment }: OpenDeployment,
  props: PlanDeploymentProps,
  progress: LiveProgress,
  context: Context,
): Promise<PlannedStack[]> {
  const onPlan = (one: PlannedStack): void => {
    progress.end(one.stack);
    tellPlanned(one, context);
  };
  return planDeployment(deployment, { ...props, onPlan });
}

export function parallelOf({ parallel }: Pick<ApplyInputs, 'parallel'>): { readonly parallel?: number } {
  return parallel === undefined ? {} : { parallel: Math.max(1, Number.parseInt(parallel, 10) || 1) };
}

export function allowanceOf({ allowDestroy, reason = '' }: Pick<ApplyInputs, 'allowDestroy' | 'reason'>): Allowance {
  if (allowDestroy.length > 0 && reason.trim() === '')
    throw new ProblemsError([DEPLOY_REASON.at('--allow-destroy', {})]);
  return { addresses: allowDestroy, reason: reason.trim() };
}

export interface CarryOutProps {
  readonly id: string;
  readonly planned: readonly PlannedStack[];
  readonly allowance: Allowance;
  readonly opened: OpenDeployment;
  readonly yes: boolean;
  readonly destroy: boolean;
  readonly progress: LiveProgress;
}

/** From a plan to the cloud: nothing that is protected, nothing that was not confirmed. */
export async function carryOut(props: CarryOutProps, context: Context): Promise<ExitCode> {
  const { id, opened, progress } = props;
  const { deployment, clouds } = opened;
  const allowance = spelledOut(props.allowance, props.planned);
  const alone = props.planned.filter((one) => !props.destroy && isLeftAlone(one, props.allowance));
  for (const one of alone) tellStays(one, context);
  const planned = props.planned.filter((one) => !alone.includes(one));
  const problems = planned.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  const gone = planned.flatMap(({ stack, changes }) => protectedChanges(stack, changes));
  const refused = protectionProblems(gone, allowance, () => undefined);
  if (refused.length > 0) throw new ProblemsError(refused);
  const total = addCounts(planned.map(({ changes }) => countChanges(changes)));
  if (planned.every(({ work }) => !work)) {
    tell(context, { en: `${id}: no changes`, zh: `${id}：无变更` });
    if (context.json) answerJson(context, { environment: id, stacks: [], total });
    return ExitCode.ok;
  }
  const words = changeWords(total);
  tell(context, { en: `${id}: ${words.en}`, zh: `${id}：${words.zh}` });
  if (!props.yes) await confirm(id, context);
  const record = { environment: id, account: clouds.common.user, reason: allowance.reason };
  recordAllowance(deployment.folder.allowances, gone, record);
  const applied = await applyDeployment(deployment, {
    planned,
    allowance,
    environment: id,
    account: clouds.common.user,
    destroy: props.destroy,
    onApply: (one) => {
      progress.end(one.stack);
      tellApplied(one, context);
    },
  });
  return endOf(id, applied, context);
}

function endOf(id: string, applied: readonly AppliedStack[], context: Context): ExitCode {
  const problems = applied.flatMap((one) => one.problems);
  const total = addCounts(applied.map(({ counts }) => counts));
  if (context.json) {
    const stacks = applied.map(({ stack, counts, problems: own }) => ({ name: stack.name, counts, problems: own }));
    answerJson(context, { environment: id, stacks, total });
  } else sayProblems(problems, context);
  return problems.length === 0 ? ExitCode.ok : exitCodeOf(problems);
}
