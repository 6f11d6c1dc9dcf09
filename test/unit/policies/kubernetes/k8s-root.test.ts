import { k8sRoot } from '../../../../policies/kubernetes/k8s-root';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['a user, said for the pod', deployment(), ['pass']],
  [
    'said for the container',
    deployment({ securityContext: { runAsNonRoot: true } }, { securityContext: undefined }),
    ['pass'],
  ],
  [
    'nobody said it',
    deployment({}, { securityContext: {} }),
    ['fail Deployment finance/web · container web may run as root'],
  ],
  [
    'taken back for one container',
    deployment({ securityContext: { runAsNonRoot: false } }),
    ['fail Deployment finance/web · container web may run as root'],
  ],
  [
    'root by number',
    deployment({ securityContext: { runAsUser: 0 } }),
    ['fail Deployment finance/web · container web may run as root'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sRoot, [manifest]))).toEqual(expected);
});
