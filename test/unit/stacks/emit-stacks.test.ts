import { App } from 'cdktf';
import type { EmittedStack } from '../../../model/emitted-stack';
import { resourceCount } from '../../../model/emitted-stack';
import { ProblemsError } from '../../../model/problem';
import { buildStack } from '../../../stacks/build-stack';
import { CloudIndex } from '../../../stacks/cloud-index';
import { emitStacks } from '../../../stacks/emit-stacks';
import { design, port, tenant } from '../../support/design-fixture';
import { withoutNotes } from '../../support/without-notes';

const emitted = emitStacks(design());
const named = (name: string, stacks = emitted): EmittedStack => {
  const found = stacks.find((stack) => stack.name === name);
  if (found === undefined) throw new Error(`no stack ${name}`);
  return found;
};
const addresses = (stack: EmittedStack) =>
  Object.entries(stack.definition.resource ?? {}).flatMap(([type, all]) =>
    Object.keys(all).map((name) => `${type}.${name}`),
  );

test('stacks come in the order in which they can be applied', () =>
  expect(emitted.map((stack) => [stack.name, resourceCount(stack)])).toEqual([
    ['foundation', 3],
    ['planes', 85],
    ['gap', 4],
    ['tenant-finance', 54],
  ]));

test('every input is an output of a stack that comes before', () => {
  const missing = emitted.flatMap((stack, i) =>
    Object.entries(stack.inputs).filter(([, { stack: maker, output }]) => {
      const before = emitted.slice(0, i).find(({ name }) => name === maker);
      return before?.definition.output?.[output] === undefined;
    }),
  );
  expect(missing).toEqual([]);
});

test('every variable is filled by an input, except the region, which has the one of the site', () =>
  expect(
    emitted.map((stack) => {
      const { region, ...others } = stack.definition.variable ?? {};
      return [stack.name, Object.keys(others).sort(), region];
    }),
  ).toEqual(
    emitted.map((stack) => [
      stack.name,
      Object.keys(stack.inputs).sort(),
      { type: 'string', nullable: false, description: 'OpenStack region', default: 'RegionOne' },
    ]),
  ));

test('a gap takes the ids of networks and projects on both sides', () =>
  expect(named('gap').inputs).toEqual(
    Object.fromEntries(
      ['extranet', 'internet'].flatMap((plane) =>
        [
          `network_${plane}_exchange`,
          `project_platform-${plane}`,
          `subnet_${plane}_exchange_v4`,
          `subnet_${plane}_exchange_v6`,
        ].map((output) => [output, { stack: 'planes', output }]),
      ),
    ),
  ));

test('a provider block holds no credential', () =>
  expect(named('tenant-finance').definition['provider']).toEqual({
    openstack: [
      { region: `\${var.region}` },
      ...['finance-extranet', 'finance-internet'].map((alias) => ({
        alias,
        cloud: '',
        region: `\${var.region}`,
        tenant_id: `\${openstack_identity_project_v3.${alias}.id}`,
      })),
    ],
  }));

test('the state lies beside the stacks, at a path that no machine is in', () =>
  expect(named('planes').definition['terraform']).toMatchObject({
    backend: { local: { path: '../../state/planes.tfstate' } },
  }));

test('every resource but the zone of the cloud says who asked for it', () => {
  const silent = emitted.flatMap((stack) => addresses(stack).filter((address) => stack.places[address] === undefined));
  expect(silent).toEqual(['openstack_dns_zone_v2.cloud']);
  expect(named('tenant-finance').places['openstack_networking_subnet_v2.finance_extranet_app_v4']).toBe(
    'zones.yaml:7:5',
  );
  expect(
    named('tenant-finance').places['openstack_networking_secgroup_rule_v2.finance-extranet_baseline_egress-udp-53'],
  ).toBe('tenants/finance.yaml:21:7');
});

test('the same design gives the same bytes', () =>
  expect(JSON.stringify(emitStacks(design()))).toBe(JSON.stringify(emitted)));

test('the order of departments does not matter, and a new one leaves the other stacks as they are', () => {
  const [finance, health] = [tenant('finance', 5), tenant('health', 6)];
  const both = emitStacks(design([finance, health]));
  expect(JSON.stringify(emitStacks(design([health, finance])))).toBe(JSON.stringify(both));
  for (const stack of emitted) expect(named(stack.name, both)).toEqual(stack);
});

test.each(emitted.map(({ name }) => name))('%s says what CDKTF itself would write', (name) => {
  const index = new CloudIndex(design());
  const stack = index.design.stacks.find(({ key }) => key === name);
  if (stack === undefined) throw new Error('the design has the stack');
  const built = buildStack(new App({ outdir: '.', skipValidation: true }), name, { index, stack });
  expect(named(name).definition).toEqual(withoutNotes(built.toTerraform()));
});

test('a stack that no plan gets through in time is a problem at its department', () => {
  const finance = tenant('finance', 5);
  const vpcs = finance.vpcs.map((vpc) => {
    const [app] = vpc.networks;
    if (app === undefined) return vpc;
    const ports = Array.from({ length: 500 }, (_, i) => port(`${app.key}/${i}`, app, vpc.key, [app.key], i));
    return { ...vpc, tiers: vpc.tiers.map((tier) => ({ ...tier, ports })) };
  });
  const problems = problemsOf(() => emitStacks(design([{ ...finance, vpcs }])));
  expect(problems.map(({ code, at, message }) => [code, at, message.en])).toEqual([
    [
      'SYNTHESIS_STACK_LARGE',
      'tenants/finance.yaml:1:1',
      'stack tenant-finance has 1050 resources, at most 1000 are planned in reasonable time',
    ],
  ]);
});

function problemsOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  throw new Error('no problem was reported');
}
