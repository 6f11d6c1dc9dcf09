import { trxHsm } from '../../../../policies/mlps/trx-hsm';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a module of national cryptography', {}, ['pass']],
  ['a module by KMIP', { protection: { keys: { backend: 'kmip' } } }, ['pass']],
  [
    'software',
    { protection: { keys: { backend: 'software' } } },
    ['fail declaration protection/keys · the key manager keeps its master key in software'],
  ],
  [
    'nothing said',
    { protection: { keys: undefined } },
    ['evidence-missing declaration protection/keys · protection.yaml does not say `keys`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(trxHsm, difference, { level: 4 }))).toEqual(expected);
});
