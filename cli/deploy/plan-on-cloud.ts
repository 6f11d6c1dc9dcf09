import { resolve } from 'node:path';
import { withDeploymentLock } from '../../deployment/deployment-lock';
import { halfMadeProblems, type PlannedStack, planDeployment } from '../../deployment/plan-deployment';
import { isLeftAlone, protectedChanges } from '../../deployment/protection';
import { type PlanOrigin, savePlan } from '../../deployment/saved-plan';
import { seesDeployed } from '../../deployment/sees-deployed';
import { addCounts, countChanges } from '../../engines/plan-summary';
import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import { designHash } from '../../stacks/synthesise';
import { answerJson, type Context, tell } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { planTable } from '../plan/plan-words';
import { sayProblems } from '../say-problems';
import { packageVersion } from '../version';
import { LiveProgress, tellPlanned, tellStays } from './deploy-words';
import { deploymentFolder, type OpenDeployment, openDeployment } from './open-deployment';

export interface PlanOnCloudInputs {
  readonly id: string;
  readonly design: Design;
  /** The stacks of the design, as they were proved. */
  readonly emitted: readonly EmittedStack[];
  readonly cloud: string | undefined;
  readonly out: string | undefined;
  /** Only this stack, with OpenTofu's own rendering. */
  readonly stack: string | undefined;
  /** File that takes the plan, for `apply --saved`. */
  readonly save: string | undefined;
  /** OpenTofu's own rendering of every stack. */
  readonly full: boolean;
  readonly detailedExitCode: boolean;
}

/** Plans every stack against its cloud and its state. An account that may only read is enough. */
export async function planOnCloud(inputs: PlanOnCloudInputs, context: Context): Promise<ExitCode> {
  const { id, design, emitted, cloud, out } = inputs;
  const save = inputs.save === undefined ? undefined : resolve(context.folder, inputs.save);
  const folder = deploymentFolder(id, out, context);
  return withDeploymentLock(folder.lock, `plan ${id}`, async () => {
    const progress = new LiveProgress(context);
    const opened = await openDeployment(
      { id, design, emitted, cloud, out, changes: false, onEvent: progress.onEvent },
      context,
    );
    try {
      const refresh = await refreshes(opened, context);
      const planned = await planDeployment(opened.deployment, {
        reviewed: true,
        refresh,
        ...(inputs.stack !== undefined && { only: inputs.stack }),
        text: (inputs.full || inputs.stack !== undefined) && !context.json,
        colour: context.colour,
        onPlan: (one) => {
          progress.end(one.stack);
          tellPlanned(one, context);
        },
      });
      if (save !== undefined && inputs.stack === undefined && planned.every(({ problems }) => problems.length === 0))
        savePlan(save, originOf(design, opened), opened.deployment, planned);
      return endOf(inputs, planned, context);
    } finally {
      opened.clouds.close();
    }
  });
}

/** Whether the cloud can be asked what became of what was deployed. Says so where it cannot. */
async function refreshes({ deployment, clouds }: OpenDeployment, context: Context): Promise<boolean> {
  const reader = clouds.sessions.find(({ onlyReads }) => onlyReads);
  if (reader === undefined || (await seesDeployed(deployment, clouds))) return true;
  tell(context, {
    en: `${reader.user} does not see what stands in these projects: planned on what was left there; what somebody changed by hand since does not show`,
    zh: `${reader.user} 看不到这些项目中的资源：按上次部署结果计划，此后的手工改动不会显示`,
  });
  return false;
}

/** What a saved plan must still fit when it is applied. */
export function originOf(design: Design, { clouds }: OpenDeployment): PlanOrigin {
  return {
    environment: design.environment,
    input: designHash(design),
    egov: packageVersion(),
    cloud: clouds.address,
  };
}

function endOf(inputs: PlanOnCloudInputs, planned: readonly PlannedStack[], context: Context): ExitCode {
  const problems = planned.flatMap((one) => one.problems);
  const stacks = planned.map(({ stack, changes, problems: own, inputs: given, halfMade, left }) => ({
    name: stack.name,
    counts: countChanges(changes),
    changes,
    placeholders: given.open.length,
    protected: protectedChanges(stack, changes).map(({ address, action }) => ({ address, action })),
    halfMade,
    left: left === true,
    problems: own,
  }));
  if (context.json) {
    const total = addCounts(stacks.map(({ counts }) => counts));
    answerJson(context, { environment: inputs.id, offline: false, stacks, total });
  } else {
    say(planned, stacks, context);
    sayProblems(problems, context);
  }
  if (problems.length > 0) return exitCodeOf(problems);
  return inputs.detailedExitCode && planned.some(({ work }) => work) ? ExitCode.changes : ExitCode.ok;
}

function say(
  planned: readonly PlannedStack[],
  stacks: readonly {
    readonly name: string;
    readonly counts: ReturnType<typeof countChanges>;
    readonly placeholders: number;
  }[],
  context: Context,
): void {
  for (const { stack, text } of planned.filter((one) => one.text !== '')) {
    context.output.data(`# ${stack.name}`);
    context.output.data(text);
  }
  for (const line of planTable(stacks, context.language)) context.output.data(line);
  for (const one of planned) if (isLeftAlone(one, { addresses: [], reason: '' })) tellStays(one, context);
  for (const change of planned.flatMap(({ stack, changes }) => protectedChanges(stack, changes)))
    tell(context, {
      en: `protected: ${change.action} ${change.address}`,
      zh: `受保护：${change.address} 将被${change.action === 'destroy' ? '删除' : '替换'}`,
    });
  const open = stacks.reduce((sum, { placeholders }) => sum + placeholders, 0);
  if (open > 0)
    tell(context, {
      en: `${open} ids of stacks that are still to be applied are placeholders; an apply fills them in and checks that nothing else changes`,
      zh: `${open} 个来自未执行堆栈的标识为占位符；执行时会填入并核对其余内容不变`,
    });
  if (context.json) return;
  sayProblems(planned.flatMap(halfMadeProblems), context);
}
