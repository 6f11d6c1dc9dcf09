import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { run, workingFolder } from './command-line';

test('the program of cdktf.json writes the stacks of the environment that is asked for', () => {
  const { app, output } = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app: string; output: string };
  expect(output).toBe('cdktf.out');
  const [program = '', ...args] = app.split(' ');
  const folder = mkdtempSync(join(tmpdir(), 'egov-main-'));
  try {
    const surroundings = { ...process.env, CDKTF_OUTDIR: folder, EGOV_ENVIRONMENT: 'suizhou' };
    execFileSync(program, args, { env: surroundings, stdio: 'pipe' });
    const { stacks } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
      stacks: Record<string, { dependencies: string[]; synthesizedStackPath: string }>;
    };
    expect(Object.keys(stacks).sort()).toEqual(readdirSync(join(folder, 'stacks')).sort());
    expect(stacks['suizhou.planes']?.dependencies).toEqual(['suizhou.foundation']);
    const planes = JSON.parse(readFileSync(join(folder, stacks['suizhou.planes']?.synthesizedStackPath ?? ''), 'utf8'));
    expect(planes.terraform.backend).toEqual({ local: { path: '../../state/suizhou.planes.tfstate' } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);

test('what fails a policy fails the synthesis: a restore that was tried long ago', () => {
  const { app } = JSON.parse(readFileSync('cdktf.json', 'utf8')) as { app: string };
  const [program = '', ...args] = app.split(' ');
  const folder = mkdtempSync(join(tmpdir(), 'egov-main-'));
  try {
    const surroundings = { CDKTF_OUTDIR: folder, EGOV_ENVIRONMENT: 'suizhou', EGOV_AS_OF: '2099-01-01' };
    const { status, stderr } = spawnSync(program, args, { env: { ...process.env, ...surroundings }, encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/BAK-RESTORE \(.+\) environments\/suizhou\//);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);

describe('in a repository of its own', () => {
  const POLICY = `{
    id: 'GX-VOLUMES', title: { en: 'Volumes', zh: '卷' }, standard: 'GX 2026', severity: 'high', scope: 'resources',
    why: { en: 'Why.', zh: '原因。' }, fix: { en: 'repair', zh: '修复' },
    check: ({ resources }) => {
      const looked = resources.ofType('openstack_blockstorage_volume_v3');
      return { looked, found: looked.slice(0, 1).map((thing) => ({ thing, message: { en: 'no', zh: '否' } })) };
    },
  }`;
  const repository = (config: string): string => {
    const folder = workingFolder('suizhou', 'profiles', 'defaults.yaml', 'catalogue');
    writeFileSync(join(folder, 'egov.config.js'), config);
    return folder;
  };
  const synthesised = (folder: string) => {
    const main = JSON.stringify(resolve('cli/openstack.main.ts'));
    const options = JSON.stringify({ swc: true, cwd: resolve('.'), compilerOptions: { target: 'ES2022' } });
    const script = `require(${JSON.stringify(require.resolve('ts-node'))}).register(${options}); require(${main});`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: folder,
      env: { ...process.env, EGOV_AS_OF: '2026-11-25' },
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  test('its own policies are judged, and a waiver may name them', async () => {
    const folder = repository(`module.exports = { policies: [${POLICY}] };\n`);
    const { status, stderr } = synthesised(folder);
    expect(status).not.toBe(0);
    const said = /GX-VOLUMES environments\S+\n {2}no\n {2}fix: repair\n {2}fingerprint: ([0-9a-f]{12})/.exec(stderr);
    const words = '--reason r --owner o --approver a --ticket t --compensating c --until 2026-12-20 --as-of 2026-11-25';
    expect((await run(`waive suizhou ${said?.[1]} ${words}`, { folder })).code).toBe(0);
    expect(synthesised(folder)).toEqual({ status: 0, stderr: '' });
  }, 180_000);

  test('what is wrong with its configuration or its environments is told as problems', () => {
    const broken = synthesised(repository('module.exports = { policies: 1 };\n'));
    expect([broken.status, broken.stderr.split(' ')[0]]).toEqual([3, 'CONFIG_VALUE']);
    const folder = repository('module.exports = {};\n');
    writeFileSync(join(folder, 'environments/suizhou/waivers.yaml'), '- 1\n');
    const wrong = synthesised(folder);
    expect([wrong.status, wrong.stderr.split(' ')[0]]).toEqual([3, 'ENV_TYPE']);
  }, 180_000);
});
