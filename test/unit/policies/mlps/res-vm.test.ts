import { resVm } from '../../../../policies/mlps/res-vm';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['memory and disks', {}, ['pass']],
  ['volumes are not: another policy’s matter', { protection: { reclaim: { volumes: 'none' } } }, ['pass']],
  [
    'neither',
    { protection: { reclaim: { memory: false, disks: false } } },
    ['fail declaration protection/reclaim · memory and disks of servers are not cleared'],
  ],
  [
    'nothing said',
    { protection: { reclaim: undefined } },
    ['evidence-missing declaration protection/reclaim · protection.yaml does not say `reclaim`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(resVm, difference))).toEqual(expected);
});
