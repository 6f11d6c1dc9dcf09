import { malEdge } from '../../../../policies/mlps/mal-edge';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['antivirus at both edges and on the channel', {}, ['pass']],
  [
    'another sensor at the edge',
    { detection: { sensors: { virus: { kind: 'ids' } } } },
    [
      'fail zone extranet/edge · nothing looks for malware in extranet/edge',
      'fail zone internet/edge · nothing looks for malware in internet/edge',
    ],
  ],
  [
    'antivirus in other zones too',
    { detection: { sensors: { virus: { at: ['internet/edge', 'extranet/edge', 'internet/dmz'] } } } },
    ['pass'],
  ],
  [
    'nothing said',
    { detection: { sensors: undefined } },
    ['evidence-missing declaration detection/sensors · detection.yaml does not say `sensors`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(malEdge, difference))).toEqual(expected);
});
