import { cldLabel4 } from '../../../../policies/mlps/cld-label4';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (tags: string[]) =>
  verdictOf(
    judgedStack(
      cldLabel4,
      new SmallCloud().network('a', '10.0.0.0/24').port('p', 'a', '10.0.0.9', [], { tags }).stack(),
    ),
  );

test.each([
  ['labelled', ['mlps:4', 'dataClass:core'], ['pass']],
  ['without its class', ['mlps:4'], ['fail openstack_networking_port_v2.p · it has no dataClass']],
  ['of level 3', ['mlps:3'], ['not-applicable']],
])('a port %s', (_, tags, expected) => {
  expect(of(tags)).toEqual(expected);
});
