import type { Text } from '../../model/text';
import type { Finding } from '../../policies/finding';
import type { Change } from '../change';

/** Findings of policies that are new, fixed, or waived now; a finding is the same as long as its fingerprint is. */
export function findingChanges(
  environment: string,
  before: readonly Finding[] | undefined,
  after: readonly Finding[] | undefined,
): Change[] {
  if (after === undefined) return [];
  const old = new Map(before?.map((one) => [one.fingerprint, one]));
  const now = new Set(after.map((one) => one.fingerprint));
  return [
    ...after.flatMap((one) => {
      const was = old.get(one.fingerprint);
      return was?.status === one.status ? [] : [told(environment, one, was, one.status === 'waived' ? WAIVED : NEW)];
    }),
    ...(before ?? []).filter((one) => !now.has(one.fingerprint)).map((one) => told(environment, one, one, FIXED)),
  ];
}

interface Fate extends Text {
  readonly rank: number;
}

const NEW: Fate = { en: 'new', zh: '新增', rank: 0 };
const WAIVED: Fate = { en: 'waived', zh: '已豁免', rank: 1 };
const FIXED: Fate = { en: 'fixed', zh: '已修复', rank: 2 };

function told(environment: string, finding: Finding, was: Finding | undefined, fate: Fate): Change {
  const { policy, resource, status, severity, message, clauses, place, waiver, about } = finding;
  const clause = clauses[0];
  return {
    environment,
    lane: 4,
    rank: fate.rank,
    kind: 'finding',
    subject: `${policy} ${resource}${about === undefined ? '' : ` ${about}`}`,
    what: {
      en: `${fate.en}, ${severity}: ${message.en}`,
      zh: `${fate.zh}，${severity}：${message.zh}`,
    },
    ...(was && { before: was.status }),
    ...(fate !== FIXED && { after: status }),
    place,
    touches: clause === undefined ? finding.standard : `${finding.standard} ${clause}`,
    ...(waiver !== undefined && { approvedBy: waiver }),
    resources: [],
  };
}
