import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
