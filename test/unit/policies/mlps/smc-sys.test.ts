import { smcSys } from '../../../../policies/mlps/smc-sys';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['sessions are recorded', {}, ['pass']],
  [
    'recorded with one factor: another policy’s matter',
    { operations: { bastion: { factors: ['password'] } } },
    ['pass'],
  ],
  [
    'sessions are not recorded',
    { operations: { bastion: { recorded: false } } },
    ['fail declaration operations/bastion · the bastion records no sessions'],
  ],
  [
    'nothing said',
    { operations: { bastion: undefined } },
    ['evidence-missing declaration operations/bastion · operations.yaml does not say `bastion`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcSys, difference))).toEqual(expected);
});
