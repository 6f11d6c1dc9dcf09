import type { Problem } from '../../model/problem';
import {
  WAIVER_CLAUSE,
  WAIVER_COMPENSATING,
  WAIVER_DATE,
  WAIVER_ENDING,
  WAIVER_EXPIRED,
  WAIVER_TERM,
} from '../../model/problems/waiver-problems';
import type { Finding } from '../finding';
import type { Policy } from '../policy';
import type { Severity } from '../severity';
import { daysAfter, daysBetween } from './day';
import type { Waiver } from './waiver';

/** Longest terms in days, counted from the day of the run. Figures of this project: the standard has none. */
export const longestTerms: Readonly<Record<Severity, number>> = { critical: 30, high: 90, medium: 180, low: 365 };

/** A waiver that ends sooner than this many days from now is told. */
const WARNING = 30;

/** Whether a waiver may cover what it names: its days, what compensates, its clause. */
export function termProblems(
  waiver: Waiver,
  { id, severity }: Policy,
  covered: readonly Finding[],
  asOf: string,
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const { until } = waiver;
  const left = daysBetween(asOf, until);
  const at = waiver.place('until');
  if (left === undefined) return { problems: [WAIVER_DATE.at(at, { until })], warnings: [] };
  if (left < 0) return { problems: [WAIVER_EXPIRED.at(at, { policy: id, until, asOf })], warnings: [] };
  const problems: Problem[] = [];
  const days = longestTerms[severity];
  if (left > days) problems.push(WAIVER_TERM.at(at, { severity, until, longest: daysAfter(asOf, days), days }));
  if (waiver.compensating === undefined && (severity === 'critical' || severity === 'high'))
    problems.push(WAIVER_COMPENSATING.at(waiver.place(), { policy: id, severity }));
  const clauses = [...new Set(covered.flatMap((one) => one.clauses))];
  if (waiver.clause !== undefined && covered.length > 0 && !clauses.includes(waiver.clause))
    problems.push(WAIVER_CLAUSE.at(waiver.place('clause'), { clause: waiver.clause, known: clauses }));
  const warnings = left < WARNING ? [WAIVER_ENDING.at(at, { policy: id, until, days: left })] : [];
  return { problems, warnings };
}
