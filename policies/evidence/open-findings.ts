import type { Finding } from '../finding';
import { worstFirst } from '../judge';
import type { Evidence } from './evidence';

/** What no waiver covers, the worst first. */
export function openFindings({ assessment }: Evidence): readonly Finding[] {
  return worstFirst(assessment.rules.flatMap((one) => one.findings).filter((one) => one.status !== 'waived'));
}
