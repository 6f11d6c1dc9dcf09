import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isLeftAlone,
  protectedChanges,
  protectionProblems,
  recordAllowance,
  spelledOut,
} from '../../../deployment/protection';
import type { PlannedAction } from '../../../engines/plan-summary';
import { temporaryFolder } from '../../support/engines-fake';
import { unit } from '../../support/stack-unit';

const change = (type: string, action: PlannedAction, name = 'a') => ({ address: `${type}.${name}`, type, action });
const tenant = unit('tenant-finance');
const folder = temporaryFolder();
const NONE = { addresses: [], reason: '' };
const nowhere = () => undefined;

test.each([
  'openstack_blockstorage_volume_v3',
  'openstack_identity_project_v3',
  'openstack_keymanager_container_v1',
  'openstack_dns_zone_v2',
])('%s is protected against destroy and replace, in every stack', (type) => {
  const found = protectedChanges(tenant, [
    change(type, 'destroy'),
    change(type, 'replace', 'b'),
    change(type, 'change', 'c'),
    change(type, 'add', 'd'),
  ]);
  expect(found.map(({ address, action }) => [address, action])).toEqual([
    [`tenant-finance/${type}.a`, 'destroy'],
    [`tenant-finance/${type}.b`, 'replace'],
  ]);
});

test('a network is protected where it is of a plane, not where it is of a department', () => {
  const gone = [change('openstack_networking_network_v2', 'destroy')];
  expect(protectedChanges(tenant, gone)).toEqual([]);
  expect(protectedChanges(unit('planes'), gone)).toHaveLength(1);
});

test('rules and ports come and go freely', () => {
  const gone = ['openstack_networking_secgroup_rule_v2', 'openstack_networking_port_v2', 'openstack_lb_member_v2'];
  expect(
    protectedChanges(
      unit('planes'),
      gone.map((type) => change(type, 'destroy')),
    ),
  ).toEqual([]);
});

test('only what is named may go, and what is named must be there', () => {
  const found = protectedChanges(tenant, [
    change('openstack_dns_zone_v2', 'destroy'),
    change('openstack_blockstorage_volume_v3', 'replace'),
  ]);
  const addresses = ['tenant-finance/openstack_dns_zone_v2.a', 'tenant-finance/openstack_dns_zone_v2.typo'];
  const problems = protectionProblems(found, { addresses, reason: 'moved' }, nowhere);
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['DEPLOY_PROTECTED', 'tenant-finance/openstack_blockstorage_volume_v3.a'],
    ['DEPLOY_ALLOWED_NOTHING', '--allow-destroy'],
  ]);
  expect(protectionProblems(found, NONE, nowhere)).toHaveLength(2);
  expect(protectionProblems(found, { addresses: ['all'], reason: 'closed' }, nowhere)).toEqual([]);
});

describe('a stack that nothing describes any more', () => {
  const changes = [change('openstack_dns_zone_v2', 'destroy'), change('openstack_networking_port_v2', 'destroy')];
  const left = { stack: tenant, changes, left: true } as const;
  const allowing = (...addresses: string[]) => ({ addresses, reason: 'closed' });

  test('stays where something in it is protected and nothing of it is named', () => {
    expect(isLeftAlone(left, NONE)).toBe(true);
    expect(isLeftAlone(left, allowing('tenant-health'))).toBe(true);
  });

  test('goes by its name, by what is protected in it, or where nothing is', () => {
    expect(isLeftAlone(left, allowing('tenant-finance'))).toBe(false);
    expect(isLeftAlone(left, allowing('tenant-finance/openstack_dns_zone_v2.a'))).toBe(false);
    expect(isLeftAlone({ ...left, changes: changes.slice(1) }, NONE)).toBe(false);
  });

  test('its name stands for everything protected in it; that of a stack that is described stands for nothing', () => {
    expect(spelledOut(allowing('tenant-finance'), [left]).addresses).toEqual([
      'tenant-finance/openstack_dns_zone_v2.a',
    ]);
    expect(spelledOut(allowing('tenant-finance'), [{ stack: tenant, changes }]).addresses).toEqual(['tenant-finance']);
  });
});

test('a permission is kept with who, why and when', () => {
  const file = join(folder, 'allowed.jsonl');
  const found = protectedChanges(tenant, [change('openstack_dns_zone_v2', 'destroy')]);
  recordAllowance(file, found, { environment: 'hebei', account: 'li', reason: 'department closed' });
  recordAllowance(file, [], { environment: 'hebei', account: 'li', reason: 'nothing' });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    environment: 'hebei',
    account: 'li',
    reason: 'department closed',
    action: 'destroy',
    address: 'tenant-finance/openstack_dns_zone_v2.a',
  });
});
