import { k8sWildcard } from '../../../../policies/kubernetes/k8s-wildcard';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { object } from '../../../support/policies/pods';

test.each([
  [
    'verbs and resources',
    object('Role', 'r', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }] }, 'finance'),
    ['pass'],
  ],
  [
    'a name with a star in it',
    object('Role', 'r', { rules: [{ apiGroups: [''], resources: ['pods/*'], verbs: ['get'] }] }, 'finance'),
    ['pass'],
  ],
  [
    'every verb',
    object('ClusterRole', 'r', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }] }),
    ['fail ClusterRole r · it allows all verbs'],
  ],
  [
    'everything',
    object('Role', 'r', { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] }, 'finance'),
    ['fail Role finance/r · it allows all verbs and resources and apiGroups'],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sWildcard, [manifest]))).toEqual(expected);
});
