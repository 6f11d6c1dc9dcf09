import { imgConf } from '../../../../policies/mlps/img-conf';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['private', {}, ['pass']],
  ['shared with single projects', { images: { arm: { visibility: 'shared' } } }, ['pass']],
  ['public', { images: { arm: { visibility: 'public' } } }, ['fail image arm · image arm is public']],
  [
    'for whoever looks for it',
    { images: { arm: { visibility: 'community' } } },
    ['fail image arm · image arm is community'],
  ],
  [
    'nothing said',
    { images: { arm: { visibility: undefined } } },
    ['evidence-missing image arm · nobody said it about image arm'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(imgConf, difference))).toEqual(expected);
});
