import { netRedDevices } from '../../../../policies/mlps/net-red-devices';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['routers and load balancers in pairs', {}, ['pass']],
  ['distributed', { protection: { redundancy: { routers: 'distributed', loadBalancers: 'distributed' } } }, ['pass']],
  [
    'single ones',
    { protection: { redundancy: { routers: 'single', loadBalancers: 'single' } } },
    [
      'fail declaration protection/redundancy · a router lives on one node',
      'fail declaration protection/redundancy · a load balancer is one server',
    ],
  ],
  [
    'nothing said',
    { protection: { redundancy: undefined } },
    ['evidence-missing declaration protection/redundancy · protection.yaml does not say `redundancy`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(netRedDevices, difference))).toEqual(expected);
});
