import { type PlanDocument, type PlannedAction, plannedChanges } from '../engines/plan-summary';
import { PLACEHOLDER } from '../engines/stack-inputs';
import { byKey } from '../model/stable-hash';

/** One change as a reviewer saw it: what becomes of a resource, and how it looks afterwards. */
export interface ReviewedChange {
  readonly address: string;
  readonly action: PlannedAction;
  /** Values that were known and are not secret. A placeholder stands for an id that was not there yet. */
  readonly after: unknown;
}

/** The changes of a plan, without what is secret or known only later; in the order of their addresses. */
export function reviewedChanges(document: PlanDocument): ReviewedChange[] {
  const values = new Map((document.resource_changes ?? []).map(({ address, change }) => [address, change]));
  return plannedChanges(document)
    .map(({ address, action }) => {
      const { after, after_unknown: unknown, after_sensitive: secret } = values.get(address) ?? {};
      return { address, action, after: shown(after ?? null, unknown, secret) };
    })
    .sort((a, b) => byKey(a.address, b.address));
}

function shown(value: unknown, unknown: unknown, secret: unknown): unknown {
  if (unknown === true || secret === true) return undefined;
  if (Array.isArray(value)) return value.map((one, i) => shown(one, at(unknown, i), at(secret, i)) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(
    ([key, one]) => [key, shown(one, at(unknown, key), at(secret, key))] as const,
  );
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined && one !== null));
}

function at(marks: unknown, key: string | number): unknown {
  return typeof marks === 'object' && marks !== null ? (marks as Record<string | number, unknown>)[key] : undefined;
}

/** Where a plan says something else than its review; empty where they are equal but for placeholders. */
export function differences(reviewed: readonly ReviewedChange[], now: readonly ReviewedChange[]): string[] {
  const before = new Map(reviewed.map((change) => [change.address, change]));
  const after = new Map(now.map((change) => [change.address, change]));
  const addresses = [...new Set([...before.keys(), ...after.keys()])].sort(byKey);
  return addresses.flatMap((address) => {
    const [was, is] = [before.get(address), after.get(address)];
    if (was === undefined) return [`${address}: ${is?.action} was not reviewed`];
    if (is === undefined) return [`${address}: ${was.action} does not happen`];
    if (was.action !== is.action) return [`${address}: ${was.action} became ${is.action}`];
    const path = differingPath(was.after, is.after);
    return path === undefined ? [] : [`${address}${path}`];
  });
}

/** The first place at which two values differ, as `.name[0]: a became b`; a placeholder equals everything. */
function differingPath(was: unknown, is: unknown): string | undefined {
  if (typeof was === 'string' && was.includes(PLACEHOLDER)) return undefined;
  if (Array.isArray(was) && Array.isArray(is)) {
    // The order of a set follows its values, and a placeholder is sorted elsewhere than the id that it stands for.
    if (JSON.stringify(was).includes(PLACEHOLDER))
      return was.length === is.length ? undefined : `: ${was.length} became ${is.length} values`;
    for (let i = 0; i < Math.max(was.length, is.length); i++) {
      const path = differingPath(was[i], is[i]);
      if (path !== undefined) return `[${i}]${path}`;
    }
    return undefined;
  }
  if (isRecord(was) && isRecord(is)) {
    // What was unknown at the review has a value now: that is no other change.
    for (const key of Object.keys(was).sort(byKey)) {
      const path = differingPath(was[key], is[key]);
      if (path !== undefined) return `.${key}${path}`;
    }
    return undefined;
  }
  return was === is ? undefined : `: ${JSON.stringify(was)} became ${JSON.stringify(is)}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
