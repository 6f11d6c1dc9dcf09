import type { EmittedStack } from '../../model/emitted-stack';
import { HIDDEN } from '../redact';
import { attributeDifferences, type Body } from './attribute-differences';
import type { ResourceDifference } from './resource-differences';

/** The part of OpenTofu's plan of one stack that a review reads, as `tofu show -json` has it. */
export interface PlannedDocument {
  readonly resource_changes?: readonly PlannedResource[];
  readonly resource_drift?: readonly PlannedResource[];
}

export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before?: Body | null;
    readonly after?: Body | null;
    readonly after_unknown?: unknown;
    readonly before_sensitive?: unknown;
    readonly after_sensitive?: unknown;
  };
}

/** A stack as OpenTofu would change it. */
export interface PlannedStack {
  readonly stack: string;
  readonly document: PlannedDocument;
}

/**
 * Puts into the differences of two definitions what only a plan knows: resources that are made anew or destroyed, and
 * what is otherwise in the cloud than its state says. What merely was not applied yet is no part of a branch. `stacks`
 * are those that were planned: they know which line asks for a resource.
 */
export function withPlan(
  differences: readonly ResourceDifference[],
  plans: readonly PlannedStack[],
  stacks: readonly EmittedStack[] = [],
): ResourceDifference[] {
  const found = new Map(differences.map((one) => [`${one.stack} ${one.address}`, one]));
  const places = new Map(stacks.map((one) => [one.name, one.places]));
  const read = (stack: string, one: PlannedResource): Omit<ResourceDifference, 'action'> => {
    const place = places.get(stack)?.[one.address];
    return { ...readResource(stack, one), ...(place !== undefined && { place }) };
  };
  for (const { stack, document } of plans) {
    for (const one of document.resource_changes ?? []) {
      const action = actionOf(one);
      if (action === undefined) continue;
      const key = `${stack} ${one.address}`;
      const known = found.get(key);
      if (known?.action === 'destroy' || known?.action === 'move') continue;
      found.set(key, known ? { ...known, action } : { ...read(stack, one), action });
    }
    for (const one of document.resource_drift ?? [])
      if (one.mode === 'managed') found.set(`${stack} ${one.address} drift`, { ...read(stack, one), action: 'drift' });
  }
  return [...found.values()];
}

function actionOf({ mode, change }: PlannedResource): 'replace' | 'destroy' | undefined {
  if (mode !== 'managed' || !change.actions.includes('delete')) return undefined;
  return change.actions.includes('create') ? 'replace' : 'destroy';
}

function readResource(stack: string, { address, type, change }: PlannedResource): Omit<ResourceDifference, 'action'> {
  // What is known only after the apply differs from nothing yet: it is no cause.
  const before = hidden(change.before ?? {}, change.before_sensitive, change.after_unknown) as Body;
  const after = hidden(change.after ?? {}, change.after_sensitive, change.after_unknown) as Body;
  return { stack, type, address, differences: attributeDifferences(type, before, after) };
}

/** A value without what the plan marks as secret; what is known only later is left out. */
function hidden(value: unknown, secret: unknown, unknown: unknown): unknown {
  if (secret === true) return HIDDEN;
  if (unknown === true) return undefined;
  const at = (marks: unknown, key: string | number) =>
    typeof marks === 'object' && marks !== null ? (marks as Record<string | number, unknown>)[key] : undefined;
  if (Array.isArray(value))
    return value.map((one, index) => hidden(one, at(secret, index), at(unknown, index)) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, one]) => [key, hidden(one, at(secret, key), at(unknown, key))] as const,
  );
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined && one !== null));
}
