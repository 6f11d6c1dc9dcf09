import type { Proof } from '../../proof/proof';
import type { RuleEvidence } from './assessment';
import { manualChapters } from './chapters';
import { CERTIFICATE_FILE, type Evidence, PROOF_FILE, ruleFile } from './evidence';

/** `evidence.json`: clauses with status, rules and waivers, and the hashes of what was judged. */
export function evidenceJson(evidence: Evidence): object {
  const { environment, name, asOf, version, assessment, inputs, proof, waivers, problems } = evidence;
  return {
    format: 1,
    environment,
    name,
    standard: 'GB/T 22239-2019',
    level: assessment.level,
    platformLevel: evidence.platformLevel,
    asOf,
    egov: version,
    inputs,
    proof: { verdict: proof.verdict, file: PROOF_FILE, ...(evidence.certificate && { certificate: CERTIFICATE_FILE }) },
    clauses: assessment.clauses.map(({ clause, status, controls }) => ({
      clause,
      status,
      controls: controls.map(({ control, status: own, rules, reason }) => ({
        code: control.code,
        point: control.point,
        requirement: control.requirement,
        status: own,
        ...(reason && { reason }),
        rules: rules.map(ruleSummary),
      })),
    })),
    manual: manualChapters(assessment.level),
    waivers: waivers.map(({ place, ...waiver }) => ({ ...waiver, place: place() })),
    problems,
  };
}

function ruleSummary({ policy, status, looked, findings }: RuleEvidence): object {
  const waived = [...new Set(findings.flatMap((one) => one.waiver ?? []))];
  return {
    id: policy.id,
    status,
    looked: looked.length,
    findings: findings.length,
    ...(waived.length > 0 && { waivers: waived }),
    file: ruleFile(policy.id),
  };
}

/** `rules/ID.json`: the rule in full, every resource that it looked at, and every finding. */
export function ruleJson({ policy, status, looked, findings, proof, reason }: RuleEvidence): object {
  const { id, title, standard, clauses, controls, severity, why, fix } = policy;
  return {
    id,
    title,
    standard,
    clauses,
    controls,
    severity,
    why,
    fix,
    status,
    ...(reason && { reason }),
    ...(proof && { proof: `../${PROOF_FILE}` }),
    looked: looked.map(({ key, place, mlps }) => ({ resource: key, place, level: mlps })),
    findings,
  };
}

/** `proof.json`: every statement about who reaches whom, its verdict, and what it takes for granted. */
export function proofJson({ verdict, statements, assumptions, deviations }: Proof): object {
  return {
    verdict,
    statements: statements.map(({ id, text, verdict: own, place, violations, missing }) => ({
      id,
      text,
      verdict: own,
      ...(place !== undefined && { place }),
      violations,
      missing,
    })),
    assumptions,
    deviations,
  };
}
