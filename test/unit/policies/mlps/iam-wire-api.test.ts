import { iamWireApi } from '../../../../policies/mlps/iam-wire-api';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['TLS only', {}, ['pass']],
  ['TLS without certificates of clients', { operations: { api: { clientCertificates: false } } }, ['pass']],
  [
    'an interface in the clear',
    { operations: { api: { https: false } } },
    ['fail declaration operations/api · an interface takes plain HTTP'],
  ],
  [
    'nothing said',
    { operations: { api: undefined } },
    ['evidence-missing declaration operations/api · operations.yaml does not say `api`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(iamWireApi, difference))).toEqual(expected);
});
