import { durSpread } from '../../../../policies/durability/dur-spread';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (...policies: string[]) =>
  verdictOf(judgedStack(durSpread, new SmallCloud().add('compute_servergroup', 's', { policies }).stack()));

test.each([
  ['apart', ['anti-affinity'], ['pass']],
  [
    'apart where there is room',
    ['soft-anti-affinity'],
    ['warn openstack_compute_servergroup_v2.s · servers may share a host when room is short'],
  ],
  ['together', ['affinity'], ['fail openstack_compute_servergroup_v2.s · its servers may share a host']],
])('%s', (_, policies, expected) => {
  expect(of(...policies)).toEqual(expected);
});
