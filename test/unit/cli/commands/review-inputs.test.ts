import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonMark } from '../../../support/common-mark';
import { run, workingFolder } from '../command-line';

// Each review emits and proves a cloud twice.
jest.setTimeout(300_000);

const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'commit.gpgsign=false'];
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...AUTHOR, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const surroundings = { PATH: process.env['PATH'] };
const review = (folder: string, line: string) => run(`review --as-of 2026-11-25 ${line}`, { folder, surroundings });

const scratch = mkdtempSync(join(tmpdir(), 'egov-clones-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const TENANT = 'environments/suizhou/tenants/civil-affairs.yaml';

function repository(): string {
  const folder = workingFolder('defaults.yaml', 'profiles', 'catalogue', 'suizhou');
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'a city');
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
}

describe('a clone that is shallow', () => {
  const origin = repository();
  git(origin, 'checkout', '-q', '-b', 'branch');
  edit(origin, TENANT, (text) => `${text}# of the branch\n`);
  git(origin, 'commit', '-q', '-a', '-m', 'a branch');
  git(origin, 'checkout', '-q', 'main');
  edit(origin, TENANT, (text) => `${text}# of others\n`);
  git(origin, 'commit', '-q', '-a', '-m', 'of others');

  test('and lacks the base names it, and how to get it', async () => {
    const clone = join(scratch, 'one');
    git(scratch, 'clone', '-q', '--depth', '1', '--branch', 'branch', `file://${origin}`, clone);
    const { code, err } = await review(clone, '--base origin/main');
    expect({ code, first: err[0] }).toEqual({ code: 64, first: 'GIT_REVISION origin/main' });
    expect(err.join('\n')).toMatch(/in this clone, which is shallow[\s\S]*git fetch --unshallow/);
  });

  test('and lacks where the branch left the base is not compared with its tip', async () => {
    const clone = join(scratch, 'two');
    git(scratch, 'clone', '-q', '--depth', '1', '--no-single-branch', '--branch', 'branch', `file://${origin}`, clone);
    const { code, err } = await review(clone, '--base origin/main');
    expect({ code, first: err[0] }).toEqual({ code: 64, first: 'GIT_SHALLOW origin/main' });
    git(clone, 'fetch', '-q', '--unshallow');
    const whole = await review(clone, '--base origin/main');
    expect(whole.code).toBe(0);
    expect(whole.out.join('\n')).toContain('the base is where this branch left the other one');
  });
});

test('a dirty tree: files that are changed, new and deleted are counted, others not', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => `${text}# a remark\n`);
  rmSync(join(folder, 'environments/suizhou/tenants/culture-tourism.yaml'));
  writeFileSync(join(folder, 'environments/suizhou/notes.md'), 'a note');
  writeFileSync(join(folder, 'elsewhere.txt'), 'no environment');
  const { out } = await review(folder, '--base HEAD');
  expect(out[2]).toMatch(/^Base `HEAD` .* with 3 uncommitted files$/);
});

test('a difference of 30,000 lines is told on less than a hundred', async () => {
  const folder = repository();
  const flow = (index: number) =>
    `      f${index}:\n${'        # a line\n'.repeat(94)}        from: app\n        to: db\n        ports:\n          - tcp/${10_000 + index * 3}\n        purpose: flow ${index}\n`;
  edit(folder, TENANT, (text) => {
    const quotas = 'quotas: { securityGroups: 60, securityGroupRules: 900 }\nsystems:\n';
    return text.replace('systems:\n', quotas) + Array.from({ length: 300 }, (_, index) => flow(index)).join('');
  });
  expect(git(folder, 'diff', '--shortstat')).toContain('30001 insertions(+)');
  const { code, out } = await review(folder, '--base HEAD');
  expect(code).toBe(0);
  expect(out.length).toBeLessThan(100);
  expect(out.join('\n')).toContain('tcp/10033 and 288 more');
});

test('names with markup, pipes, backticks and unseen characters stay text, from the file to the comment', async () => {
  const folder = repository();
  const hostile = '<script>x</script> | `b` [l](https://evil.example) @all \\u202e\\u200b ## t';
  edit(folder, TENANT, (text) =>
    text
      .replace('name: 民政局', `name: "${hostile}"`)
      .replace('purpose: 救助对象库', `purpose: "${hostile}"`)
      .replace('tcp/5432', '[tcp/5432, tcp/6379]'),
  );
  const { code, out } = await review(folder, '--base HEAD');
  expect(code).toBe(0);
  const types = new Set(commonMark(out.join('\n')).map(({ type }) => type));
  expect([...types].sort()).toEqual(['code', 'document', 'heading', 'item', 'list', 'paragraph', 'text']);
  expect(out.join('\n')).not.toMatch(/[\u202e\u200b]/);
  const page = (await review(folder, '--base HEAD --format html')).out.join('\n');
  expect(page).not.toMatch(/<script>x|[\u202e\u200b]/);
});
