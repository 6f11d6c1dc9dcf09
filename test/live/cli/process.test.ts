import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { tofuScript, writeProgram } from '../../support/engines-fake';

// Processes of their own, from the sources: some seconds each on a busy machine.
jest.setTimeout(120_000);

const EGOV = resolve('bin/egov.js');
const folder = mkdtempSync(join(tmpdir(), 'egov-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.on('data', (words) => out.push(String(words)));
  child.stderr.on('data', (words) => err.push(String(words)));
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code) => done({ code, out: out.join(''), err: err.join('') }));
  });
  return { child, ended };
}

async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((again) => setTimeout(again, 20));
}

test('Ctrl-C ends with 6, stops OpenTofu, and leaves no plan and no placeholder', async () => {
  const started = join(folder, 'started');
  const tofu = writeProgram(
    join(folder, 'tofu'),
    tofuScript(
      '1.12.6',
      `if [ "$1" = plan ]; then echo $$ > ${started}.part; mv ${started}.part ${started}; exec sleep 60; fi`,
    ),
  );
  const out = join(folder, 'out');
  const { child, ended } = start(process.execPath, [EGOV, 'plan', 'suizhou', '--stack', 'planes', '--out', out], {
    EGOV_TOFU: tofu,
  });
  await until(() => existsSync(started) || child.exitCode !== null);
  child.kill('SIGINT');
  const { code, err } = await ended;
  expect({ code, kinds: err.match(/^[A-Z_]+ /gm) }).toEqual({ code: 6, kinds: ['ENGINE_INTERRUPTED '] });
  expect(readdirSync(join(out, 'stacks/planes'))).toEqual(['cdk.tf.json']);
  const pid = Number(readFileSync(started, 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});

test('a reader that goes away early is no error', async () => {
  const pipe = `"$0" "${EGOV}" show hebei --json | head -c 20; exit \${PIPESTATUS[0]}`;
  const { code, out, err } = await start('bash', ['--norc', '-c', pipe, process.execPath]).ended;
  expect({ code, out, err }).toEqual({ code: 0, out: '{\n  "environment": "', err: '' });
});
