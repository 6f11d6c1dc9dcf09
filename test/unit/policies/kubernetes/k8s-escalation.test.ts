import { k8sEscalation } from '../../../../policies/kubernetes/k8s-escalation';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['said to be off', deployment(), ['pass']],
  [
    'nothing said: it is on',
    deployment({ securityContext: {} }),
    ['fail Deployment finance/web · processes of container web may get more rights'],
  ],
  [
    'said to be on',
    deployment({ securityContext: { allowPrivilegeEscalation: true } }),
    ['fail Deployment finance/web · processes of container web may get more rights'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sEscalation, [manifest]))).toEqual(expected);
});
