import { k8sSecretEnv } from '../../../../policies/kubernetes/k8s-secret-env';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  [
    'a reference',
    deployment({ env: [{ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }] }),
    ['pass'],
  ],
  [
    'a name that only holds the word',
    deployment({ env: [{ name: 'PASSWORD_FILE', value: '/run/secrets/db' }] }),
    ['pass'],
  ],
  [
    'a password',
    deployment({ env: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }),
    ['fail Deployment finance/web · container web has DB_PASSWORD written in it'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sSecretEnv, [manifest]))).toEqual(expected);
});
