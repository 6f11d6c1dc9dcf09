import { ccAud } from '../../../../policies/mlps/cc-aud';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['one sink for each', {}, ['pass']],
  [
    'two of departments beside it',
    {
      detection: {
        sinks: {
          third: {
            owner: 'tenant',
            zone: 'management/security',
            sources: ['hosts'],
            retentionDays: 1,
            immutable: false,
          },
        },
      },
    },
    ['pass'],
  ],
  [
    'none of departments',
    { detection: { sinks: { theirs: undefined } } },
    ['fail declaration detection/sinks · no sink belongs to the tenant'],
  ],
  [
    'nothing said',
    { detection: { sinks: undefined, boundaryLogs: undefined } },
    ['evidence-missing declaration detection/sinks · detection.yaml does not say `sinks`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(ccAud, difference))).toEqual(expected);
});
