import { datAuth } from '../../../../policies/mlps/dat-auth';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['nobody may', {}, ['pass']],
  ['until today', { operations: { access: { finance: { id: 'X-1', until: '2026-11-25' } } } }, ['pass']],
  [
    'until yesterday',
    { operations: { access: { finance: { id: 'X-1', until: '2026-11-24' } } } },
    ['fail declaration operations/access · access to data of finance (X-1) ended on 2026-11-24'],
  ],
  [
    'nothing said',
    { operations: { access: undefined } },
    ['evidence-missing declaration operations/access · operations.yaml does not say `access`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(datAuth, difference))).toEqual(expected);
});
