import { type PlannedResource, withPlan } from '../../../review/compare/planned-stack';
import { resourceChanges } from '../../../review/compare/resource-changes';
import type { ResourceDifference } from '../../../review/compare/resource-differences';
import { Subjects } from '../../../review/compare/subjects';

const planned = (address: string, actions: readonly string[], change: object = {}): PlannedResource => ({
  address,
  type: address.split('.')[0] as string,
  mode: 'managed',
  change: { actions, ...change },
});

const VOLUME = 'openstack_blockstorage_volume_v3.a';
const changed: ResourceDifference = {
  stack: 's',
  type: 'openstack_blockstorage_volume_v3',
  address: VOLUME,
  action: 'change',
  differences: [{ path: 'volume_type', before: '"a"', after: '"b"', noise: false }],
  place: 'environments/x/tenants/a.yaml:3:5',
};

test('what only the plan knows: a volume whose change makes it anew is data that is lost', () => {
  const document = { resource_changes: [planned(VOLUME, ['delete', 'create'])] };
  const merged = withPlan([changed], [{ stack: 's', document }]);
  expect(merged).toEqual([{ ...changed, action: 'replace' }]);
  const [change] = resourceChanges('x', merged, new Subjects([]));
  expect([change?.lane, change?.place]).toEqual([2, changed.place]);
});

test('what merely was not applied yet is no part of a branch', () => {
  const document = { resource_changes: [planned(VOLUME, ['create']), planned('openstack_dns_zone_v2.z', ['no-op'])] };
  expect(withPlan([], [{ stack: 's', document }])).toEqual([]);
});

test('drift is told by attribute, without what the plan marks as secret', () => {
  const drifted = planned('openstack_networking_port_v2.p', ['update'], {
    before: { name: 'p', note: 'CANARY', tags: ['a', 'b'], fixed: { ip: '10.0.0.1' } },
    after: { name: 'q', note: 'CANARY2', tags: ['b', 'a'], fixed: { ip: '10.0.0.2' }, later: null },
    before_sensitive: { note: true },
    after_sensitive: { note: true },
  });
  const merged = withPlan([], [{ stack: 's', document: { resource_drift: [drifted] } }]);
  expect(merged[0]?.action).toBe('drift');
  expect(merged[0]?.differences).toEqual([
    { path: 'fixed.ip', before: '"10.0.0.1"', after: '"10.0.0.2"', noise: false },
    { path: 'name', before: '"p"', after: '"q"', noise: false },
    { path: 'tags', before: '["a","b"]', after: '["b","a"]', noise: true },
  ]);
  expect(JSON.stringify(resourceChanges('x', merged, new Subjects([])))).not.toContain('CANARY');
});
