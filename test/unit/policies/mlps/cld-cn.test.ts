import { cldCn } from '../../../../policies/mlps/cld-cn';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['in the country', {}, ['pass']],
  ['at the border', { sites: { far: { adcode: '653000' } } }, ['pass']],
  ['where other law holds', { sites: { far: { adcode: '710000' } } }, ['fail site far · site far stands in 710000']],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldCn, difference))).toEqual(expected);
});
