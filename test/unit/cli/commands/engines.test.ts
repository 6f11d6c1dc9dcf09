import { join } from 'node:path';
import { tofuScript, writeProgram } from '../../../support/engines-fake';
import { run, workingFolder } from '../command-line';

const home = (): { HOME: string } => ({ HOME: workingFolder('defaults.yaml') });

test('engines list: a missing engine is an answer with its repair, not an error', async () => {
  const { code, out } = await run('engines list', { surroundings: home() });
  expect(code).toBe(0);
  expect(out).toEqual([
    '✗  opentofu                 1.12.6',
    '    OpenTofu 1.12.6 is not here; looked at EGOV_TOFU, PATH, the cache (egov/engines/opentofu-1.12.6)',
    '✗  openstack-provider       3.4.0',
    expect.stringMatching(/^ {4}the OpenStack provider 3\.4\.0 is not here/),
    '    → run `egov engines install` (needs Go), or install OpenTofu and put `tofu` on PATH or its path in EGOV_TOFU',
    ...['pulumi', 'pulumi-kubernetes', 'etcd', 'kubectl', 'kube-controller-manager', 'kube-apiserver'].flatMap(
      (name) => [expect.stringMatching(new RegExp(`^✗  ${name} `)), expect.stringMatching(/is not here; looked at/)],
    ),
    '    → run `egov engines install kubernetes` (needs Go), or install Pulumi and put `pulumi` on PATH or its path in EGOV_PULUMI',
    '✗  temporal                 1.5.1',
    '    temporal 1.5.1 is not here; looked at the cache (egov/engines/temporal-1.5.1)',
    '    → run `egov engines install temporal` (needs Go); wanted only for a server of Temporal on this machine',
  ]);
});

test('engines list: one of a wrong version is shown with what it is', async () => {
  const folder = workingFolder('defaults.yaml');
  const path = writeProgram(join(folder, 'tofu'), tofuScript('1.6.0'));
  const surroundings = { HOME: folder, EGOV_TOFU: path, PATH: process.env['PATH'] };
  const { out } = await run('engines list --lang zh', { surroundings });
  expect(out.slice(0, 2)).toEqual([
    '✗  opentofu                 1.12.6',
    '    此处为 OpenTofu 1.6.0，需要 OpenTofu 1.12 or a later 1.x',
  ]);
});

test('engines list: one that fits is shown with its path and what led to it', async () => {
  const folder = workingFolder('defaults.yaml');
  const path = writeProgram(join(folder, 'tofu'), tofuScript('1.12.9'));
  const surroundings = { HOME: folder, EGOV_TOFU: path, PATH: process.env['PATH'] };
  const { out } = await run('engines list --json', { surroundings });
  expect(JSON.parse(out.join('\n'))[0]).toEqual({
    name: 'opentofu',
    set: 'openstack',
    pinned: '1.12.6',
    found: { path, version: '1.12.9', where: 'EGOV_TOFU' },
    problems: [],
  });
});

test('engines install without Go ends with 5 and says how else to get them', async () => {
  const { code, out, err } = await run('engines install', { surroundings: home() });
  expect({ code, out }).toEqual({ code: 5, out: [] });
  expect(err).toEqual([
    'GO_MISSING opentofu',
    '  opentofu 1.12.6 is built with Go, and `go` is not on PATH',
    '  fix: install Go 1.24 or newer, or install OpenTofu yourself and set EGOV_TOFU',
  ]);
});

test('engines install refuses a set that there is not, with the near one', async () => {
  const { code, err } = await run('engines install kubernets', { surroundings: home() });
  expect(code).toBe(64);
  expect(err.slice(0, 2)).toEqual([
    'USAGE_NAME egov engines install',
    expect.stringMatching(/set of engines.*kubernets/),
  ]);
});

test('engines install kubernetes wants the engines of that side only', async () => {
  const { err } = await run('engines install kubernetes', { surroundings: home() });
  expect(err[0]).toBe('GO_MISSING pulumi');
});

test('doctor says what is missing and which command repairs it, and ends with 0', async () => {
  const { code, out } = await run('doctor', { surroundings: home() });
  expect(code).toBe(0);
  expect(out[0]).toBe(`✓ Node.js: ${process.versions.node}`);
  expect(out[1]).toMatch(/^✓ environments: 6 \(.*environments\)$/);
  expect(out).toContain(
    '✗ opentofu: OpenTofu 1.12.6 is not here; looked at EGOV_TOFU, PATH, the cache (egov/engines/opentofu-1.12.6)',
  );
  expect(out).toContain('✗ Go, for egov engines install');
});

test('doctor says that there are no environments where they were looked for', async () => {
  const { code, out } = await run('doctor --environments nowhere --lang zh', { surroundings: home() });
  expect(code).toBe(0);
  expect(out.slice(1, 3)).toEqual([
    '✗ 环境: 目录 nowhere 不存在',
    '    → 在 environments/ 所在目录运行，或用 --environments DIR 指定',
  ]);
});
