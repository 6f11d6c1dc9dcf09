import { cryptoGm } from '../../../../policies/mlps/crypto-gm';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['SM2, SM3 and SM4', {}, ['pass']],
  ['modes of SM4', { protection: { algorithms: ['SM2', 'SM3', 'SM4-CBC'] } }, ['pass']],
  [
    'a name that only begins like SM2',
    { protection: { algorithms: ['SM20', 'SM3', 'SM4'] } },
    ['warn declaration protection/algorithms · SM2 are not in use'],
  ],
  [
    'none of them',
    { protection: { algorithms: ['AES-256-GCM'] } },
    ['warn declaration protection/algorithms · SM2, SM3, SM4 are not in use'],
  ],
  [
    'nothing said',
    { protection: { algorithms: undefined } },
    ['evidence-missing declaration protection/algorithms · protection.yaml does not say `algorithms`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cryptoGm, difference))).toEqual(expected);
});
