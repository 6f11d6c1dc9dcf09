import type { EngineEvent } from './engine-event';

/** What a plan does to one resource; `replace` destroys and creates. */
export type PlannedAction = 'add' | 'change' | 'replace' | 'destroy';

export interface PlannedChange {
  readonly address: string;
  /** The resource's type, such as `openstack_networking_network_v2`. */
  readonly type: string;
  readonly action: PlannedAction;
}

export type ChangeCounts = Readonly<Record<PlannedAction, number>>;

export const NO_CHANGES: ChangeCounts = { add: 0, change: 0, replace: 0, destroy: 0 };

/** The part of `tofu show -json PLAN` that is read here. */
export interface PlanDocument {
  readonly resource_changes?: readonly ResourceChange[];
  /** What is otherwise in the cloud than the state has it. */
  readonly resource_drift?: readonly ResourceChange[];
}

export interface ResourceChange {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Readonly<Record<string, unknown>> | null;
    readonly after?: Readonly<Record<string, unknown>> | null;
    /** `true` where a value is known only after the apply, else of the form of `after`. */
    readonly after_unknown?: unknown;
    /** `true` where a value is secret, else of the form of `after`. */
    readonly after_sensitive?: unknown;
  };
}

/** The changes in what OpenTofu reported while it planned. Throws on a word that is not known here. */
export function reportedChanges(events: readonly EngineEvent[]): PlannedChange[] {
  const changes = events.flatMap(({ address = '', planned }) => {
    const action = planned === undefined || address.startsWith('data.') ? undefined : wordOf(planned.action);
    return action === undefined ? [] : [{ address, type: planned?.type ?? '', action }];
  });
  return changes.sort((a, b) => (a.address < b.address ? -1 : 1));
}

function wordOf(action: string): PlannedAction | undefined {
  switch (action) {
    case 'create':
      return 'add';
    case 'update':
      return 'change';
    case 'replace':
      return 'replace';
    case 'delete':
      return 'destroy';
    case 'noop':
    case 'read':
    case 'move':
    case 'import':
    case 'forget':
    case 'remove':
      return undefined;
    default:
      throw new Error(`a plan with the action ${action}, which this version does not know`);
  }
}

/** Every managed resource that the plan changes, by address. */
export function plannedChanges(document: PlanDocument): PlannedChange[] {
  const changes = (document.resource_changes ?? []).flatMap(({ address, type, mode, change }) => {
    const action = mode === 'managed' ? actionOf(change.actions) : undefined;
    return action === undefined ? [] : [{ address, type, action }];
  });
  return changes.sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** Throws on an action that is not known here: counting it as nothing would hide it from a reviewer. */
function actionOf(actions: readonly string[]): PlannedAction | undefined {
  switch (actions.join('+')) {
    case 'no-op':
    case 'read':
    case 'forget':
      return undefined;
    case 'create':
      return 'add';
    case 'update':
      return 'change';
    case 'delete':
      return 'destroy';
    case 'delete+create':
    case 'create+delete':
      return 'replace';
    default:
      throw new Error(`a plan with the action ${actions.join('+')}, which this version does not know`);
  }
}

export function countChanges(changes: readonly PlannedChange[]): ChangeCounts {
  const counts = { ...NO_CHANGES };
  for (const { action } of changes) counts[action] += 1;
  return counts;
}

export function addCounts(all: readonly ChangeCounts[]): ChangeCounts {
  return all.reduce(
    (sum, one) => ({
      add: sum.add + one.add,
      change: sum.change + one.change,
      replace: sum.replace + one.replace,
      destroy: sum.destroy + one.destroy,
    }),
    NO_CHANGES,
  );
}
