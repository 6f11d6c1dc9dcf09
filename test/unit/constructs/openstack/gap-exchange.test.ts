import { GapExchange } from '../../../../constructs/openstack/gap-exchange';
import { design } from '../../../support/design-fixture';
import { resourcesOf, testStack } from '../../../support/resources-of';

const networks = (key: string) => ({ networkId: `id of ${key}`, subnetId: (one: string) => `id of ${key}/${one}` });
const projects = (key: string) => ({ projectId: `id of ${key}` });
const [gap] = design().gaps;
if (gap === undefined) throw new Error('the fixture has a gap');

/** Address, project, network or group of each. */
function summary(resources: Record<string, Record<string, unknown>>): unknown[] {
  return Object.entries(resources).map(([address, values]) => [
    address,
    values['tenant_id'],
    values['network_id'] ?? values['security_group_id'] ?? values['name'],
  ]);
}

test('each side of a gap stands in its own plane and project, and nothing joins them', () =>
  expect(summary(resourcesOf((stack) => new GapExchange(stack, gap.key, { ...gap, networks, projects })))).toEqual([
    ['networking_port_v2.gap-1_inner_a', 'id of platform-extranet', 'id of extranet/exchange'],
    ['networking_port_v2.gap-1_outer_a', 'id of platform-internet', 'id of internet/exchange'],
    ['networking_secgroup_v2.gap-1_inner', 'id of platform-extranet', 'gap-1/inner'],
    ['networking_secgroup_v2.gap-1_outer', 'id of platform-internet', 'gap-1/outer'],
  ]));

test('a port of a gap cannot have a group of the other side', () => {
  const [outer, inner] = gap.sides;
  const mixed = { ...outer, ports: outer.ports.map((port) => ({ ...port, groups: ['gap-1/inner'] })) };
  expect(() => new GapExchange(testStack(), gap.key, { ...gap, sides: [mixed, inner], networks, projects })).toThrow(
    'test/gap-1/outer/groups has no security group gap-1/inner, only gap-1/outer',
  );
});
