import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandList } from '../../../../cli/command-list';
import { run } from '../command-line';

let script = '';
let bin = '';
beforeAll(async () => {
  script = (await run('completion bash')).out.join('\n');
  bin = mkdtempSync(join(tmpdir(), 'egov-completion-'));
  writeFileSync(join(bin, 'egov'), '#!/bin/sh\necho "hebei  130000"\necho "guangxi/liuzhou  450200"\n');
  chmodSync(join(bin, 'egov'), 0o755);
});
afterAll(() => rmSync(bin, { recursive: true }));

/** What bash offers when the cursor stands behind the last word. */
function offers(...words: string[]): string[] {
  const line = ['egov', ...words].map((word) => `'${word}'`).join(' ');
  const program = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length}; _egov; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const env = { PATH: `${bin}:${process.env['PATH']}` };
  return execFileSync('bash', ['--norc', '-c', program], { encoding: 'utf8', env })
    .split('\n')
    .filter((word) => word !== '');
}

test('a shell that is not known is refused with the one that was meant', async () => {
  expect(await run('completion bahs')).toEqual({
    code: 64,
    out: [],
    err: ['USAGE_NAME egov completion', '  there is no shell bahs', '  fix: did you mean bash?'],
  });
});

test('bash completes commands, groups, ids of environments and options', () => {
  expect(offers('va')).toEqual(['validate']);
  expect(offers('engines', '')).toEqual(['list', 'install']);
  expect(offers('validate', 'he')).toEqual(['hebei']);
  expect(offers('--json', 'plan', 'guangxi/l')).toEqual(['guangxi/liuzhou']);
  expect(offers('plan', 'hebei', '--det')).toEqual(['--detailed-exitcode']);
  expect(offers('completion', 'z')).toEqual(['zsh']);
  expect(offers('frob', 'va')).toEqual(['validate']);
});

test.each(['bash', 'zsh', 'fish'])('the script for %s names every command', async (shell) => {
  const { code, out } = await run(`completion ${shell}`);
  expect(code).toBe(0);
  const last = (name: string) => name.split(' ').at(-1) as string;
  expect(commandList.filter(({ name }) => !out.join('\n').includes(last(name)))).toEqual([]);
});

test('zsh loads what bash completes with', async () => {
  const { out } = await run('completion zsh');
  expect(out[0]).toBe('#compdef egov');
  expect(out.slice(3)).toEqual(script.split('\n').slice(1));
});
