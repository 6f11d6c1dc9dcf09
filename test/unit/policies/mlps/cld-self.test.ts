import { cldSelf } from '../../../../policies/mlps/cld-self';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['members', {}, ['pass']],
  ['managers', { operations: { tenantRoles: ['reader', 'manager'] } }, ['pass']],
  [
    'readers only',
    { operations: { tenantRoles: ['reader'] } },
    ['warn declaration operations/tenantRoles · departments hold reader only'],
  ],
  [
    'nothing said',
    { operations: { tenantRoles: undefined } },
    ['evidence-missing declaration operations/tenantRoles · operations.yaml does not say `tenantRoles`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldSelf, difference))).toEqual(expected);
});
