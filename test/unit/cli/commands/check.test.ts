import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const group = (values: object) => ({
  resource: { openstack_networking_secgroup_v2: { web: { name: 'web', description: 'web', ...values } } },
});

function planOf(content: unknown): string {
  const folder = workingFolder('defaults.yaml');
  writeFileSync(join(folder, 'plan.json'), typeof content === 'string' ? content : JSON.stringify(content));
  return folder;
}

const open = group({ stateful: false });
const check = (folder: string, words: string) => run(`check --plan plan.json --as-of 2026-11-25 ${words}`, { folder });

describe('what cannot be judged', () => {
  test.each([
    ['nothing named', '', 64, 'USAGE_ARGUMENT egov check'],
    ['two subjects', 'suizhou --plan plan.json', 64, 'USAGE_ARGUMENT egov check'],
    ['a pack there is not', 'suizhou --pack mlps3', 64, 'USAGE_NAME egov check --pack'],
    ['level 5', 'suizhou --level 5', 64, 'USAGE_ARGUMENT egov check'],
    ['a format there is not', 'suizhou --format pdf', 64, 'USAGE_ARGUMENT egov check'],
    ['a day there is not', 'suizhou --as-of 2026-02-30', 64, 'USAGE_ARGUMENT egov check --as-of'],
    ['a file that is not there', '--plan nowhere.json', 3, 'PROOF_INPUT_UNREADABLE nowhere.json'],
  ])('%s', async (_, words, code, first) => {
    const ran = await run(`check ${words}`);
    expect([ran.code, ran.err[0]]).toEqual([code, first]);
  });

  test('a plan of another tool', async () => {
    const ran = await check(planOf({ resource: { aws_instance: { a: {} } } }), '');
    expect([ran.code, ran.err[0]]).toEqual([3, 'PROOF_INPUT_FOREIGN plan.json']);
  });
});

test('a finding says what, where, why and how to repair it, and ends with 4', async () => {
  const { code, out } = await check(planOf(open), '--pack mlps-3');
  expect(code).toBe(4);
  const text = out.join('\n');
  expect(text).toContain(
    [
      '✗ ACL-STATE · fail · high · Security groups keep the state of connections · GB/T 22239-2019 8.1.3.2 d',
      '    A stateless group must admit the answers by rules of their own; whoever sends from those ports comes in too.',
      '  - the group keeps no state of connections',
      '      openstack_networking_secgroup_v2.web · level 3 · 1beff313cafc',
      '    fix: remove `stateful = false` from the group',
    ].join('\n'),
  );
});

test('the same finding in Chinese', async () => {
  const { out } = await check(planOf(open), '--pack mlps-3 --lang zh');
  expect(out.join('\n')).toContain('✗ ACL-STATE · 不符合 · 高 · 安全组基于会话状态过滤 · GB/T 22239-2019 8.1.3.2 d');
});

test('a group in order passes, and the count of what was looked at is told', async () => {
  const { code, out } = await check(planOf(group({ delete_default_rules: true })), '--pack mlps-2 --format json');
  const told = JSON.parse(out.join('\n'));
  expect(code).toBe(0);
  expect(told.policies.find((one: { id: string }) => one.id === 'ACL-STATE')).toMatchObject({
    status: 'pass',
    looked: 1,
  });
  expect(told.findings.map((one: { policy: string; status: string }) => `${one.status} ${one.policy}`)).toEqual([
    'warn ACL-MIN',
  ]);
});

test('a level at which nothing is asked judges nothing', async () => {
  const folder = planOf(group({ stateful: false, tags: ['mlps:2'] }));
  const at = async (words: string) => {
    const { out } = await check(folder, `--pack mlps-3 --format json ${words}`);
    return JSON.parse(out.join('\n')).findings.find((one: { policy: string }) => one.policy === 'ACL-STATE')?.clauses;
  };
  expect([await at(''), await at('--level 4')]).toEqual([['7.1.3.2 d'], ['9.1.3.2 d']]);
});

test('SARIF names the rule, the resource and the fingerprint', async () => {
  const { code, out } = await check(planOf(open), '--pack mlps-3 --format sarif');
  const sarif = JSON.parse(out.join('\n'));
  const [result] = sarif.runs[0].results.filter((one: { ruleId: string }) => one.ruleId === 'ACL-STATE');
  expect(code).toBe(4);
  expect(sarif.version).toBe('2.1.0');
  expect(sarif.runs[0].tool.driver.rules[result.ruleIndex].id).toBe('ACL-STATE');
  expect(result).toMatchObject({
    level: 'error',
    locations: [{ logicalLocations: [{ fullyQualifiedName: 'openstack_networking_secgroup_v2.web' }] }],
    partialFingerprints: { 'egov/v1': '1beff313cafc' },
  });
});

test('JUnit counts what it holds', async () => {
  const { out } = await check(planOf(open), '--pack mlps-3 --format junit');
  const text = out.join('\n');
  expect(text).toContain(
    '<testcase classname="ACL-STATE" name="openstack_networking_secgroup_v2.web" time="0"><failure type="high" message="the group keeps no state of connections">',
  );
  const totals = /<testsuites name="egov check" tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/.exec(
    text,
  );
  const count = (tag: string) => String(text.split(`<${tag}`).length - 1);
  expect(totals?.slice(1)).toEqual([count('testcase'), count('failure'), count('error'), count('skipped')]);
});

test('CSV has one row for each finding, and no cell that a spreadsheet would run', async () => {
  const folder = planOf({
    resource: { openstack_networking_secgroup_v2: { '=cmd': { stateful: false, description: 'x' } } },
  });
  const { out } = await check(folder, '--pack mlps-3 --format csv');
  expect(out[0]).toBe(
    'status,severity,level,policy,standard,clauses,resource,about,place,message,fix,fingerprint,waiver\r',
  );
  expect(out.every((line) => !/(^|,)"?[=+@-]/.test(line))).toBe(true);
});

test('HTML shows text as text, and stands alone', async () => {
  const folder = planOf({
    resource: { openstack_networking_secgroup_v2: { '<script>alert(1)</script>': { stateful: false } } },
  });
  const { out } = await check(folder, '--pack mlps-3 --format html');
  const text = out.join('\n');
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toMatch(/<script|src=|http:|https:/);
});

test('a folder of manifests is judged with --plan and with --manifests alike', async () => {
  const folder = workingFolder('defaults.yaml');
  mkdirSync(join(folder, 'k8s'));
  writeFileSync(join(folder, 'k8s/a.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: { name: finance }\n');
  const [plan, manifests] = await Promise.all(
    ['--plan k8s', '--manifests k8s'].map((words) =>
      run(`check ${words} --as-of 2026-11-25 --format json`, { folder }),
    ),
  );
  expect(plan?.err).toEqual([]);
  expect(plan).toEqual(manifests);
});

test('an environment is judged with its waivers; a waiver that covers nothing ends with 3', async () => {
  const folder = workingFolder('suizhou', 'defaults.yaml', 'profiles', 'catalogue');
  const file = join(folder, 'environments/suizhou/waivers.yaml');
  const waiver =
    '- { policy: ACL-STATE, at: nothing, reason: r, owner: o, approver: a, ticket: t, until: 2026-12-24 }\n';
  const first = await run('check suizhou --as-of 2026-11-25 -q', { folder });
  writeFileSync(file, `${before(file)}${waiver}`);
  const { code, err } = await run('check suizhou --as-of 2026-11-25 -q', { folder });
  expect(first.code).toBe(0);
  expect([code, err[0]?.replace(/:\d+:/, ':N:')]).toEqual([3, 'WAIVER_UNUSED environments/suizhou/waivers.yaml:N:28']);
});

function before(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
