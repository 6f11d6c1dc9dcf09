import type { Text } from '../model/text';
import type { Finding } from './finding';
import type { Policy } from './policy';
import type { Thing } from './thing';

/** `pass` only where something was looked at. `manual`: no definition can answer, a person must. */
export type Status = 'pass' | 'fail' | 'warn' | 'evidence-missing' | 'manual' | 'waived' | 'not-applicable' | 'error';

/** One policy on one subject. */
export interface Judgement {
  readonly policy: Policy;
  readonly status: Status;
  /** What was looked at, but for things at whose level nothing is asked. */
  readonly looked: readonly Thing[];
  readonly findings: readonly Finding[];
  /** Whether the answer rests on the proof of who reaches whom. */
  readonly proof: boolean;
  /** Why it was not asked, or how it broke. */
  readonly reason?: Text;
}

/** The worst of the findings; `waived` where every one of them is. */
export function statusOf(looked: readonly Thing[], findings: readonly Finding[]): Status {
  const has = (status: Finding['status']): boolean => findings.some((one) => one.status === status);
  for (const status of ['error', 'fail', 'evidence-missing', 'warn', 'waived'] as const) if (has(status)) return status;
  return looked.length > 0 ? 'pass' : 'not-applicable';
}
