import { hostMin } from '../../../../policies/mlps/host-min';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['minimal', {}, ['pass']],
  ['a spare image that is not', { images: { spare: { arch: 'aarch64', os: 'kylin', minimal: false } } }, ['pass']],
  ['not minimal', { images: { arm: { minimal: false } } }, ['warn image arm · image arm holds more than is needed']],
  [
    'nothing said',
    { images: { arm: { minimal: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(hostMin, difference))).toEqual(expected);
});
