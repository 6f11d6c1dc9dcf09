import { accLeastRoles } from '../../../../policies/mlps/acc-least-roles';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['members', {}, ['pass']],
  ['a role whose name has admin in it', { operations: { tenantRoles: ['member', 'load-balancer-admin'] } }, ['pass']],
  [
    'administrators',
    { operations: { tenantRoles: ['member', 'admin'] } },
    ['fail declaration operations/tenantRoles · departments hold the role admin'],
  ],
  [
    'nothing said',
    { operations: { tenantRoles: undefined } },
    ['evidence-missing declaration operations/tenantRoles · operations.yaml does not say `tenantRoles`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(accLeastRoles, difference))).toEqual(expected);
});
