import { bakTenant } from '../../../../policies/mlps/bak-tenant';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a copy of the department', {}, ['pass']],
  [
    'none',
    { backup: { plans: { B2: { targets: ['near', 'far'] } } } },
    ['fail backup B2 · departments have no copy of B2 of their own'],
  ],
  [
    'a target of departments that the plan does not name',
    { backup: { plans: { B2: { targets: ['near'] } } } },
    ['fail backup B2 · departments have no copy of B2 of their own'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(bakTenant, difference))).toEqual(expected);
});
