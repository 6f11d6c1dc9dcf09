import { netRedLines } from '../../../../policies/mlps/net-red-lines';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['two carriers', {}, ['pass']],
  [
    'two lines of one carrier',
    { planes: { internet: { uplinks: { b: { carrier: 'unicom' } } } } },
    ['fail plane internet · plane internet has lines of unicom only'],
  ],
  [
    'no line at all',
    { planes: { extranet: { uplinks: undefined } } },
    ['fail plane extranet · plane extranet has lines of nobody only'],
  ],
  [
    'the management plane needs none',
    { planes: { management: { uplinks: { a: { carrier: 'unicom', mbps: 10 } } } } },
    ['pass'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(netRedLines, difference))).toEqual(expected);
});
