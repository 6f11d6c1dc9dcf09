import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ungroup } from '../../../../review/group';
import type { ReviewJson } from '../../../../review/review-json';
import { run, workingFolder } from '../command-line';

// Each review emits and proves a cloud twice.
jest.setTimeout(180_000);

const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'commit.gpgsign=false'];
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...AUTHOR, ...args], { encoding: 'utf8' }).trim();

/** A repository of one small city, committed. */
function repository(): string {
  const folder = workingFolder('defaults.yaml', 'profiles', 'catalogue', 'suizhou');
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'a city');
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, 'environments', file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const review = (folder: string, line = '') =>
  run(`review --base HEAD --as-of 2026-11-25 ${line}`, { folder, surroundings: { PATH: process.env['PATH'] } });

const TENANT = 'suizhou/tenants/civil-affairs.yaml';

async function changesOf(folder: string) {
  const { out, code } = await review(folder, '--format json');
  const made = JSON.parse(out.join('\n')) as ReviewJson;
  return { made, code, changes: ungroup(made.groups) };
}

describe('a review that cannot be made', () => {
  test('of a base that is not there', async () => {
    const folder = repository();
    const { code, err } = await run('review --base nowhere', { folder, surroundings: { PATH: process.env['PATH'] } });
    expect({ code, first: err[0] }).toEqual({ code: 64, first: 'GIT_REVISION nowhere' });
  });

  test('outside of a repository', async () => {
    const { code, err } = await review(workingFolder('defaults.yaml'));
    expect({ code, first: err[0]?.split(' ')[0] }).toEqual({ code: 64, first: 'GIT_REPOSITORY' });
  });
});

test('nothing changed: says so, and names what was compared', async () => {
  const { code, out } = await review(repository(), '--detailed-exitcode');
  expect({ code, out: out.slice(-3) }).toEqual({ code: 0, out: ['- 1 untouched: `suizhou`', '', 'Nothing changes.'] });
});

test('comments and lines that move change no cloud', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => text.replace('\n', '\n# a remark\n\n'));
  const { code, out } = await review(folder, '--detailed-exitcode');
  expect({ code, told: out.some((line) => line.includes('1 with other files that make the same cloud')) }).toEqual({
    code: 0,
    told: true,
  });
});

test('a port that a flow gains is told with its packet, its line and the rules; the rest is not', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => text.replace(/ports: tcp\/(\d+)/, 'ports: [tcp/$1, tcp/6379]'));
  const { made, changes, code } = await changesOf(folder);
  expect(code).toBe(0);
  expect(made.environments.map(({ id, state }) => [id, state])).toEqual([['suizhou', 'changed']]);
  expect(changes.map(({ lane, kind }) => [lane, kind])).toEqual([[1, 'flow']]);
  const [change] = changes;
  expect(change?.opened?.witness.service).toBe('tcp/6379');
  expect(change?.place).toMatch(/^environments\/suizhou\/tenants\/civil-affairs\.yaml:\d+:\d+$/);
  expect(change?.touches).toMatch(/^F\d\d$|^own-zone$/);
  expect(change?.resources.length).toBeGreaterThan(0);
  expect(new Set(change?.resources.map(({ action }) => action))).toEqual(new Set(['add']));
});

test('a smaller volume is data that would be lost', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => text.replace(/sizeGiB: \d+/, 'sizeGiB: 1'));
  const { changes } = await changesOf(folder);
  const lost = changes.filter(({ lane }) => lane === 2);
  expect(lost.map(({ kind, after }) => [kind, after])).toEqual([['tier', '1']]);
});

test('a deleted environment loses its volumes and projects; a renamed one nothing', async () => {
  const gone = repository();
  rmSync(join(gone, 'environments/suizhou'), { recursive: true });
  const deleted = await changesOf(gone);
  expect(deleted.made.environments.map(({ state }) => state)).toEqual(['deleted']);
  const lost = deleted.changes.filter(({ lane }) => lane === 2).flatMap(({ resources }) => resources);
  expect(lost.some(({ address }) => address.startsWith('openstack_blockstorage_volume_v3.'))).toBe(true);
  expect(lost.some(({ address }) => address.startsWith('openstack_identity_project_v3.'))).toBe(true);
  expect(new Set(lost.map(({ action }) => action))).toEqual(new Set(['destroy']));

  const moved = repository();
  renameSync(join(moved, 'environments/suizhou'), join(moved, 'environments/suizhou-city'));
  const renamed = await changesOf(moved);
  expect(renamed.made.environments.map(({ id, state, from }) => [id, state, from])).toEqual([
    ['suizhou-city', 'renamed', 'suizhou'],
  ]);
  expect(renamed.changes.filter(({ lane }) => lane <= 2)).toEqual([]);
});

test('a base that does not parse: the head is still judged, and the review says so', async () => {
  const folder = repository();
  const whole = readFileSync(join(folder, 'environments', TENANT), 'utf8');
  edit(folder, TENANT, (text) => `${text}unknown: 1\n`);
  git(folder, 'commit', '-q', '-a', '-m', 'broken');
  writeFileSync(join(folder, 'environments', TENANT), whole);
  const { made } = await changesOf(folder);
  expect(made.environments.map(({ state, problems }) => [state, problems.map(({ code }) => code)])).toEqual([
    ['head-only', ['ENV_KEY_UNKNOWN']],
  ]);
});

test('a head that does not parse ends with 3, with its problems in the review', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => `${text}unknown: 1\n`);
  const { code, out } = await review(folder);
  expect({ code, told: out.some((line) => line.startsWith('- `suizhou` `ENV_KEY_UNKNOWN`')) }).toEqual({
    code: 3,
    told: true,
  });
  expect(out).toContain('No change is known: not everything could be compared.');
  expect(out.join('\n')).not.toContain('Nothing changes.');
  expect(out[2]).toMatch(/ with 1 uncommitted file$/);
});

test('it is the same at the second time, and the page names no other host', async () => {
  const folder = repository();
  edit(folder, TENANT, (text) => text.replace(/ports: tcp\/(\d+)/, 'ports: [tcp/$1, tcp/6379]'));
  const [one, two] = [await review(folder), await review(folder)];
  expect(one.out).toEqual(two.out);
  expect((await review(folder, '--format html')).out.join('\n')).not.toMatch(/(?:src|href)=/);
});
