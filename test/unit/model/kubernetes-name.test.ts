import fc from 'fast-check';
import { isLabelName, isLabelValue, kubernetesName } from '../../../model/kubernetes-name';

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const key = fc.stringMatching(/^[a-z][a-z0-9]{0,11}(-[a-z0-9]{1,11}){0,3}$/);

test('a name that fits is its parts joined', () =>
  expect(kubernetesName('finance', 'budget/app', 'prod')).toBe('finance-budget-app-prod'));

test('a name that is too long keeps its beginning and ends in a hash, the same for ever', () => {
  const name = kubernetesName('a'.repeat(40), 'b'.repeat(40));
  expect(name).toBe(`${'a'.repeat(40)}-${'b'.repeat(13)}-72e0fc04`);
  expect(name).toHaveLength(63);
});

test('whatever the keys, the API server takes the name', () =>
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
      expect(kubernetesName(...keys)).toMatch(DNS_LABEL);
    }),
  ));

test('two long names that differ at their ends only are two names', () => {
  const long = 'x'.repeat(70);
  expect(kubernetesName(long, 'a')).not.toBe(kubernetesName(long, 'b'));
});

test.each([
  ['prod', true],
  ['', true],
  ['v1.2_rc-3', true],
  ['财政厅', false],
  ['-prod', false],
  ['prod.', false],
  ['a b', false],
  ['a'.repeat(63), true],
  ['a'.repeat(64), false],
])('the label value %j is taken: %s', (value, taken) => expect(isLabelValue(value)).toBe(taken));

test.each([
  ['tier', true],
  ['example.gov/tier', true],
  ['a/b/c', false],
  ['/tier', false],
  ['Example.gov/tier', false],
  ['', false],
  ['层', false],
])('the label name %j is taken: %s', (name, taken) => expect(isLabelName(name)).toBe(taken));
