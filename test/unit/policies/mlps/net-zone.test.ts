import { netZone } from '../../../../policies/mlps/net-zone';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const zone = { tags: ['zone:dept'] };
const of = (second: string, tags: Readonly<Record<string, unknown>> = zone) =>
  verdictOf(
    judgedStack(
      netZone,
      new SmallCloud().network('a', '10.0.0.0/24', zone).network('b', second, tags).router('r', ['a', 'b']).stack(),
    ),
  );

test.each([
  ['two blocks of two zones', '10.0.1.0/24', zone, ['pass']],
  [
    'a network of no zone',
    '10.0.1.0/24',
    {},
    ['fail openstack_networking_network_v2.b · the network belongs to no zone'],
  ],
  [
    'the same block twice',
    '10.0.0.0/24',
    zone,
    ['fail openstack_networking_router_v2.r · 10.0.0.0/24 and 10.0.0.0/24 overlap behind it'],
  ],
  [
    'a block in a block',
    '10.0.0.128/25',
    zone,
    ['fail openstack_networking_router_v2.r · 10.0.0.0/24 and 10.0.0.128/25 overlap behind it'],
  ],
])('%s', (_, second, tags, expected) => {
  expect(of(second, tags)).toEqual(expected);
});

test('the same block behind two routers is two departments’ own', () => {
  const cloud = new SmallCloud()
    .network('a', '10.0.0.0/24', zone)
    .network('b', '10.0.0.0/24', zone)
    .router('r', ['a'])
    .router('s', ['b']);
  expect(verdictOf(judgedStack(netZone, cloud.stack()))).toEqual(['pass']);
});
