import type { Judgement } from '../judgement';
import { countsOf, findingsOf, type Report } from './report';

/** The whole run as JSON: policies with what they looked at, and all findings, the worst first. */
export function reportJson(report: Report): object {
  const { subject, asOf, judgements, problems, warnings } = report;
  return {
    subject,
    asOf,
    counts: countsOf(report),
    policies: judgements.map(policyJson),
    findings: findingsOf(report),
    problems,
    warnings,
  };
}

function policyJson({ policy, status, looked, findings, reason }: Judgement): object {
  const { id, title, standard, clauses, severity } = policy;
  return {
    id,
    title,
    standard,
    ...(clauses && { clauses }),
    severity,
    status,
    ...(reason && { reason }),
    looked: looked.length,
    findings: findings.map((one) => one.fingerprint),
  };
}
