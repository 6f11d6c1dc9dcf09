import type { Finding } from '../../../policies/finding';
import { judge } from '../../../policies/judge';
import { kubernetesPolicies } from '../../../policies/kubernetes/kubernetes-policies';
import { manifestOf } from '../../../policies/manifest';
import { policies } from '../../../policies/packs';
import { Subject } from '../../../policies/subject';
import { manifestWeaknesses } from '../../../tools/weaknesses/manifest-weaknesses';
import { harmlessManifests } from '../../support/policies/harmless-manifests';
import { TODAY } from '../../support/policies/judged';
import { referenceManifests } from '../../support/policies/reference-manifests';

function findingsOf(objects: readonly object[]): readonly Finding[] {
  const manifests = objects.flatMap((one, i) => manifestOf(one, `all.yaml:${i + 1}:1`, 3) ?? []);
  expect(manifests).toHaveLength(objects.length);
  return judge(policies, new Subject({ manifests, asOf: TODAY })).flatMap((one) => one.findings);
}

const count = (changes: typeof manifestWeaknesses) =>
  changes.reduce((sum, one) => sum + [...one.variants(referenceManifests)].length, 0);

test('in the files that are made weaker nothing is found', () => {
  expect(findingsOf(referenceManifests)).toEqual([]);
});

test.each(manifestWeaknesses.map((one) => [one.example, one] as const))('%s is found wherever it is', (_, weakness) => {
  const missed = [...weakness.variants(referenceManifests)].flatMap((objects, index) => {
    const found = findingsOf(objects).map(({ policy }) => policy);
    const others = found.filter((id) => !weakness.policies.includes(id));
    return found.length > others.length && others.length === 0 ? [] : [`${index}: ${found.join(' ') || 'nothing'}`];
  });
  expect(missed).toEqual([]);
});

test.each(harmlessManifests.map((one) => [one.example, one] as const))('no alarm: %s', (_, change) => {
  const alarms = [...change.variants(referenceManifests)].flatMap(findingsOf);
  expect(alarms.map((one) => `${one.policy} ${one.resource} ${one.message.en}`)).toEqual([]);
});

test('every policy for Kubernetes is tried, at 300 places at least, and 100 are harmless', () => {
  const tried = new Set(manifestWeaknesses.flatMap((one) => one.policies));
  expect(kubernetesPolicies.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
  expect([count(manifestWeaknesses) >= 300, count(harmlessManifests) >= 100]).toEqual([true, true]);
});
