import type { EngineEvent } from '../engines/engine-event';
import { type PlannedChange, reportedChanges } from '../engines/plan-summary';
import { inputsOf, type StackInputs, writeInputs } from '../engines/stack-inputs';
import { type Problem, ProblemsError } from '../model/problem';
import { DEPLOY_HALF_MADE, DEPLOY_UPSTREAM_LOST } from '../model/problems/deployment-problems';
import { leftHalfMade } from './apply-journal';
import type { Deployment } from './deployment';
import { inParallel } from './in-parallel';
import { type ReviewedChange, reviewedChanges } from './reviewed-change';
import type { StackState } from './stack-state';
import type { StackUnit } from './stack-unit';

/** What is to happen to one stack. */
export interface PlannedStack {
  readonly stack: StackUnit;
  readonly problems: readonly Problem[];
  readonly inputs: StackInputs;
  /** The state that it was planned on. */
  readonly before: Pick<StackState, 'serial' | 'lineage'>;
  /** Whether an apply would do anything: change a resource, or give out a new id. */
  readonly work: boolean;
  readonly changes: readonly PlannedChange[];
  /** As a reviewer sees them; absent where nobody reviews. */
  readonly reviewed?: readonly ReviewedChange[];
  /** OpenTofu's own rendering, where it was asked for. */
  readonly text: string;
  /** Whether it is planned only when the stacks below it are there: it has nothing yet that could be lost. */
  readonly later: boolean;
  /** Whether nothing describes it any more, so that it is to be taken away; absent for all others. */
  readonly left?: true;
  /** What an interrupted apply left behind of which nobody knows whether the cloud made it. */
  readonly halfMade: readonly string[];
}

export interface PlanDeploymentProps {
  readonly destroy?: boolean;
  /** Name of the only stack to plan. @default all */
  readonly only?: string;
  /** Whether somebody looks at the changes before they are applied. */
  readonly reviewed: boolean;
  /** Whether the cloud is asked what became of what the states know. @default true */
  readonly refresh?: boolean;
  readonly text?: boolean;
  readonly colour?: boolean;
  readonly onPlan?: (planned: PlannedStack) => void;
}

/**
 * Plans every stack on the state that it has. What the stacks below are still to make is a placeholder; where nobody
 * reviews, a stack that has nothing yet is left until they are there. One stack's problem stops no other.
 */
export async function planDeployment(deployment: Deployment, props: PlanDeploymentProps): Promise<PlannedStack[]> {
  const states = await deployment.states();
  const planned = new Map<string, PlannedStack>();
  await inParallel({
    items: deployment.stacks.filter(({ name }) => props.only === undefined || props.only === name),
    keyOf: ({ name }) => name,
    after: () => [],
    ...(deployment.props.parallel !== undefined && { width: deployment.props.parallel }),
    onSkip: () => {},
    work: async (stack) => {
      const one = await planOne(deployment, stack, states, props);
      planned.set(stack.name, one);
      props.onPlan?.(one);
      return true;
    },
  });
  const left = await planLeft(deployment, states, props);
  return [...deployment.stacks.flatMap(({ name }) => planned.get(name) ?? []), ...left];
}

/** Plans to take away what nothing describes any more. */
async function planLeft(
  deployment: Deployment,
  described: ReadonlyMap<string, StackState>,
  props: PlanDeploymentProps,
): Promise<PlannedStack[]> {
  const left = await deployment.leftStates();
  const states = new Map([...described, ...left]);
  const planned: PlannedStack[] = [];
  for (const stack of deployment.left) {
    if (!left.has(stack.name) || (props.only !== undefined && props.only !== stack.name)) continue;
    const one = await planOne(deployment, stack, states, { ...props, destroy: true });
    planned.push({ ...one, left: true });
    props.onPlan?.({ ...one, left: true });
  }
  return planned;
}

async function planOne(
  deployment: Deployment,
  stack: StackUnit,
  states: ReadonlyMap<string, StackState>,
  props: PlanDeploymentProps,
): Promise<PlannedStack> {
  const state = states.get(stack.name) as StackState;
  const inputs = inputsOf(stack, (name) => states.get(name)?.outputs ?? {});
  const journal = deployment.journal(stack);
  const nothing = {
    stack,
    inputs,
    before: { serial: state.serial, lineage: state.lineage },
    problems: [],
    work: false,
    changes: [],
    text: '',
    later: false,
    halfMade: journal === undefined ? [] : leftHalfMade(journal, state.resources),
  };
  const lost = lostUpstream(stack, state, inputs, states);
  if (lost.length > 0 && !props.destroy) return { ...nothing, problems: lost };
  if (props.destroy && state.resources.size === 0) return nothing;
  if (!props.reviewed && !props.destroy && inputs.open.length > 0 && state.resources.size === 0)
    return { ...nothing, work: true, later: true };
  try {
    deployment.prepareLeft(stack, state);
    return { ...nothing, ...(await planStack(deployment, stack, inputs, props)) };
  } catch (error) {
    if (error instanceof ProblemsError) return { ...nothing, problems: error.problems };
    throw error;
  }
}

/** Plans one stack with these inputs into its plan file. Throws ProblemsError. */
export async function planStack(
  deployment: Deployment,
  stack: StackUnit,
  inputs: StackInputs,
  props: PlanDeploymentProps,
): Promise<Pick<PlannedStack, 'work' | 'changes' | 'text' | 'reviewed'>> {
  const tofu = deployment.tofuOf(stack);
  await deployment.prepare(stack);
  writeInputs(stack, inputs);
  const events: EngineEvent[] = [];
  const { onEvent } = deployment.listener(stack);
  const collect = (event: EngineEvent): void => {
    if (event.planned !== undefined) events.push(event);
    onEvent?.(event);
  };
  const { destroy = false, refresh = true } = props;
  const work = await tofu.plan({ stack, onEvent: collect, destroy, refresh });
  // OpenTofu is asked for the details only of what changes something: an import and a new name count, too.
  const document = props.reviewed && work ? await tofu.showDocument({ stack }) : {};
  const reviewed = props.reviewed ? { reviewed: reviewedChanges(document) } : {};
  const text = props.text ? await tofu.showText({ stack, colour: props.colour ?? false }) : '';
  return { work, changes: reportedChanges(events), text, ...reviewed };
}

/** A stack that exists whose lower stack has no state at all: with placeholders everything in it would be replaced. */
function lostUpstream(
  stack: StackUnit,
  state: StackState,
  inputs: StackInputs,
  states: ReadonlyMap<string, StackState>,
): Problem[] {
  if (state.resources.size === 0) return [];
  const lost = new Map<string, Problem>();
  for (const name of inputs.open) {
    const from = stack.inputs[name];
    if (from === undefined || (states.get(from.stack)?.resources.size ?? 0) > 0) continue;
    lost.set(from.stack, DEPLOY_UPSTREAM_LOST.at(stack.name, { upstream: from.stack, output: from.output }));
  }
  return [...lost.values()];
}

/** Names what an interrupted apply of this stack left. */
export function halfMadeProblems({ stack, halfMade: addresses }: Pick<PlannedStack, 'stack' | 'halfMade'>): Problem[] {
  return addresses.length === 0 ? [] : [DEPLOY_HALF_MADE.at(stack.name, { addresses })];
}
