import { smcMon } from '../../../../policies/mlps/smc-mon';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['all is watched', {}, ['pass']],
  [
    'two monitors of the operator together',
    {
      detection: {
        monitors: {
          own: { covers: ['hosts', 'servers', 'routers'] },
          more: { owner: 'provider', covers: ['load-balancers', 'uplinks', 'storage'] },
        },
      },
    },
    ['pass'],
  ],
  [
    'what only departments watch',
    { detection: { monitors: { own: { covers: ['hosts', 'routers', 'load-balancers', 'uplinks', 'storage'] } } } },
    ['fail declaration detection/monitors · nobody watches servers'],
  ],
  [
    'nothing said',
    { detection: { monitors: undefined } },
    ['evidence-missing declaration detection/monitors · detection.yaml does not say `monitors`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(smcMon, difference))).toEqual(expected);
});
