import { aclState } from '../../../../policies/mlps/acl-state';
import { judgedStack, saidOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

test('a group without state fails', () => {
  const one = judgedStack(aclState, new SmallCloud().group('web', { stateful: false }).group('app').stack());
  expect(one.status).toBe('fail');
  expect(saidOf(one)).toEqual(['fail openstack_networking_secgroup_v2.web · the group keeps no state of connections']);
  expect(one.findings[0]?.clauses).toEqual(['8.1.3.2 d']);
});

test('a group that says nothing is stateful: Neutron’s default', () => {
  const one = judgedStack(aclState, new SmallCloud().group('web').group('app', { stateful: true }).stack());
  expect([one.status, one.looked.length, one.findings]).toEqual(['pass', 2, []]);
});

test('without a group nothing was looked at, and nothing passes', () => {
  expect(judgedStack(aclState, new SmallCloud().network('a', '10.0.0.0/24').stack()).status).toBe('not-applicable');
});
