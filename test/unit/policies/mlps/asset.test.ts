import { asset } from '../../../../policies/mlps/asset';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const whole = ['dept:finance', 'owner:finance', 'system:budget', 'mlps:3', 'importance:high', 'site:main'];
const of = (tags: string[]) =>
  verdictOf(
    judgedStack(
      asset,
      new SmallCloud()
        .network('a', '10.0.0.0/24', { tags: ['owner:unicom', 'site:main'] })
        .port('p', 'a', '10.0.0.9', [], { tags })
        .stack(),
    ),
  );
const said = (missing: string) => [`fail openstack_networking_port_v2.p · it does not say ${missing}`];

test.each([
  ['of a department', whole, ['pass']],
  ['of the platform', ['owner:unicom', 'site:main'], ['pass']],
  ['of a department, without its importance', whole.filter((one) => !one.startsWith('importance')), said('importance')],
  ['of nobody', [], said('dept, owner, system, mlps, importance, site')],
  ['of the platform, nobody knows where', ['owner:unicom'], said('site')],
])('a port %s', (_, tags, expected) => {
  expect(of(tags)).toEqual(expected);
});

test('a network says whose it is and where', () => {
  expect(verdictOf(judgedStack(asset, new SmallCloud().network('a', '10.0.0.0/24').stack()))).toEqual([
    'fail openstack_networking_network_v2.a · it does not say owner, site',
  ]);
});
