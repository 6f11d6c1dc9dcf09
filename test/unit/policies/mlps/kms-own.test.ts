import { kmsOwn } from '../../../../policies/mlps/kms-own';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['own keys', {}, ['pass']],
  ['own keys in software: another policy’s matter', { protection: { keys: { backend: 'software' } } }, ['pass']],
  [
    'keys of the operator',
    { protection: { keys: { tenantOwned: false } } },
    ['fail declaration protection/keys · all keys belong to the operator'],
  ],
  [
    'nothing said',
    { protection: { keys: undefined } },
    ['evidence-missing declaration protection/keys · protection.yaml does not say `keys`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(kmsOwn, difference))).toEqual(expected);
});
