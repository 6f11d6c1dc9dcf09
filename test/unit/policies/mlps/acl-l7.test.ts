import { aclL7 } from '../../../../policies/mlps/acl-l7';
import { type CloudCase, judgedCloud } from '../../../support/policies/assured-cloud';
import { verdictOf } from '../../../support/policies/judged';

test.each<CloudCase>([
  ['a firewall that blocks', {}, ['pass']],
  [
    'a firewall that only looks',
    { detection: { sensors: { waf: { mode: 'detect' } } } },
    ['fail entry finance/budget/web · no firewall for budget.suizhou.gov.example in internet/dmz'],
  ],
  [
    'a firewall at the wrong zone',
    { detection: { sensors: { waf: { at: ['internet/app'] } } } },
    ['fail entry finance/budget/web · no firewall for budget.suizhou.gov.example in internet/dmz'],
  ],
  [
    'without an entry of the Internet',
    {
      tenants: { finance: { systems: { budget: { tiers: { web: { entry: undefined } } } } }, health: undefined },
      detection: { sensors: { waf: undefined } },
    },
    ['not-applicable'],
  ],
  [
    'nothing said',
    { detection: { sensors: undefined } },
    ['evidence-missing declaration detection/sensors · detection.yaml does not say `sensors`'],
  ],
])('%s', (_, difference, expected) => {
  expect(verdictOf(judgedCloud(aclL7, difference))).toEqual(expected);
});
