import { cldVmacl } from '../../../../policies/mlps/cld-vmacl';
import { judgedStack, verdictOf } from '../../../support/policies/judged';
import { SmallCloud } from '../../proof/small-cloud';

const of = (web: string[], db: string[]) =>
  verdictOf(
    judgedStack(
      cldVmacl,
      new SmallCloud()
        .network('a', '10.0.0.0/24')
        .network('b', '10.0.1.0/24')
        .group('all')
        .group('web')
        .group('db')
        .port('web', 'a', '10.0.0.9', web)
        .port('db', 'b', '10.0.1.9', db)
        .stack(),
    ),
  );
const said = (port: string) =>
  `warn openstack_networking_port_v2.${port} · all its groups are those of other networks too`;

test.each([
  ['groups of their own', ['web'], ['db'], ['pass']],
  ['a group of their own beside a common one', ['all', 'web'], ['all', 'db'], ['pass']],
  ['one group for both', ['all'], ['all'], [said('db'), said('web')]],
  ['one that has nothing of its own', ['all', 'web'], ['all'], [said('db')]],
])('%s', (_, web, db, expected) => {
  expect(of(web, db).sort()).toEqual(expected);
});
