import { k8sPrivileged } from '../../../../policies/kubernetes/k8s-privileged';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment, object } from '../../../support/policies/pods';

test.each([
  ['no rights of its own', deployment(), ['pass']],
  [
    'privileged',
    deployment({ securityContext: { privileged: true } }),
    ['fail Deployment finance/web · container web is privileged'],
  ],
  [
    'a capability of the host',
    deployment({ securityContext: { capabilities: { add: ['SYS_ADMIN', 'CHOWN'] } } }),
    ['fail Deployment finance/web · container web adds SYS_ADMIN'],
  ],
  [
    'a capability that is harmless',
    deployment({ securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } } }),
    ['pass'],
  ],
  [
    'privileged in an init container',
    deployment({}, { initContainers: [{ name: 'init', securityContext: { privileged: true } }] }),
    ['fail Deployment finance/web · container init is privileged'],
  ],
  [
    'privileged in a job of a timetable',
    object(
      'CronJob',
      'nightly',
      {
        spec: {
          jobTemplate: {
            spec: { template: { spec: { containers: [{ name: 'c', securityContext: { privileged: true } }] } } },
          },
        },
      },
      'finance',
    ),
    ['fail CronJob finance/nightly · container c is privileged'],
  ],
  ['the word in quotes is none', deployment({ securityContext: { privileged: 'true' } }), ['pass']],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sPrivileged, [manifest]))).toEqual(expected);
});
