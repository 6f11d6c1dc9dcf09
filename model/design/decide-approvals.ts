import { sortedEntries } from '../stable-hash';
import type { ApprovalDesign } from './assurance-design';
import type { Decision } from './decision';

interface Approval {
  readonly id: string;
  readonly until: string;
}

/** Everything that somebody allowed until a day, wherever it is written. */
export function decideApprovals(decision: Decision): readonly ApprovalDesign[] {
  const { tenants, flows, gap, operations } = decision.values;
  const one = (what: string, approval: Approval | undefined, ...path: string[]): ApprovalDesign[] =>
    approval ? [{ what, id: approval.id, until: approval.until, place: decision.place(...path) }] : [];
  return [
    ...sortedEntries(gap.channels).flatMap(([key, { approval }]) =>
      one(`channel ${key}`, approval, 'gap', 'channels', key, 'approval'),
    ),
    ...sortedEntries(flows).flatMap(([key, { grant }]) => one(`flow flows/${key}`, grant, 'flows', key, 'grant')),
    ...sortedEntries(tenants).flatMap(([tenant, { systems }]) =>
      sortedEntries(systems).flatMap(([system, written]) =>
        sortedEntries(written.flows).flatMap(([key, { grant }]) =>
          one(`flow ${tenant}/${system}/${key}`, grant, 'tenants', tenant, 'systems', system, 'flows', key, 'grant'),
        ),
      ),
    ),
    ...sortedEntries(operations.access ?? {}).flatMap(([key, approval]) =>
      one(`access ${key}`, approval, 'operations', 'access', key),
    ),
  ];
}
