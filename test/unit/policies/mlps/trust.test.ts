import { trust } from '../../../../policies/mlps/trust';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a root of trust', {}, ['pass']],
  [
    'a spare image without',
    { images: { spare: { arch: 'aarch64', os: 'kylin', secureBoot: false, tpm: false } } },
    ['pass'],
  ],
  [
    'a TPM without Secure Boot',
    { images: { arm: { secureBoot: false } } },
    ['warn image arm · image arm boots without a root of trust'],
  ],
  [
    'nothing said of the TPM',
    { images: { arm: { tpm: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(trust, difference))).toEqual(expected);
});
