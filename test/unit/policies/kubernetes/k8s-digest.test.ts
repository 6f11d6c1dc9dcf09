import { k8sDigest } from '../../../../policies/kubernetes/k8s-digest';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment } from '../../../support/policies/pods';

test.each([
  ['a digest', deployment(), ['pass']],
  ['a tag and a digest', deployment({ image: `web:1.2@sha256:${'a'.repeat(64)}` }), ['pass']],
  ['a tag', deployment({ image: 'web:1.2' }), ['fail Deployment finance/web · container web runs whatever web:1.2 is']],
  [
    'a digest that was cut',
    deployment({ image: `web@sha256:${'a'.repeat(63)}` }),
    [`fail Deployment finance/web · container web runs whatever web@sha256:${'a'.repeat(63)} is`],
  ],
])('%s', (_, manifest, expected) => {
  expect(verdictOf(judgedManifests(k8sDigest, [manifest]))).toEqual(expected);
});
