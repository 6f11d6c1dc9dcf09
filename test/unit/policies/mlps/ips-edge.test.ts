import { ipsEdge } from '../../../../policies/mlps/ips-edge';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a sensor with an alarm at every boundary', {}, ['pass']],
  ['an IDS where an IPS was', { detection: { sensors: { ips: { kind: 'ids' } } } }, ['pass']],
  [
    'a boundary that nobody looks into',
    {
      detection: {
        sensors: {
          ids: {
            at: [
              'internet/dmz',
              'internet/app',
              'internet/data',
              'internet/exchange',
              'extranet/public',
              'extranet/dept',
              'extranet/vpn',
              'extranet/share',
              'extranet/exchange',
              'extranet/test',
            ],
          },
        },
      },
    },
    ['fail zone extranet/data · no sensor looks into extranet/data'],
  ],
  [
    'a sensor without an alarm',
    {
      detection: {
        sensors: {
          ips: undefined,
          ids: { alarm: false, at: ['internet/edge', 'extranet/edge'] },
          more: {
            kind: 'ips',
            mode: 'block',
            alarm: true,
            at: [
              'internet/dmz',
              'internet/app',
              'internet/data',
              'internet/exchange',
              'extranet/public',
              'extranet/dept',
              'extranet/vpn',
              'extranet/data',
              'extranet/share',
              'extranet/exchange',
              'extranet/test',
            ],
          },
        },
      },
    },
    [
      'fail zone extranet/edge · the sensor of extranet/edge raises no alarm',
      'fail zone internet/edge · the sensor of internet/edge raises no alarm',
    ],
  ],
  [
    'inside of a zone of level 2 nobody asks',
    {
      zones: { extranet: { test: { mlps: 2 } } },
      detection: {
        sensors: {
          ids: {
            at: [
              'internet/dmz',
              'internet/app',
              'internet/data',
              'internet/exchange',
              'extranet/public',
              'extranet/dept',
              'extranet/vpn',
              'extranet/data',
              'extranet/share',
              'extranet/exchange',
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
  expect(verdictOf(judgedCloud(ipsEdge, difference))).toEqual(expected);
});
