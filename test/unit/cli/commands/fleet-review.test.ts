import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ungroup } from '../../../../review/group';
import type { ReviewJson } from '../../../../review/review-json';
import { run, workingFolder } from '../command-line';

/** Threads start from the sources, which takes long where a core is shared. */
const THREADS = 240_000;

/** Three counties of one profile and a city of another, committed. */
function counties(): string {
  const folder = workingFolder('suizhou', 'guangxi/liuzhou/liucheng', 'profiles', 'defaults.yaml', 'catalogue');
  const environments = join(folder, 'environments');
  for (const [i, id] of ['one', 'two', 'three'].entries()) {
    cpSync(join(environments, 'guangxi/liuzhou/liucheng'), join(environments, id), { recursive: true });
    edit(folder, `${id}/environment.yaml`, (text) => text.replace('450222', `45030${i + 1}`));
    edit(folder, `${id}/planes.yaml`, (text) =>
      text
        .replaceAll('10.72.', `10.${100 + i}.`)
        .replaceAll('2001:db8:4522', `2001:db8:500${i}`)
        .replaceAll('59.220.16.0', `59.220.${50 + i}.0`)
        .replaceAll('198.18.1.0', `198.18.${50 + i}.0`),
    );
  }
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example', 'commit', '-q', '-m', 'base');
  return folder;
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, 'environments', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args]);
}

describe('a review of many environments', () => {
  it('refuses a revision that is not there, and a selection of nothing', async () => {
    const folder = counties();
    expect((await run('fleet review --base nowhere', { folder })).code).not.toBe(0);
    const { code, err } = await run('fleet review --base HEAD --select level=province', { folder });
    expect([code, err[0]]).toEqual([64, 'FLEET_EMPTY --select level=province']);
  });

  it('answers nothing where somebody edits while it reads', async () => {
    const folder = counties();
    // A git beside which somebody edits once the base is written: what is not committed is asked then.
    const edited = join(folder, 'environments/one/environment.yaml');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const script = `case " $* " in *' status '*) echo '# new' >> '${edited}';; esac\nPATH=\${PATH#*:} exec git "$@"`;
    writeFileSync(join(bin, 'git'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const surroundings = { PATH: `${bin}:${process.env['PATH']}` };
    const { code, out, err } = await run('fleet review --base HEAD', { folder, surroundings });
    expect([code, out, err[0]]).toEqual([5, [], `GIT_EDITED ${edited}`]);
  });

  it('says that nothing changes where nothing was edited', async () => {
    const { code, out } = await run('fleet review --base HEAD', { folder: counties() });
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(out[0]).toMatch(/^5 environments: 5 untouched; 0 changes, 0 of them different; [\d.]+ s$/);
  });

  it(
    'tells the same change of many once; a broken one and a deleted one hide nothing',
    async () => {
      const folder = counties();
      edit(folder, 'profiles/county.yaml', (text) =>
        text.replace('data: { kind: I-DATA, prefix: 24 }', '$&\n    lab: { kind: I-DATA, prefix: 27 }'),
      );
      appendFileSync(join(folder, 'environments/two/environment.yaml'), 'mpls: 3\n');
      git(folder, 'rm', '-q', '-r', 'environments/three');
      const { code, out } = await run('fleet review --base HEAD --json --jobs 2', { folder });
      const made = JSON.parse(out.join('\n'));
      expect(code).toBe(3);
      expect(made.rows.map((row: { state: string; environments: string[] }) => [row.state, row.environments])).toEqual([
        ['unreadable', ['two']],
        ['deleted', ['three']],
        ['changed', ['guangxi/liuzhou/liucheng', 'one']],
      ]);
      expect(made.environments.map(({ id, state }: { id: string; state: string }) => [id, state])).toEqual([
        ['guangxi/liuzhou/liucheng', 'changed'],
        ['one', 'changed'],
        ['suizhou', 'untouched'],
        ['three', 'deleted'],
        ['two', 'unreadable'],
      ]);
      expect(made.left).toBe(0);
    },
    THREADS,
  );

  it(
    'judges by policies of the repository, too',
    async () => {
      const folder = counties();
      const policy = `{
        id: 'GX-VOLUMES', title: { en: 'Volumes', zh: '卷' }, standard: 'GX 2026', severity: 'high', scope: 'resources',
        why: { en: 'Why.', zh: '原因。' }, fix: { en: 'repair', zh: '修复' },
        check: ({ resources }) => {
          const looked = resources.ofType('openstack_blockstorage_volume_v3');
          const small = looked.filter(({ values }) => values.number('size') < 60);
          return { looked, found: small.map((thing) => ({ thing, message: { en: 'too small', zh: '过小' } })) };
        },
      }`;
      writeFileSync(join(folder, 'egov.config.js'), `module.exports = { policies: [${policy}] };\n`);
      edit(folder, 'one/tenants/health.yaml', (text) => text.replace('sizeGiB: 300', 'sizeGiB: 50'));
      const { code, out } = await run('fleet review --base HEAD --json --jobs 1', { folder });
      const { groups } = JSON.parse(out.join('\n')) as Pick<ReviewJson, 'groups'>;
      const own = ungroup(groups).filter((one) => JSON.stringify(one).includes('GX-VOLUMES'));
      expect({ code, own: own.map(({ environment, lane }) => [environment, lane]) }).toEqual({
        code: 4,
        own: [['one', 4]],
      });
    },
    THREADS,
  );

  it(
    'finds the very changes that `review` finds, and writes the environments below its Markdown',
    async () => {
      const folder = counties();
      edit(folder, 'profiles/county.yaml', (text) =>
        text.replace('data: { kind: I-DATA, prefix: 24 }', '$&\n    lab: { kind: I-DATA, prefix: 27 }'),
      );
      const one = JSON.parse((await run('review --base HEAD --json', { folder })).out.join('\n'));
      const many = JSON.parse((await run('fleet review --base HEAD --json', { folder })).out.join('\n'));
      const { rows, left, ...same } = many;
      expect(same).toEqual(one);
      expect([rows.length, left]).toEqual([1, 0]);
      const { out } = await run('fleet review --base HEAD --format md --select id=one,id=two', { folder });
      expect(out.at(-1)).toMatch(/^\| one and 1 more: the same \| changed \| ④ 1 \| ④ CLD-IDS /);
    },
    THREADS,
  );
});
