import { k8sHostPort } from '../../../../policies/kubernetes/k8s-host-port';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['a port of its own', deployment({ ports: [{ containerPort: 8443 }] }), ['pass']],
  ['zero, which is none', deployment({ ports: [{ containerPort: 8443, hostPort: 0 }] }), ['pass']],
  [
    'a port of the host',
    deployment({ ports: [{ containerPort: 8443, hostPort: 443 }] }),
    ['fail Deployment finance/web · container web takes port 443'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sHostPort, [manifest]))).toEqual(expected);
});
