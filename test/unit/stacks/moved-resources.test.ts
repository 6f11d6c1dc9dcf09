import { designEnvironment } from '../../../model/design/design-environment';
import type { EmittedStack } from '../../../model/emitted-stack';
import { emitStacks } from '../../../stacks/emit-stacks';
import { renamingDifferences } from '../../../stacks/renaming-differences';
import { environment } from '../../support/environment-builder';

const on = '2026-11-25';
const before = designEnvironment(environment());
const { blocks, segments } = before.ledger;
/** As if the department and its pool had been called otherwise before. */
const design = designEnvironment(
  environment({
    moved: [
      { from: 'tenants/treasury', to: 'tenants/finance', on },
      { from: 'pools/chips', to: 'pools/extranet-arm', on },
    ],
    ledger: { version: 1, blocks, segments },
  }),
);
const emitted = emitStacks(design);
const stack = (name: string): EmittedStack => emitted.find((one) => one.name === name) as EmittedStack;
const moves = (name: string) => (stack(name).definition['moved'] ?? []) as readonly { from: string; to: string }[];
const addresses = (name: string) =>
  Object.entries(stack(name).definition.resource ?? {}).flatMap(([type, all]) =>
    Object.keys(all).map((key) => `${type}.${key}`),
  );

test('every resource of a renamed department is moved, and what stands elsewhere is not', () => {
  expect(moves('tenant-finance').map(({ to }) => to)).toEqual(expect.arrayContaining(addresses('tenant-finance')));
  expect(moves('tenant-health').filter(({ from }) => from.includes('treasury'))).toEqual([]);
  expect([moves('planes'), moves('gap')]).toEqual([[], []]);
});

test('nothing that is moved from somewhere is described there too, and nothing is moved to two places', () => {
  for (const { name } of emitted) {
    const from = moves(name).map((one) => one.from);
    expect(addresses(name).filter((address) => from.includes(address))).toEqual([]);
    expect(new Set(from).size).toBe(from.length);
  }
});

test('pools move with their flavors, and with the access of projects in other stacks', () => {
  expect(moves('foundation').map(({ from }) => from)).toEqual([
    'openstack_compute_aggregate_v2.chips_az1',
    'openstack_compute_flavor_v2.chips_c4m8',
    'openstack_compute_flavor_v2.chips_c8m32',
  ]);
  expect(moves('tenant-health').map(({ from }) => from)).toContain(
    'openstack_compute_flavor_access_v2.health-extranet_chips_c4m8',
  );
  expect(stack('tenant-health').inputs['flavor_extranet-arm_c4m8']).toEqual({
    stack: 'foundation',
    output: 'flavor_extranet-arm_c4m8',
    former: ['flavor_chips_c4m8'],
  });
});

test('what a cloud cannot give another name keeps the one that it has', () => {
  const { resource = {} } = stack('tenant-finance').definition;
  const ignored = (type: string) =>
    Object.values(resource[type] ?? {}).map(
      ({ lifecycle }) => (lifecycle as { ignore_changes: unknown }).ignore_changes,
    );
  expect(ignored('openstack_dns_zone_v2')).toEqual([['name']]);
  expect(new Set(ignored('openstack_compute_servergroup_v2').flat() as string[])).toEqual(new Set(['name']));
  expect(Object.values(resource['openstack_networking_network_v2'] ?? {})[0]).not.toHaveProperty('lifecycle');
});

test('a rule that names a renamed end keeps its words in every stack; others follow theirs', () => {
  const rules = emitted.flatMap(({ definition }) =>
    Object.values(definition.resource?.['openstack_networking_secgroup_rule_v2'] ?? {}),
  );
  const kept = rules.filter(({ lifecycle }) => lifecycle !== undefined);
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThan(rules.length);
  for (const { description, lifecycle } of rules)
    expect([description, lifecycle !== undefined]).toEqual([
      description,
      /(^|[\s;])finance\//.test(String(description)),
    ]);
});

test('the state of a department keeps the name under which it was first made', () => {
  expect(design.stacks.find(({ key }) => key === 'tenant-finance')?.state).toBe('tenant-treasury');
  expect(stack('tenant-finance').definition['terraform']).toMatchObject({
    backend: { local: { path: '../../state/tenant-treasury.tfstate' } },
  });
});

test('a renaming and nothing else differs in nothing; what comes, goes or gets another value is named', () => {
  expect(renamingDifferences(before, design)).toEqual(['state tenant-finance goes', 'state tenant-treasury comes']);
  const [first, ...others] = design.tenants;
  const without = {
    ...design,
    tenants: first === undefined ? [] : [{ ...first, vpcs: first.vpcs.slice(1) }, ...others],
  };
  expect(renamingDifferences(design, without)).toContain(
    'tenant-treasury openstack_identity_project_v3.finance-extranet goes',
  );
  expect(renamingDifferences(without, design)).toContain(
    'tenant-treasury openstack_identity_project_v3.finance-extranet comes',
  );
  expect(renamingDifferences(design, design)).toEqual([]);
});
