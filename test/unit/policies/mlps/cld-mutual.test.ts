import { cldMutual } from '../../../../policies/mlps/cld-mutual';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['certificates', {}, ['pass']],
  [
    'no certificates',
    { operations: { api: { clientCertificates: false } } },
    ['fail declaration operations/api · management clients show no certificate'],
  ],
  [
    'certificates, and nothing recorded: another policy’s matter',
    { operations: { api: { audited: false } } },
    ['pass'],
  ],
  [
    'nothing said',
    { operations: { api: undefined } },
    ['evidence-missing declaration operations/api · operations.yaml does not say `api`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldMutual, difference))).toEqual(expected);
});
