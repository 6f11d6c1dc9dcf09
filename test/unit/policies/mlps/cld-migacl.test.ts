import { cldMigacl } from '../../../../policies/mlps/cld-migacl';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (groups: string[], values: object = {}) =>
  verdictOf(
    judgedStack(
      cldMigacl,
      new SmallCloud()
        .network('a', '10.0.0.0/24')
        .group('g')
        .port('p', 'a', '10.0.0.9', groups, { ...values })
        .stack(),
    ),
  );
const said = (message: string) => [`fail openstack_networking_port_v2.p · ${message}`];

test.each([
  ['with a group', ['g'], {}, ['pass']],
  ['without one', [], {}, said('the port names no group and gets the default one')],
  ['that wants none', [], { no_security_groups: true }, said('the port has no rules that could move with it')],
  ['that says it wants some', ['g'], { no_security_groups: false }, ['pass']],
])('a port %s', (_, groups, values, expected) => {
  expect(of(groups, values)).toEqual(expected);
});
