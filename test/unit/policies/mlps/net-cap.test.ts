import { netCap } from '../../../../policies/mlps/net-cap';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['800 of 2000', {}, ['pass']],
  ['eight tenths', { planes: { internet: { peakMbps: 1600 } } }, ['pass']],
  [
    'a little more',
    { planes: { internet: { peakMbps: 1601 } } },
    ['warn plane internet · plane internet expects 1601 Mbit/s on lines of 2000'],
  ],
  [
    'a standby line does not count',
    { planes: { internet: { peakMbps: 900, uplinks: { b: { role: 'standby' } } } } },
    ['warn plane internet · plane internet expects 900 Mbit/s on lines of 1000'],
  ],
  [
    'nobody said the load',
    { planes: { extranet: { peakMbps: undefined } } },
    ['evidence-missing plane extranet · nobody said the greatest load of plane extranet'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(netCap, difference))).toEqual(expected);
});
