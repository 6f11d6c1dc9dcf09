import { k8sAdmission } from '../../../../policies/kubernetes/k8s-admission';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { object } from '../../../support/policies/pods';

const namespace = (profile: string | undefined, mlps = '3') => {
  const labels = { mlps, ...(profile !== undefined && { 'pod-security.kubernetes.io/enforce': profile }) };
  return object('Namespace', 'finance', { metadata: { labels } });
};

test.each([
  ['restricted', namespace('restricted'), ['pass']],
  ['baseline', namespace('baseline'), ['fail Namespace finance · it enforces baseline, level 3 needs restricted']],
  ['baseline for level 2', namespace('baseline', '2'), ['pass']],
  ['no label', namespace(undefined), ['fail Namespace finance · it enforces privileged, level 3 needs restricted']],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sAdmission, [manifest]))).toEqual(expected);
});
