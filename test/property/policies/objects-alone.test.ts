import { judge } from '../../../policies/judge';
import { kubernetesPolicies } from '../../../policies/kubernetes/kubernetes-policies';
import { manifestOf } from '../../../policies/manifest';
import type { Policy } from '../../../policies/policy';
import { Subject } from '../../../policies/subject';
import { manifestWeaknesses } from '../../../tools/weaknesses/manifest-weaknesses';
import { TODAY } from '../../support/policies/judged';
import { referenceManifests } from '../../support/policies/reference-manifests';

const SOME = 3;
/** A pod that gets no token because its account gives none. */
const quiet = [
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'quiet', namespace: 'a' },
    automountServiceAccountToken: false,
  },
  {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'a' },
    spec: { serviceAccountName: 'quiet', containers: [{ name: 'c', image: 'i' }] },
  },
];
const sets = [
  referenceManifests,
  quiet,
  ...manifestWeaknesses.flatMap((one) => [...one.variants(referenceManifests)].slice(0, SOME)),
];

function found(policy: Policy, objects: readonly object[]): string[] {
  const manifests = objects.flatMap((one) => manifestOf(one, 'all.yaml:1:1', 3) ?? []);
  const judgements = judge([policy], new Subject({ manifests, asOf: TODAY }));
  return judgements.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
}

/** Whether a policy says the same of objects one by one as of all together, in every set. */
const asksAlone = (policy: Policy): boolean =>
  sets.every((objects) => {
    const together = found(policy, objects).sort();
    const alone = new Set(objects.flatMap((one) => found(policy, [one])));
    return JSON.stringify([...alone].sort()) === JSON.stringify(together);
  });

test('a policy is told to hold objects against each other just where it does', () => {
  const told = kubernetesPolicies.map(({ id, whole = false }) => [id, whole ? 'together' : 'alone']);
  const does = kubernetesPolicies.map((policy) => [policy.id, asksAlone(policy) ? 'alone' : 'together']);
  expect(does).toEqual(told);
});
