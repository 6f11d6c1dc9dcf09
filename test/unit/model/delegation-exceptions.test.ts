import { Cidr } from '../../../model/cidr';
import { type DelegationPools, delegationOwner } from '../../../model/delegation';
import { outsideOfPools, unusedExceptions } from '../../../model/delegation-exceptions';

const pools = (exceptions: Readonly<Record<string, string>> = {}): DelegationPools => ({
  private: [Cidr.of('10.72.0.0/14'), Cidr.of('2001:db8::/44')],
  extranet: [Cidr.of('59.220.64.0/18')],
  internet: [],
  quarantineDays: 365,
  exceptions,
});
const ledger = {
  blocks: {
    'division 450222/private 4': '10.72.0.0/18',
    'division 450222/private 6': '2001:db8:100::/50',
    'division 450223/extranet 4': '10.72.64.0/26',
    'division 450224/internet 4': '198.18.1.0/26',
    'network a/b': '192.0.2.0/28',
  },
  segments: {},
};

test('a block outside is one that no pool of its own use holds', () => {
  expect(outsideOfPools(pools(), ledger).map(delegationOwner)).toEqual([
    'division 450222/private 6',
    'division 450223/extranet 4',
    'division 450224/internet 4',
  ]);
});

test('an exception excuses its owner alone', () => {
  const some = pools({ 'division 450223/extranet 4': 'made by hand' });
  expect(outsideOfPools(some, ledger).map(delegationOwner)).toEqual([
    'division 450222/private 6',
    'division 450224/internet 4',
  ]);
  expect(unusedExceptions(some, ledger)).toEqual([]);
});

test('an exception of a block that a pool holds, of no block, and of no owner is one too many', () => {
  const owners = ['division 450222/private 4', 'division 450299/private 4', 'toString', 'network a/b'];
  expect(unusedExceptions(pools(Object.fromEntries(owners.map((one) => [one, 'r']))), ledger)).toEqual(owners);
});
