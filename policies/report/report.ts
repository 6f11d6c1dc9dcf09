import type { Problem } from '../../model/problem';
import type { Finding, FindingStatus } from '../finding';
import { worstFirst } from '../judge';
import type { Judgement, Status } from '../judgement';
import { type Severity, severities } from '../severity';

/** One run of `egov check`, as every format says it. */
export interface Report {
  /** An environment, or the file that was asked about. */
  readonly subject: string;
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string;
  readonly judgements: readonly Judgement[];
  /** What is wrong with the waivers. */
  readonly problems: readonly Problem[];
  /** Waivers that end soon. */
  readonly warnings: readonly Problem[];
}

export function findingsOf({ judgements }: Report): readonly Finding[] {
  return worstFirst(judgements.flatMap((one) => one.findings));
}

/** Whether anything fails, or a policy broke: the command ends with 4. */
export function isViolated({ judgements }: Report): boolean {
  return judgements.some(({ findings }) => findings.some(({ status }) => status === 'fail' || status === 'error'));
}

export interface ReportCounts {
  /** Policies by status. */
  readonly policies: Readonly<Partial<Record<Status, number>>>;
  /** Findings by status. */
  readonly findings: Readonly<Partial<Record<FindingStatus, number>>>;
  /** Findings that fail, by severity. */
  readonly failing: Readonly<Partial<Record<Severity, number>>>;
  /** Different things that some policy looked at. */
  readonly looked: number;
}

export function countsOf(report: Report): ReportCounts {
  const findings = findingsOf(report);
  const failing = findings.filter((one) => one.status === 'fail');
  const looked = new Set(report.judgements.flatMap((one) => one.looked.map((thing) => thing.key)));
  return {
    policies: counted(report.judgements.map((one) => one.status)),
    findings: counted(findings.map((one) => one.status)),
    failing: counted(
      severities.flatMap((severity) => failing.filter((one) => one.severity === severity).map(() => severity)),
    ),
    looked: looked.size,
  };
}

function counted<K extends string>(words: readonly K[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
