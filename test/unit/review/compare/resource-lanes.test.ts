import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResourceDifference } from '../../../../review/compare/resource-differences';
import { isReplaced, laneOfResource } from '../../../../review/compare/resource-lanes';
import { replacingAttributes } from '../../../../review/replacing-attributes';
import { ROOT } from '../../../support/repository-files';

interface Block {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly block_types?: Readonly<Record<string, { readonly block: Block }>>;
}

function knows(
  { attributes = {}, block_types: blocks = {} }: Block,
  [first = '', ...rest]: readonly string[],
): boolean {
  if (rest.length === 0) return first in attributes || first in blocks;
  const inner = blocks[first]?.block;
  return inner !== undefined && knows(inner, rest);
}

const change = (type: string, path: string, after: string | undefined = '"b"', noise = false): ResourceDifference => ({
  stack: 's',
  type,
  address: `${type}.x`,
  action: 'change',
  differences: [{ path, before: '"a"', ...(after !== undefined && { after }), noise }],
});

test('what cannot be changed in place is an attribute of the provider', () => {
  const { schema } = JSON.parse(readFileSync(join(ROOT, 'packages/provider-openstack/schema.json'), 'utf8')) as {
    schema: { resource_schemas: Record<string, { block: Block }> };
  };
  const all = Object.entries(replacingAttributes).flatMap(([type, text]) =>
    text.split(' ').map((one) => [type, one.replace('?', '')] as const),
  );
  expect(all.length).toBeGreaterThan(500);
  const unknown = all.filter(([type, path]) => !knows(schema.resource_schemas[type]?.block ?? {}, path.split('.')));
  expect(unknown).toEqual([]);
});

test.each<[string, string, boolean]>([
  // Zones, flavors and server groups were seen to be made anew for a new name; subnets keep their ids.
  ['openstack_dns_zone_v2', 'name', true],
  ['openstack_compute_flavor_v2', 'name', true],
  ['openstack_compute_servergroup_v2', 'name', true],
  ['openstack_networking_subnet_v2', 'name', false],
  ['openstack_networking_network_v2', 'segments[0].segmentation_id', false],
  ['openstack_networking_network_v2', 'value_specs.a', true],
  ['openstack_compute_instance_v2', 'block_device[0].uuid', true],
  ['openstack_networking_port_v2', 'network_id', true],
  ['openstack_networking_port_v2', 'network', false],
  ['openstack_networking_port_v2', 'network_id_of_somebody', false],
  ['kubernetes_secret', 'name', false],
])('%s.%s cannot be changed in place: %s', (type, path, replaced) => {
  expect(isReplaced(change(type, path))).toBe(replaced);
});

test('a value that the cloud chooses where none is given may be left out', () => {
  const left = change('openstack_blockstorage_volume_v3', 'availability_zone', undefined);
  expect(isReplaced({ ...left, differences: [{ path: 'availability_zone', before: '"a"', noise: false }] })).toBe(
    false,
  );
  expect(laneOfResource(change('openstack_blockstorage_volume_v3', 'availability_zone'))).toBe(2);
});

test('one that is made anew is no state only and no noise, whatever little thing changes in it', () => {
  const rule = change('openstack_networking_secgroup_rule_v2', 'description', '"b"', true);
  expect([
    laneOfResource(rule),
    laneOfResource(change('openstack_networking_network_v2', 'description', '"b"', true)),
  ]).toEqual([6, 8]);
  const [zone, network] = [change('openstack_dns_zone_v2', 'name'), change('openstack_networking_network_v2', 'name')];
  expect([zone, network].map(laneOfResource)).toEqual([6, 7]);
  expect(
    [
      { ...zone, action: 'move' as const },
      { ...network, action: 'move' as const },
    ].map(laneOfResource),
  ).toEqual([6, 7]);
});

test('a list in another order does not show that the resource is made anew', () => {
  expect(isReplaced(change('openstack_compute_servergroup_v2', 'policies', '["b","a"]', true))).toBe(false);
});
