import { availableParallelism } from 'node:os';
import { type Problem, ProblemsError } from '../model/problem';
import { ENGINE_INTERRUPTED } from '../model/problems/engine-problems';
import type { EngineEvent } from './engine-event';
import type { OpenTofu } from './opentofu';
import { type ChangeCounts, countChanges, type PlanDocument, type PlannedChange, plannedChanges } from './plan-summary';
import type { StackFolder } from './stack-folder';

/** What OpenTofu makes of one stack; either a plan or the problems that prevented it. */
export interface StackPlan {
  readonly stack: StackFolder;
  readonly problems: readonly Problem[];
  readonly changes: readonly PlannedChange[];
  readonly counts: ChangeCounts;
  /** The whole plan, where it was asked for. */
  readonly document?: PlanDocument;
  /** OpenTofu's own rendering; empty when there is no plan, or it was not asked for. */
  readonly text: string;
}

export interface PlanStacksProps {
  readonly tofu: OpenTofu;
  readonly stacks: readonly StackFolder[];
  /** How many at a time. @default the number of processors */
  readonly parallel?: number;
  /** Whether OpenTofu also renders each plan for a person. @default false */
  readonly text?: boolean;
  /** Whether the whole plan is handed on, with values that may be secret. @default false */
  readonly documents?: boolean;
  /** Whether the rendering is coloured. @default false */
  readonly colour?: boolean;
  readonly destroy?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (stack: StackFolder, event: EngineEvent) => void;
  /** Called as each stack is done, in the order of finishing. */
  readonly onPlan?: (plan: StackPlan) => void;
}

/**
 * Plans every stack, some at a time, and answers in the order of the input. One stack's problem does not stop the
 * others; after an interruption no further stack is begun.
 */
export async function planStacks(props: PlanStacksProps): Promise<StackPlan[]> {
  const plans = new Map<StackFolder, StackPlan>();
  const waiting = [...props.stacks];
  const work = async (): Promise<void> => {
    for (let stack = waiting.shift(); stack !== undefined; stack = waiting.shift()) {
      const plan = await planStack(stack, props);
      plans.set(stack, plan);
      props.onPlan?.(plan);
    }
  };
  const width = Math.max(1, Math.min(props.parallel ?? availableParallelism(), props.stacks.length));
  await Promise.all(Array.from({ length: width }, work));
  return props.stacks.flatMap((stack) => plans.get(stack) ?? []);
}

async function planStack(stack: StackFolder, props: PlanStacksProps): Promise<StackPlan> {
  const nothing = { stack, changes: [], counts: countChanges([]), text: '' };
  if (props.signal?.aborted) {
    return { ...nothing, problems: [ENGINE_INTERRUPTED.at(stack.name, { command: 'tofu plan' })] };
  }
  try {
    const { tofu, destroy, colour } = props;
    const onEvent = (event: EngineEvent): void => props.onEvent?.(stack, event);
    await tofu.init({ stack, onEvent });
    await tofu.plan({ stack, onEvent, destroy: destroy ?? false });
    const document = await tofu.showDocument({ stack });
    const changes = plannedChanges(document);
    const text = props.text ? await tofu.showText({ stack, colour: colour ?? false }) : '';
    const kept = props.documents ? { document } : {};
    return { stack, problems: [], changes, counts: countChanges(changes), text, ...kept };
  } catch (error) {
    if (error instanceof ProblemsError) return { ...nothing, problems: error.problems };
    throw error;
  }
}
