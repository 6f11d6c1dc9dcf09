import { byKey } from '../model/stable-hash';
import type { Text } from '../model/text';
import type { Clauses, Level } from './clauses';
import type { Finding, Found } from './finding';
import { fingerprint } from './fingerprint';
import { type Judgement, statusOf } from './judgement';
import type { Policy } from './policy';
import { severities } from './severity';
import type { Subject } from './subject';

/** Asks every policy. One that throws is a finding of status `error`: its silence would look like a pass. */
export function judge(policies: readonly Policy[], subject: Subject): readonly Judgement[] {
  return policies.map((policy) => judgeOne(policy, subject));
}

function judgeOne(policy: Policy, subject: Subject): Judgement {
  if (!subject.has(policy.scope))
    return { policy, status: 'not-applicable', looked: [], findings: [], proof: false, reason: absent(policy) };
  const before = subject.proofQuestions;
  try {
    const { looked, found } = policy.check(subject);
    const asked = looked.filter((thing) => asksAt(policy.clauses, thing.mlps));
    const findings = found.filter(({ thing }) => asksAt(policy.clauses, thing.mlps)).map((one) => told(policy, one));
    const unique = [...new Map(findings.map((one) => [one.fingerprint, one])).values()];
    const known = [...new Map(asked.map((thing) => [thing.key, thing])).values()];
    const proof = subject.proofQuestions > before;
    return { policy, status: statusOf(known, unique), looked: known, findings: unique, proof };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const reason = { en: `the policy broke: ${words}`, zh: `策略自身出错：${words}` };
    return { policy, status: 'error', looked: [], findings: [broken(policy, subject, reason)], proof: false, reason };
  }
}

/** A rule without clauses holds at every level. */
function asksAt(clauses: Clauses | undefined, level: number): boolean {
  return clauses === undefined || (clauses[level as Level] ?? []).length > 0;
}

function told(policy: Policy, { thing, about, message, outcome, place, fix, flow }: Found): Finding {
  return {
    policy: policy.id,
    fingerprint: fingerprint(policy.id, thing.key, about),
    status: outcome ?? policy.outcome ?? 'fail',
    severity: policy.severity,
    level: thing.mlps,
    resource: thing.key,
    ...(about !== undefined && { about }),
    place: place ?? thing.place,
    standard: policy.standard,
    clauses: policy.clauses?.[thing.mlps as Level] ?? [],
    message,
    fix: fix ?? policy.fix,
    ...(flow && { flow }),
  };
}

function broken(policy: Policy, subject: Subject, message: Text): Finding {
  const fix = { en: 'a defect of the policy; please send it to its maintainers', zh: '策略缺陷，请发给维护者' };
  const found = told(policy, { thing: subject.platform, about: 'error', message, fix });
  return { ...found, status: 'error' };
}

function absent({ scope }: Policy): Text {
  const what = {
    design: { en: 'no environment', zh: '没有环境描述' },
    resources: { en: 'no OpenStack resources', zh: '没有 OpenStack 资源' },
    manifests: { en: 'no Kubernetes objects', zh: '没有 Kubernetes 对象' },
  }[scope];
  return { en: `${what.en} to look at`, zh: what.zh };
}

const RANK: Readonly<Record<Finding['status'], number>> = {
  error: 0,
  fail: 1,
  'evidence-missing': 2,
  warn: 3,
  waived: 4,
};

/** The worst first: what fails, then by severity; of equals in the order of policies and resources. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      RANK[a.status] - RANK[b.status] ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      byKey(a.policy, b.policy) ||
      byKey(a.resource, b.resource) ||
      byKey(a.about ?? '', b.about ?? ''),
  );
}
