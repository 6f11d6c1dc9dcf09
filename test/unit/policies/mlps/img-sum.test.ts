import { imgSum } from '../../../../policies/mlps/img-sum';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['checksums', {}, ['pass']],
  ['one of SM3', { images: { arm: { checksum: `sm3:${'1'.repeat(64)}` } } }, ['pass']],
  [
    'none',
    { images: { arm: { checksum: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(imgSum, difference))).toEqual(expected);
});
