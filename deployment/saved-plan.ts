import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAN_FILE } from '../engines/opentofu';
import { type Problem, ProblemsError } from '../model/problem';
import { DEPLOY_SAVED_PLAN } from '../model/problems/deployment-problems';
import type { Text } from '../model/text';
import { readImports } from './adoption/imports';
import type { Deployment } from './deployment';
import type { PlannedStack } from './plan-deployment';
import type { StackUnit } from './stack-unit';

/** What a plan was made of. */
export interface PlanOrigin {
  readonly environment: string;
  /** Hash of the design. */
  readonly input: string;
  /** Version of the toolkit. */
  readonly egov: string;
  /** Address of the cloud's Keystone. */
  readonly cloud: string;
}

interface SavedPlan extends PlanOrigin {
  readonly format: 1;
  readonly engine: string;
  readonly stacks: readonly SavedStack[];
}

type SavedStack = Pick<PlannedStack, 'inputs' | 'before' | 'work' | 'changes' | 'reviewed'> & {
  readonly name: string;
  readonly left?: true;
  /** Addresses of what it takes over. */
  readonly imports?: readonly string[];
  /** OpenTofu's plan file; absent where it has placeholders in it, or there is nothing to do. */
  readonly plan?: string;
};

/** Writes a plan of all stacks into one file, readable by its owner only: a plan carries the values of every attribute. */
export function savePlan(
  file: string,
  origin: PlanOrigin,
  deployment: Deployment,
  planned: readonly PlannedStack[],
): void {
  const stacks = planned.map(({ stack, inputs, before, work, changes, reviewed, left }): SavedStack => {
    const applicable = work && inputs.open.length === 0;
    const plan = applicable ? { plan: readFileSync(join(stack.folder, PLAN_FILE)).toString('base64') } : {};
    return {
      name: stack.name,
      inputs,
      before,
      work,
      changes,
      ...(reviewed && { reviewed }),
      ...(left && { left }),
      imports: importsOf(deployment, stack),
      ...plan,
    };
  });
  const saved: SavedPlan = { format: 1, ...origin, engine: deployment.tofu.engine.version, stacks };
  writeFileSync(file, `${JSON.stringify(saved)}\n`, { mode: 0o600 });
}

/** Reads a saved plan. Throws ProblemsError for another file. */
export function readSavedPlan(file: string): SavedPlan {
  const refuse = (en: string, zh: string) => new ProblemsError([DEPLOY_SAVED_PLAN.at(file, { reason: { en, zh } })]);
  if (!existsSync(file)) throw refuse('there is no such file', '文件不存在');
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as SavedPlan;
    if (saved.format === 1 && Array.isArray(saved.stacks) && typeof saved.environment === 'string') return saved;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refuse('this is no plan that `egov plan --save` wrote', '不是 `egov plan --save` 写入的计划');
}

/**
 * Puts the plan files where OpenTofu applies them. Throws ProblemsError with everything that is another than when the plan
 * was made: environment, toolkit, engine, cloud, or a state.
 */
export async function restorePlan(
  file: string,
  saved: SavedPlan,
  origin: PlanOrigin,
  deployment: Deployment,
): Promise<PlannedStack[]> {
  const problems: Problem[] = [];
  const compare = (what: Text, was: string, is: string): void => {
    if (was === is) return;
    const reason = { en: `${what.en} moved on since: ${was} became ${is}`, zh: `${what.zh}已变化：${was} 变为 ${is}` };
    problems.push(DEPLOY_SAVED_PLAN.at(file, { reason }));
  };
  compare({ en: 'the environment', zh: '环境' }, saved.input.slice(0, 12), origin.input.slice(0, 12));
  compare({ en: 'egov', zh: 'egov 版本' }, saved.egov, origin.egov);
  compare({ en: 'OpenTofu', zh: 'OpenTofu 版本' }, saved.engine, deployment.tofu.engine.version);
  compare({ en: 'the cloud', zh: '云' }, saved.cloud, origin.cloud);
  const states = new Map([...(await deployment.states()), ...(await deployment.leftStates())]);
  const planned: PlannedStack[] = [];
  for (const stack of [...deployment.stacks, ...deployment.left]) {
    const one = saved.stacks.find(({ name }) => name === stack.name);
    const state = states.get(stack.name);
    if (one === undefined || state === undefined) continue;
    const [en, zh] = [`the state of ${stack.name}`, `堆栈 ${stack.name} 的状态`];
    compare({ en, zh }, stateWords(one.before), stateWords(state));
    // What an apply made that was killed is in no state: such a plan would make it twice.
    const [was, is] = [one.imports ?? [], importsOf(deployment, stack)].map((all) => all.join(', ') || '-');
    compare({ en: `what ${stack.name} takes over`, zh: `堆栈 ${stack.name} 接管的资源` }, was ?? '-', is ?? '-');
    planned.push({ ...one, stack, problems: [], text: '', later: false, halfMade: [] });
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  for (const { stack } of planned) {
    const plan = saved.stacks.find(({ name }) => name === stack.name)?.plan;
    if (plan === undefined) continue;
    await deployment.prepare(stack);
    writeFileSync(join(stack.folder, PLAN_FILE), Buffer.from(plan, 'base64'), { mode: 0o600 });
  }
  return planned;
}

function importsOf({ folder }: Deployment, { state }: StackUnit): readonly string[] {
  return readImports(folder.imports(state))
    .map(({ to }) => to)
    .sort();
}

function stateWords({ serial, lineage }: PlannedStack['before']): string {
  return `${lineage.slice(0, 8) || 'none'}#${serial}`;
}
