import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { commandList, globalOptions } from '../../../cli/command-list';
import { withForge } from '../../support/forge';
import { ROOT } from '../../support/repository-files';

const scratch = mkdtempSync(join(tmpdir(), 'egov-pipelines-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const FILES = ['github-actions.yml', 'gitlab-ci.yml', 'gitee-go.yml'];
const text = (file: string): string => readFileSync(join(ROOT, 'pipelines', file), 'utf8');

test.each(FILES)('%s calls egov as it can be called, in every format that a reviewer needs', (file) => {
  expect(() => parse(text(file))).not.toThrow();
  const calls = Array.from(text(file).matchAll(/npx egov (\w+) ([^\n]*)/g), ([, name, rest = '']) => ({ name, rest }));
  const spec = commandList.find(({ name }) => name === 'review');
  const known = [...(spec?.options ?? []), ...globalOptions].flatMap(
    ({ flags }) => flags.match(/-{1,2}[a-z-]+/g) ?? [],
  );
  for (const { name, rest } of calls) {
    expect(name).toBe('review');
    expect((rest.match(/(?<= |^)-{1,2}[a-z][a-z-]*/g) ?? []).filter((flag) => !known.includes(flag))).toEqual([]);
  }
  const formats = calls.map(({ rest }) => /--format (\w+)/.exec(rest)?.[1] ?? 'md');
  expect(formats).toEqual(expect.arrayContaining(['md', 'html', 'json', 'sarif']));
});

function post(api: string, forge: string, token: string): Promise<{ code: number | null; said: string }> {
  const env = { PATH: process.env['PATH'], FORGE: forge, API: api, REPOSITORY: 'a/b', NUMBER: '7', TOKEN: token };
  const child = spawn(process.execPath, [join(ROOT, 'pipelines/sticky-comment.cjs'), join(scratch, 'review.md')], {
    env,
  });
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

describe('the comment of a pull request', () => {
  test.each(['github', 'gitlab', 'gitee'])(
    'on %s is one that changes, and leaves those of people alone',
    async (forge) => {
      await withForge(async ({ api, comments, calls }) => {
        rmSync(join(scratch, 'review.2.md'), { force: true });
        writeFileSync(join(scratch, 'review.md'), 'first\n');
        expect(await post(api, forge, 't')).toEqual({ code: 0, said: '' });
        writeFileSync(join(scratch, 'review.md'), 'second\n');
        writeFileSync(join(scratch, 'review.2.md'), 'and more\n');
        await post(api, forge, 't');
        await post(api, forge, 't');
        const change = forge === 'gitlab' ? 'PUT' : 'PATCH';
        expect(calls).toEqual(['POST', change, 'POST']);
        expect([...comments.values()].map(({ body }) => body)).toEqual([
          'by a person',
          '<!-- egov review 1 -->\nsecond\n',
          '<!-- egov review 2 -->\nand more\n',
        ]);
        rmSync(join(scratch, 'review.2.md'));
        await post(api, forge, 't');
        expect(calls.at(-1)).toBe('DELETE');
        expect(comments.size).toBe(2);
      });
    },
  );

  test('that may not be written fails, without the token in what is said', async () => {
    await withForge(async ({ api }) => {
      writeFileSync(join(scratch, 'review.md'), 'first\n');
      const { code, said } = await post(api, 'github', 'wrong-token');
      expect(code).toBe(1);
      expect(said).toContain('401 no token');
      expect(said).not.toContain('wrong-token');
    });
  });
});
