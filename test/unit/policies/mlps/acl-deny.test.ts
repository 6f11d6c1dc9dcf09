import { aclDeny } from '../../../../policies/mlps/acl-deny';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (values: object) =>
  verdictOf(
    judgedStack(aclDeny, new SmallCloud().add('networking_secgroup', 'web', { name: 'web', ...values }).stack()),
  );

const SAID = 'fail openstack_networking_secgroup_v2.web · the group keeps the rules that Neutron gives it';

test.each([
  ['without the default rules', { delete_default_rules: true }, ['pass']],
  ['with them', { delete_default_rules: false }, [SAID]],
  ['that does not say it', {}, [SAID]],
  ['that says it in words', { delete_default_rules: 'true' }, ['pass']],
])('a group %s', (_, values, expected) => {
  expect(of(values)).toEqual(expected);
});
