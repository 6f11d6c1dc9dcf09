import { datCn } from '../../../../policies/mlps/dat-cn';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['in the country', {}, ['pass']],
  ['in another province', { backup: { targets: { far: { adcode: '540000' } } } }, ['pass']],
  [
    'in Hong Kong, where other law holds',
    { backup: { targets: { far: { adcode: '810000' } } } },
    ['fail declaration backup/targets · copies go to far in 810000'],
  ],
  [
    'in no division at all',
    { backup: { targets: { far: { adcode: '990000' } } } },
    ['fail declaration backup/targets · copies go to far in 990000'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(datCn, difference))).toEqual(expected);
});
