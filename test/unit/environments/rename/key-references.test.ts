import { type KeyPath, parseKeyPath } from '../../../../environments/rename/key-path';
import { type NamePlace, renamedText } from '../../../../environments/rename/key-references';

const target = (path: string) => parseKeyPath(path) as KeyPath;
const flow = (end: 'from' | 'to'): NamePlace => ({
  file: 'tenants/finance.yaml',
  path: ['systems', 'budget', 'flows', 'x', end],
  isKey: false,
});

test.each(['zones/extranet/dept', 'tenants', 'tenants/a/b/c/d', 'pools/a/b', 'tenants/Finance', ''])(
  '%s is nothing that can be renamed',
  (text) => {
    expect(parseKeyPath(text)).toBeUndefined();
  },
);

describe('in the flows of a department', () => {
  test.each([
    ['tenants/finance', 'finance/budget/app', 'new/budget/app'],
    ['tenants/finance', 'budget/app', 'budget/app'],
    ['tenants/finance', 'app', 'app'],
    ['tenants/finance', 'health/finance/finance', 'health/finance/finance'],
    ['tenants/finance/budget', 'budget/app', 'new/app'],
    ['tenants/finance/budget', 'finance/budget/app', 'finance/new/app'],
    ['tenants/finance/budget', 'app', 'app'],
    ['tenants/finance/budget/app', 'app', 'new'],
    ['tenants/finance/budget/app', 'budget/app', 'budget/new'],
    ['tenants/finance/budget/app', 'payment/app', 'payment/app'],
    ['tenants/finance/payment/app', 'app', 'app'],
    ['tenants/health/budget/app', 'app', 'app'],
  ])('%s renames %s to %s', (path, text, expected) => {
    expect(renamedText(text, flow('from'), target(path), 'new')).toBe(expected);
    expect(renamedText(text, flow('to'), target(path), 'new')).toBe(expected);
  });

  test('a purpose is no name', () => {
    const place = { ...flow('to'), path: ['systems', 'budget', 'flows', 'x', 'purpose'] };
    expect(renamedText('finance/budget/app', place, target('tenants/finance'), 'new')).toBe('finance/budget/app');
  });
});

describe('between departments', () => {
  const between: NamePlace = { file: 'flows.yaml', path: ['x', 'to'], isKey: false };

  test('a path of two keys is a zone of the platform', () => {
    expect(renamedText('finance/dept', between, target('tenants/finance'), 'new')).toBe('finance/dept');
    expect(renamedText('finance/budget/app', between, target('tenants/finance'), 'new')).toBe('new/budget/app');
  });

  test('the key of a flow and that of a channel are theirs', () => {
    const key: NamePlace = { file: 'flows.yaml', path: ['finance'], isKey: true };
    expect(renamedText('finance', key, target('tenants/finance'), 'new')).toBe('finance');
    const channel: NamePlace = { file: 'gap.yaml', path: ['channels', 'x', 'device'], isKey: false };
    expect(renamedText('finance', channel, target('tenants/finance'), 'new')).toBe('finance');
  });
});

describe('in a waiver', () => {
  const at: NamePlace = { file: 'waivers.yaml', path: [0, 'at', 1], isKey: false };

  test.each([
    ['tenants/finance', 'tenant finance', 'tenant new'],
    ['tenants/finance', 'tier finance/budget/app', 'tier new/budget/app'],
    ['tenants/finance/budget', 'system finance/budget', 'system finance/new'],
    ['tenants/finance', 'project finance-extranet', 'project new-extranet'],
    [
      'tenants/finance',
      'openstack_networking_port_v2.finance_budget_app_1',
      'openstack_networking_port_v2.new_budget_app_1',
    ],
    [
      'tenants/finance',
      'openstack_networking_router_v2.finance-internet',
      'openstack_networking_router_v2.new-internet',
    ],
    ['tenants/finance', 'Deployment finance/web', 'Deployment finance/web'],
    ['tenants/finance', 'backup finance', 'backup finance'],
    ['tenants/finance', 'tier health/finance/app', 'tier health/finance/app'],
    ['pools/x86', 'pool x86', 'pool new'],
    ['pools/x86', 'backup x86', 'backup x86'],
  ])('%s renames %s to %s', (path, text, expected) => {
    expect(renamedText(text, at, target(path), 'new')).toBe(expected);
  });

  test('an accepted flow has ends, a reason has none', () => {
    const flows: NamePlace = { file: 'waivers.yaml', path: [0, 'flows', 'from'], isKey: false };
    expect(renamedText('finance/budget/app', flows, target('tenants/finance'), 'new')).toBe('new/budget/app');
    const reason: NamePlace = { file: 'waivers.yaml', path: [0, 'reason'], isKey: false };
    expect(renamedText('tier finance/budget/app', reason, target('tenants/finance'), 'new')).toBe(
      'tier finance/budget/app',
    );
  });
});

test('a pool is named where it is described, and where a tier asks for it', () => {
  const tier: NamePlace = {
    file: 'tenants/finance.yaml',
    path: ['systems', 'x86', 'tiers', 'x86', 'pool'],
    isKey: false,
  };
  expect(renamedText('x86', tier, target('pools/x86'), 'arm')).toBe('arm');
  expect(renamedText('x86', { ...tier, path: tier.path.slice(0, 4), isKey: true }, target('pools/x86'), 'arm')).toBe(
    'x86',
  );
  expect(renamedText('x86', { file: 'pools.yaml', path: ['x86'], isKey: true }, target('pools/x86'), 'arm')).toBe(
    'arm',
  );
});

describe('in what a system has on Kubernetes', () => {
  const reach: NamePlace = {
    file: 'tenants/finance.yaml',
    path: ['systems', 'budget', 'kubernetes', 'workloads', 'desk', 'reaches', 'db', 'to'],
    isKey: false,
  };
  test.each([
    ['tenants/health', 'health/archive/db', 'new/archive/db'],
    ['tenants/finance/budget/db', 'db', 'new'],
    ['tenants/finance/payment/db', 'db', 'db'],
  ])('%s renames %s to %s', (path, text, expected) =>
    expect(renamedText(text, reach, target(path), 'new')).toBe(expected),
  );

  test('a purpose is no name', () => {
    const place = { ...reach, path: [...reach.path.slice(0, -1), 'purpose'] };
    expect(renamedText('health/archive/db', place, target('tenants/health'), 'new')).toBe('health/archive/db');
  });
});

describe('in kubernetes.yaml', () => {
  const at = (path: readonly string[], isKey = false): NamePlace => ({ file: 'kubernetes.yaml', path, isKey });

  test('the centre of the exchange follows its department, its system and its tier', () => {
    const renamed = (path: string) => renamedText('a/b/c', at(['exchange', 'centre']), target(path), 'new');
    expect(['tenants/a', 'tenants/a/b', 'tenants/a/b/c', 'tenants/b'].map(renamed)).toEqual([
      'new/b/c',
      'a/new/c',
      'a/b/new',
      'a/b/c',
    ]);
  });

  test('the group of a department follows its key, and the department its name only there', () => {
    expect(renamedText('a', at(['groups', 'a'], true), target('tenants/a'), 'new')).toBe('new');
    expect(renamedText('a', at(['clusters', 'a'], true), target('tenants/a'), 'new')).toBe('a');
    expect(renamedText('a', at(['groups', 'a'], true), target('tenants/a/a'), 'new')).toBe('a');
  });

  test('nodes follow the compute pool on whose hosts they run', () => {
    const path = ['clusters', 'extranet', 'nodePools', 'business', 'pool'];
    expect(renamedText('x86', at(path), target('pools/x86'), 'new')).toBe('new');
    expect(renamedText('x86', at([...path.slice(0, -1), 'flavor']), target('pools/x86'), 'new')).toBe('x86');
  });
});
