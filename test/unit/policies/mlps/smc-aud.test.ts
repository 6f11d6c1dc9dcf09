import { smcAud } from '../../../../policies/mlps/smc-aud';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['an auditor', {}, ['pass']],
  ['an auditor and one who also runs the cloud', { operations: { administrators: { audit: ['a', 'c'] } } }, ['pass']],
  [
    'an auditor who runs the cloud',
    { operations: { administrators: { audit: ['a'] } } },
    ['fail declaration operations/administrators · there is no audit administrator of its own'],
  ],
  [
    'no auditor',
    { operations: { administrators: { audit: undefined } } },
    ['fail declaration operations/administrators · there is no audit administrator of its own'],
  ],
  [
    'nothing said',
    { operations: { administrators: undefined } },
    ['evidence-missing declaration operations/administrators · operations.yaml does not say `administrators`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcAud, difference))).toEqual(expected);
});
