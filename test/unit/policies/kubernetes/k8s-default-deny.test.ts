import { k8sDefaultDeny } from '../../../../policies/kubernetes/k8s-default-deny';
import { judgedManifests, verdictOf } from '../../../support/policies/judged';
import { deployment, object } from '../../../support/policies/pods';

const policy = (spec: Readonly<Record<string, unknown>>) => object('NetworkPolicy', 'p', { spec }, 'finance');
const of = (...policies: ReturnType<typeof policy>[]) =>
  verdictOf(judgedManifests(k8sDefaultDeny, [deployment(), ...policies]));
const open = (...directions: string[]) =>
  directions.map((one) => `fail Namespace finance · nothing denies ${one} by default`);
const both = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };

test.each([
  ['one policy for both directions', [policy(both)], ['pass']],
  [
    'one for each',
    [policy({ ...both, policyTypes: ['Ingress'] }), policy({ ...both, policyTypes: ['Egress'] })],
    ['pass'],
  ],
  ['no types: ingress is meant', [policy({ podSelector: {} })], open('egress')],
  ['no policy', [], open('ingress', 'egress')],
  [
    'a policy for some pods',
    [policy({ ...both, podSelector: { matchLabels: { app: 'web' } } })],
    open('ingress', 'egress'),
  ],
  ['a policy that admits everybody', [policy({ ...both, ingress: [{}] })], open('ingress')],
  ['an empty list admits nobody', [policy({ ...both, ingress: [], egress: [] })], ['pass']],
])('%s', (_, policies, expected) => {
  expect(of(...policies)).toEqual(expected);
});

test('a policy of another namespace denies nothing here', () => {
  const elsewhere = object('NetworkPolicy', 'p', { spec: both }, 'health');
  expect(verdictOf(judgedManifests(k8sDefaultDeny, [deployment(), elsewhere]))).toEqual(open('ingress', 'egress'));
});
