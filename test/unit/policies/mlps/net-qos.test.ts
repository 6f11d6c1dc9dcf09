import { netQos } from '../../../../policies/mlps/net-qos';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { id, SmallCloud } from '../../proof/small-cloud';

const port = (tags: string[], values: object = {}) =>
  new SmallCloud()
    .network('a', '10.0.0.0/24')
    .group('g')
    .port('p', 'a', '10.0.0.9', ['g'], { tags, ...values })
    .add('networking_qos_policy', 'q', { name: 'q' });
const withPolicy = { qos_policy_id: id('networking_qos_policy', 'q') };
const rule = (one: SmallCloud, kind: string, values: object) =>
  one.add(`networking_qos_${kind}_rule`, kind, { qos_policy_id: id('networking_qos_policy', 'q'), ...values });
const of = (one: SmallCloud) => verdictOf(judgedStack(netQos, one.stack(), { level: 4 }));
const said = (message: string) => [`fail openstack_networking_port_v2.p · ${message}`];

test('bandwidth and a mark', () => {
  const one = rule(port(['importance:high'], withPolicy), 'minimum_bandwidth', { min_kbps: 1000 });
  expect(of(rule(one, 'dscp_marking', { dscp_mark: 26 }))).toEqual(['pass']);
});

test('no policy, no bandwidth, no mark', () => {
  expect(of(port(['importance:high']))).toEqual(said('the port has no QoS policy'));
  expect(of(port(['importance:high'], withPolicy))).toEqual(said('its QoS policy keeps no bandwidth for it'));
  const one = rule(port(['importance:high'], withPolicy), 'minimum_bandwidth', { min_kbps: 1000 });
  expect(of(one)).toEqual(said('its QoS policy sets no DSCP mark'));
});

test('a system that is not important needs none', () => {
  expect(of(port(['importance:normal']))).toEqual(['not-applicable']);
});
