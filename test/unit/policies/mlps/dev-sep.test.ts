import { devSep } from '../../../../policies/mlps/dev-sep';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['no test system', {}, ['not-applicable']],
  [
    'a pool of its own',
    {
      pools: { try: { plane: 'extranet', arch: 'aarch64', mlps: 2, hosts: 2, perHost: { vcpus: 64, memoryGiB: 256 } } },
      tenants: {
        health: {
          systems: {
            trial: {
              name: 'x',
              mlps: 2,
              stage: 'test',
              tiers: { app: { plane: 'extranet', zone: 'test', servers: 1, flavor: 'c4m8', pool: 'try' } },
            },
          },
        },
      },
    },
    ['pass'],
  ],
  [
    'a pool of production',
    {
      tenants: {
        health: {
          systems: {
            trial: {
              name: 'x',
              mlps: 2,
              stage: 'test',
              tiers: { app: { plane: 'extranet', zone: 'test', servers: 1, flavor: 'c4m8' } },
            },
          },
        },
      },
    },
    ['fail tier health/trial/app · it shares pool extranet-arm with finance/budget/app'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(devSep, difference))).toEqual(expected);
});
