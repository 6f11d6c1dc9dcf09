import { cldAud } from '../../../../policies/mlps/cld-aud';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['recorded and readable', {}, ['pass']],
  [
    'not recorded',
    { operations: { api: { audited: false } } },
    ['fail declaration operations/api · requests to the cloud are not recorded'],
  ],
  [
    'recorded for the operator alone',
    { operations: { api: { tenantsReadAudit: false } } },
    ['fail declaration operations/api · departments cannot read what was done to them'],
  ],
  ['in the clear: another policy’s matter', { operations: { api: { https: false } } }, ['pass']],
  [
    'nothing said',
    { operations: { api: undefined } },
    ['evidence-missing declaration operations/api · operations.yaml does not say `api`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldAud, difference))).toEqual(expected);
});
