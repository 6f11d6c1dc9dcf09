import { addCounts, countChanges, plannedChanges } from '../../../engines/plan-summary';

const change = (address: string, actions: readonly string[], mode = 'managed') => ({
  address,
  type: 'openstack_networking_network_v2',
  mode,
  change: { actions },
});

test('an action that is not known is an error, not a change of nothing', () => {
  expect(() => plannedChanges({ resource_changes: [change('a', ['teleport'])] })).toThrow(
    'a plan with the action teleport, which this version does not know',
  );
});

test('replacement counts once, in either order of its two halves', () => {
  const changes = plannedChanges({
    resource_changes: [change('b', ['create', 'delete']), change('a', ['delete', 'create'])],
  });
  expect(changes.map(({ address, action }) => [address, action])).toEqual([
    ['a', 'replace'],
    ['b', 'replace'],
  ]);
  expect(countChanges(changes)).toEqual({ add: 0, change: 0, replace: 2, destroy: 0 });
});

test('what stays, what is only read and data sources are no changes', () => {
  const resource_changes = [change('a', ['no-op']), change('b', ['read']), change('c', ['create'], 'data')];
  expect(plannedChanges({ resource_changes })).toEqual([]);
});

test('an empty plan document has no changes', () => {
  expect(plannedChanges({})).toEqual([]);
});

test('counts of stacks add up, each kind for itself', () => {
  const one = { add: 1, change: 2, replace: 3, destroy: 4 };
  expect(addCounts([one, one])).toEqual({ add: 2, change: 4, replace: 6, destroy: 8 });
  expect(addCounts([])).toEqual({ add: 0, change: 0, replace: 0, destroy: 0 });
});
