import { cldGap4 } from '../../../../policies/mlps/cld-gap4';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a gap device', {}, ['pass']],
  [
    'none',
    { gap: undefined, tenants: { finance: { systems: { budget: { flows: { 'web-to-app': undefined } } } } } },
    ['fail platform · there is no gap device to choose'],
  ],
  [
    'a device without channels',
    {
      gap: { channels: { 'budget-requests': undefined } },
      tenants: { finance: { systems: { budget: { flows: { 'web-to-app': undefined } } } } },
    },
    ['pass'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(cldGap4, difference, { level: 4 }))).toEqual(expected);
});
