import { k8sHostPath } from '../../../../policies/kubernetes/k8s-host-path';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['no volume', deployment(), ['pass']],
  [
    'a claim and an empty volume',
    deployment(
      {},
      {
        volumes: [
          { name: 'a', emptyDir: {} },
          { name: 'b', persistentVolumeClaim: { claimName: 'c' } },
        ],
      },
    ),
    ['pass'],
  ],
  [
    'the socket of the runtime',
    deployment({}, { volumes: [{ name: 'r', hostPath: { path: '/var/run' } }] }),
    ['fail Deployment finance/web · it mounts /var/run of the host'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sHostPath, [manifest]))).toEqual(expected);
});
