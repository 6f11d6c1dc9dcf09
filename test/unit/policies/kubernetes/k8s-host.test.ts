import { k8sHost } from '../../../../policies/kubernetes/k8s-host';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['a network of its own', deployment(), ['pass']],
  [
    'that of the host',
    deployment({}, { hostNetwork: true }),
    ['fail Deployment finance/web · the pod has `hostNetwork`'],
  ],
  [
    'processes of the host',
    deployment({}, { hostPID: true, hostIPC: true }),
    ['fail Deployment finance/web · the pod has `hostPID`', 'fail Deployment finance/web · the pod has `hostIPC`'],
  ],
  ['said to be off', deployment({}, { hostNetwork: false }), ['pass']],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sHost, [manifest]))).toEqual(expected);
});
