import { resClear } from '../../../../policies/mlps/res-clear';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['zeros', {}, ['pass']],
  ['the key is thrown away', { protection: { reclaim: { volumes: 'crypto-erase' } } }, ['pass']],
  [
    'nothing is done',
    { protection: { reclaim: { volumes: 'none' } } },
    ['fail declaration protection/reclaim · volumes are not cleared'],
  ],
  [
    'nothing said',
    { protection: { reclaim: undefined } },
    ['evidence-missing declaration protection/reclaim · protection.yaml does not say `reclaim`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(resClear, difference))).toEqual(expected);
});
