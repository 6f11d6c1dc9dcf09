import { leftNames, type MovedKey } from '../moved-key';
import { MOVED_REUSED } from '../problems/moved-problems';
import type { Decision } from './decision';

/** Keys that have another name since, if no name that was left names something else. */
export function decideMoved(decision: Decision): readonly MovedKey[] {
  const { moved } = decision.values;
  for (const { moved: entry, left, now } of leftNames(moved))
    if (isDescribed(decision.values, left)) {
      const place = decision.place('moved', moved.indexOf(entry));
      decision.report(MOVED_REUSED.at(place, { key: left, now, on: entry.on }));
    }
  return moved;
}

/** Whether there is something under this path of keys: `tenants/finance/budget`, `pools/x86`. */
export function isDescribed({ pools, tenants }: Decision['values'], path: string): boolean {
  const [kind, first = '', system, tier] = path.split('/');
  if (kind === 'pools') return Object.hasOwn(pools, first);
  if (!Object.hasOwn(tenants, first)) return false;
  const systems = tenants[first]?.systems ?? {};
  if (system === undefined) return true;
  if (!Object.hasOwn(systems, system)) return false;
  return tier === undefined || Object.hasOwn(systems[system]?.tiers ?? {}, tier);
}
