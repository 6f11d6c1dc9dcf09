import { cryWeak } from '../../../../policies/crypto/cry-weak';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['strong ones', {}, ['pass']],
  ['RSA of 2048 bits', { protection: { algorithms: ['RSA-2048', 'SHA-256', 'SHA-384'] } }, ['pass']],
  ['names that only begin alike', { protection: { algorithms: ['DESIGN-1', 'SHA-1024', 'MD6'] } }, ['pass']],
  [
    'broken ones',
    { protection: { algorithms: ['MD5', 'SHA-1', '3DES-CBC', 'RC4', 'RSA-1024'] } },
    ['MD5', 'SHA-1', '3DES-CBC', 'RC4', 'RSA-1024'].map(
      (one) => `fail declaration protection/algorithms · ${one} is in use`,
    ),
  ],
  [
    'nothing said',
    { protection: { algorithms: undefined } },
    ['evidence-missing declaration protection/algorithms · protection.yaml does not say `algorithms`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cryWeak, difference))).toEqual(expected);
});
