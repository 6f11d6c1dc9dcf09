import { k8sToken } from '../../../../policies/kubernetes/k8s-token';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment, object } from '../../../support/policies/pods';

test.each([
  ['none', deployment(), ['pass']],
  [
    'nothing said: it gets one',
    deployment({}, { automountServiceAccountToken: undefined }),
    ['warn Deployment finance/web · it gets a token of the cluster'],
  ],
  [
    'asked for',
    deployment({}, { automountServiceAccountToken: true }),
    ['warn Deployment finance/web · it gets a token of the cluster'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sToken, [manifest]))).toEqual(expected);
});

test('an account that gives none gives none to its pods', () => {
  const account = object('ServiceAccount', 'default', { automountServiceAccountToken: false }, 'finance');
  const pod = deployment({}, { automountServiceAccountToken: undefined });
  expect(verdictOf(judgedManifests(k8sToken, [account, pod]))).toEqual(['pass']);
});
