import { k8sReplicas } from '../../../../policies/kubernetes/k8s-replicas';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['two', deployment(), ['pass']],
  ['one', deployment({}, {}, { replicas: 1 }), ['fail Deployment finance/web · it may be one pod']],
  [
    'nothing said: one',
    deployment({}, {}, { replicas: undefined }),
    ['fail Deployment finance/web · it may be one pod'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sReplicas, [manifest]))).toEqual(expected);
});
