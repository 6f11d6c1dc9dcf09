import type { ChangeCounts, PlannedChange } from '../engines/plan-summary';
import { addCounts, countChanges } from '../engines/plan-summary';
import { inputsOf, type StackInputs, sameInputs } from '../engines/stack-inputs';
import { type Problem, ProblemsError } from '../model/problem';
import {
  DEPLOY_OTHER_CHANGE,
  DEPLOY_UPSTREAM_FAILED,
  DEPLOY_UPSTREAM_LOST,
} from '../model/problems/deployment-problems';
import { ENGINE_INTERRUPTED } from '../model/problems/engine-problems';
import { dropJournal, leftHalfMade, noteEngine } from './apply-journal';
import type { Deployment } from './deployment';
import { inParallel } from './in-parallel';
import { halfMadeProblems, type PlannedStack, planStack } from './plan-deployment';
import { type Allowance, protectedChanges, protectionProblems, recordAllowance } from './protection';
import { differences } from './reviewed-change';
import { forgetStack } from './stack-record';
import type { StackUnit } from './stack-unit';

export interface ApplyDeploymentProps {
  readonly planned: readonly PlannedStack[];
  readonly allowance: Allowance;
  readonly environment: string;
  /** Who changes the cloud. */
  readonly account: string;
  readonly destroy?: boolean;
  readonly onApply?: (applied: AppliedStack) => void;
}

/** What became of one stack. */
export interface AppliedStack {
  readonly stack: StackUnit;
  readonly problems: readonly Problem[];
  readonly counts: ChangeCounts;
}

/**
 * Applies what was planned: each stack after those that it uses (a destroy the other way round), some at a time. A stack
 * that was planned on placeholders is planned again when the ids are there, and goes on only where nothing else came out
 * than was reviewed. A stack that fails stops those above it and no other.
 */
export async function applyDeployment(deployment: Deployment, props: ApplyDeploymentProps): Promise<AppliedStack[]> {
  const run = new Application(deployment, props);
  const applied = new Map<string, AppliedStack>();
  const all = [...deployment.stacks, ...deployment.left];
  const above = (name: string) => all.filter(({ after }) => after.includes(name)).map((one) => one.name);
  const end = (one: AppliedStack): boolean => {
    applied.set(one.stack.name, one);
    props.onApply?.(one);
    return one.problems.length === 0;
  };
  const work = (items: readonly PlannedStack[], destroy: boolean) =>
    inParallel({
      items: destroy ? [...items].reverse() : items,
      keyOf: ({ stack }) => stack.name,
      after: ({ stack }) => (destroy ? above(stack.name) : stack.after),
      ...(deployment.props.parallel !== undefined && { width: deployment.props.parallel }),
      onSkip: ({ stack }, upstream) =>
        void end({ stack, counts: addCounts([]), problems: [DEPLOY_UPSTREAM_FAILED.at(stack.name, { upstream })] }),
      work: async (one) => end(await run.apply(one)),
    });
  // What nothing describes any more stands on what is described: it goes before that changes.
  const [going, staying] = [props.planned.filter(({ left }) => left), props.planned.filter(({ left }) => !left)];
  if (props.destroy) await work(props.planned, true);
  else {
    await work(going, true);
    await work(staying, false);
  }
  return props.planned.flatMap(({ stack }) => applied.get(stack.name) ?? []);
}

class Application {
  private readonly outputs = new Map<string, Readonly<Record<string, unknown>>>();

  constructor(
    private readonly deployment: Deployment,
    private readonly props: ApplyDeploymentProps,
  ) {}

  async apply(planned: PlannedStack): Promise<AppliedStack> {
    const { stack } = planned;
    try {
      const changes = await this.applyStack(planned);
      return { stack, problems: [], counts: countChanges(changes) };
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      return { stack, problems: [...error.problems, ...(await this.leftBehind(stack))], counts: countChanges([]) };
    }
  }

  private async applyStack(planned: PlannedStack): Promise<readonly PlannedChange[]> {
    const { stack } = planned;
    if (planned.problems.length > 0) throw new ProblemsError(planned.problems);
    this.stopIfAborted(stack);
    const { work, changes } = await this.current(planned);
    if (!work) return [];
    const { folder } = this.deployment;
    const journal = folder.journal(stack.state);
    this.stopIfAborted(stack);
    await this.deployment.tofuOf(stack).apply({
      stack,
      journal,
      onStart: (pid) => noteEngine(journal, pid),
      ...this.deployment.listener(stack),
    });
    dropJournal(journal);
    this.deployment.tookOver(stack);
    this.outputs.delete(stack.name);
    if (planned.left) forgetStack(folder.record, stack);
    return changes;
  }

  /** The plan that is to be applied: the one there is, or a new one where the stacks below give other ids. */
  private async current(planned: PlannedStack): Promise<Pick<PlannedStack, 'work' | 'changes'>> {
    if (this.props.destroy || planned.left) return planned;
    const { stack } = planned;
    const inputs = await this.inputs(stack);
    if (!planned.later && sameInputs(inputs, planned.inputs)) return planned;
    const again = await planStack(this.deployment, stack, inputs, { reviewed: planned.reviewed !== undefined });
    if (planned.reviewed !== undefined) {
      const other = differences(planned.reviewed, again.reviewed ?? []);
      if (other.length > 0) throw new ProblemsError(other.map((difference) => otherChange(stack, difference)));
    }
    this.guard(stack, again.changes);
    return again;
  }

  /** Throws where a plan that nobody saw takes something protected away. */
  private guard(stack: StackUnit, changes: readonly PlannedChange[]): void {
    const found = protectedChanges(stack, changes);
    const { allowance, environment, account } = this.props;
    const mine = {
      ...allowance,
      addresses: allowance.addresses.filter((one) => found.some(({ address }) => address === one)),
    };
    const problems = protectionProblems(found, mine, () => undefined);
    if (problems.length > 0) throw new ProblemsError(problems);
    recordAllowance(this.deployment.folder.allowances, found, { environment, account, reason: allowance.reason });
  }

  private async inputs(stack: StackUnit): Promise<StackInputs> {
    const lower = new Set(Object.values(stack.inputs).map((from) => from.stack));
    for (const name of lower) {
      const unit = this.deployment.stacks.find((one) => one.name === name);
      if (unit !== undefined && !this.outputs.has(name))
        this.outputs.set(name, (await this.deployment.state(unit)).outputs);
    }
    const inputs = inputsOf(stack, (name) => this.outputs.get(name) ?? {});
    const open = inputs.open.flatMap((name) => stack.inputs[name] ?? []);
    if (open.length > 0)
      throw new ProblemsError(
        open.map(({ stack: upstream, output }) => DEPLOY_UPSTREAM_LOST.at(stack.name, { upstream, output })),
      );
    return inputs;
  }

  /** Names what the end of the work left half-made. */
  private async leftBehind(stack: StackUnit): Promise<Problem[]> {
    const journal = this.deployment.journal(stack);
    if (journal === undefined) return [];
    try {
      const { resources } = await this.deployment.state(stack);
      return halfMadeProblems({ stack, halfMade: leftHalfMade(journal, resources) });
    } catch (error) {
      if (error instanceof ProblemsError) return [...error.problems];
      throw error;
    }
  }

  private stopIfAborted(stack: StackUnit): void {
    if (this.deployment.signal?.aborted)
      throw new ProblemsError([ENGINE_INTERRUPTED.at(stack.name, { command: 'tofu apply' })]);
  }
}

function otherChange(stack: StackUnit, difference: string): Problem {
  return DEPLOY_OTHER_CHANGE.at(stack.name, { difference });
}
