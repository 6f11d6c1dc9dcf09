import { drSwitch } from '../../../../policies/mlps/dr-switch';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  [
    'hot and automatic',
    {
      tenants: {
        health: undefined,
        finance: {
          systems: {
            budget: {
              recovery: { level: 6, adcode: '420100', mode: 'active-active', switch: 'automatic', drill: '2026-10-01' },
            },
          },
        },
      },
    },
    ['pass'],
  ],
  [
    'hot, switched by hand',
    {
      tenants: {
        health: undefined,
        finance: {
          systems: {
            budget: {
              recovery: { level: 5, adcode: '420100', mode: 'hot-standby', switch: 'manual', drill: '2026-10-01' },
            },
          },
        },
      },
    },
    ['fail system finance/budget · finance/budget comes back hot-standby, manual'],
  ],
  [
    'hot and automatic, in the same place',
    {
      tenants: {
        health: undefined,
        finance: {
          systems: {
            budget: {
              recovery: { level: 6, adcode: '421300', mode: 'hot-standby', switch: 'automatic', drill: '2026-10-01' },
            },
          },
        },
      },
    },
    ['fail system finance/budget · finance/budget comes back in the same place'],
  ],
  [
    'nobody said it',
    { tenants: { health: undefined } },
    ['evidence-missing system finance/budget · nobody said how finance/budget comes back'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(drSwitch, difference, { level: 4 }))).toEqual(expected);
});
