import { designEnvironment } from '../../../../model/design/design-environment';
import { type Difference, environment, type WrittenEnvironment } from '../../../support/environment-builder';

const systemsOf = (difference: Difference<WrittenEnvironment> = {}) =>
  designEnvironment(environment(difference)).tenants.flatMap((tenant) => tenant.systems);

const budget = (difference: object) => ({ tenants: { finance: { systems: { budget: difference } } } });

test('a system of level 3 is important, one of level 2 is not', () => {
  expect(systemsOf().map(({ key, importance, owner }) => `${key} ${importance} ${owner}`)).toEqual([
    'finance/budget high finance',
    'health/archive normal health',
  ]);
});

test.each([
  ['important data makes a system important', { mlps: 2, dataClass: 'important' }, 'high'],
  ['internal data does not', { mlps: 2, dataClass: 'internal' }, 'normal'],
  ['whoever says so has the last word', { importance: 'normal' }, 'normal'],
])('%s', (_, difference, expected) => {
  expect(systemsOf(budget(difference))[0]?.importance).toBe(expected);
});

test('what the cloud says for all systems holds unless one says otherwise', () => {
  const protection = { transit: { flows: 'tls' }, databaseAudit: true } as const;
  const [first, second] = systemsOf({ protection, ...budget({ transit: 'plain', databaseAudit: false }) });
  expect([first?.transit, first?.databaseAudit]).toEqual(['plain', false]);
  expect([second?.transit, second?.databaseAudit]).toEqual(['tls', true]);
});

test('what nobody said is absent', () => {
  expect(Object.keys(systemsOf()[0] ?? {})).toEqual([
    'key',
    'name',
    'mlps',
    'dataClass',
    'pii',
    'stage',
    'importance',
    'owner',
    'place',
  ]);
});

test('every resource of a department says who answers for it and where it is', () => {
  const [finance] = designEnvironment(environment({ tenants: { finance: { owner: '预算处' } } })).tenants;
  const tags = finance?.vpcs.flatMap((vpc) => [vpc.project, vpc.router, ...vpc.networks, ...vpc.groups, ...vpc.tiers]);
  for (const one of tags ?? [])
    expect(one.tags).toEqual(expect.arrayContaining(['owner:预算处', 'site:main', 'dept:finance']));
});
