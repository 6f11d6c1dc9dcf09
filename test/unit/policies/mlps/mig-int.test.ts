import { migInt } from '../../../../policies/mlps/mig-int';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['TLS', {}, ['pass']],
  ['TLS, and flows in the clear: another policy’s matter', { protection: { transit: { flows: 'plain' } } }, ['pass']],
  [
    'in the clear',
    { protection: { migration: 'plain' } },
    ['fail declaration protection/migration · servers move in the clear'],
  ],
  [
    'nothing said',
    { protection: { migration: undefined } },
    ['evidence-missing declaration protection/migration · protection.yaml does not say `migration`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(migInt, difference))).toEqual(expected);
});
