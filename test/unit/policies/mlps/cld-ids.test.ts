import { cldIds } from '../../../../policies/mlps/cld-ids';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['servers are watched with an alarm', {}, ['pass']],
  [
    'an IDS at the boundary sees nothing of it',
    {
      detection: {
        sensors: {
          servers: {
            at: [
              'internet/app',
              'internet/data',
              'extranet/public',
              'extranet/dept',
              'extranet/vpn',
              'extranet/share',
              'extranet/test',
            ],
          },
        },
      },
    },
    ['fail zone extranet/data · nobody sees what servers of extranet/data say to each other'],
  ],
  [
    'zones of the platform have no servers of departments',
    {
      detection: {
        sensors: {
          servers: {
            at: [
              'internet/app',
              'internet/data',
              'extranet/public',
              'extranet/dept',
              'extranet/vpn',
              'extranet/data',
              'extranet/share',
              'extranet/test',
            ],
          },
        },
      },
    },
    ['pass'],
  ],
  [
    'nothing said',
    { detection: { sensors: undefined } },
    ['evidence-missing declaration detection/sensors · detection.yaml does not say `sensors`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldIds, difference))).toEqual(expected);
});
