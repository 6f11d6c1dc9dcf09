import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GitRepository } from '../../../../engines/git/git-repository';
import { ProblemsError } from '../../../../model/problem';

const scratch = mkdtempSync(join(tmpdir(), 'egov-git-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'commit.gpgsign=false'];
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...AUTHOR, ...args], { encoding: 'utf8' }).trim();

function repository(name: string): string {
  const folder = join(scratch, name);
  mkdirSync(join(folder, 'environments'), { recursive: true });
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, 'environments/a.yaml', 'first\n');
  commit(folder, 'environments/a.yaml', 'second\n');
  return folder;
}

function commit(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'a change');
}

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  try {
    await work;
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map((one) => `${one.code}: ${one.message.en}`);
    throw error;
  }
}

const around = (folder: string) => GitRepository.around(folder, process.env);

describe('a base that cannot be had', () => {
  test('where there is no repository', async () => {
    const folder = join(scratch, 'nowhere');
    mkdirSync(folder);
    expect(await problemsOf(around(folder))).toEqual([`GIT_REPOSITORY: ${folder} is in no git repository`]);
  });

  test('where git is missing', async () => {
    expect(await problemsOf(GitRepository.around(scratch, { PATH: '/nowhere' }))).toEqual([
      'GIT_MISSING: git is not on PATH',
    ]);
  });

  test.each(['nothing', '--help', 'HEAD:environments'])('where %s stands for no commit', async (name) => {
    const asked = await around(repository(`none${name.length}`));
    expect(await problemsOf(asked.revision(name))).toEqual([`GIT_REVISION: there is no revision ${name}`]);
  });

  test('in a shallow clone says so', async () => {
    const clone = join(scratch, 'shallow');
    git(scratch, 'clone', '-q', '--depth', '1', `file://${repository('deep')}`, clone);
    expect(await problemsOf((await around(clone)).revision('HEAD~1'))).toEqual([
      'GIT_REVISION: HEAD~1 is not in this clone, which is shallow',
    ]);
  });

  test('that has no such folder', async () => {
    const folder = repository('later');
    mkdirSync(join(folder, 'other'));
    const asked = await around(folder);
    const base = await asked.revision('HEAD');
    const target = join(scratch, 'later-target');
    expect(
      await problemsOf(asked.writeFolder(base, join(folder, 'other'), target, join(scratch, 'later-index'))),
    ).toEqual(['GIT_FOLDER: HEAD has no folder other']);
  });
});

describe('a base', () => {
  test('is written elsewhere, and neither work tree nor index change', async () => {
    const folder = repository('quiet');
    writeFileSync(join(folder, 'environments/a.yaml'), 'third\n');
    const before = [git(folder, 'status', '--porcelain'), readFileSync(join(folder, '.git/index')).toString('hex')];
    const asked = await around(join(folder, 'environments'));
    const target = join(scratch, 'quiet-target');
    mkdirSync(target);
    await asked.writeFolder(
      await asked.revision('HEAD~1'),
      join(folder, 'environments'),
      target,
      join(scratch, 'quiet-index'),
    );
    expect(readFileSync(join(target, 'a.yaml'), 'utf8')).toBe('first\n');
    expect(existsSync(join(target, 'environments'))).toBe(false);
    const after = [git(folder, 'status', '--porcelain'), readFileSync(join(folder, '.git/index')).toString('hex')];
    expect(after).toEqual(before);
  });

  test('has what filters and attributes make of a path of the repository', async () => {
    const folder = repository('attributes');
    const environments = join(folder, 'environments');
    git(folder, 'config', 'core.safecrlf', 'false');
    git(folder, 'config', 'filter.shout.smudge', 'tr a-z A-Z');
    git(folder, 'config', 'filter.shout.clean', 'tr A-Z a-z');
    commit(folder, '.gitattributes', '/environments/*.yaml filter=shout text eol=crlf\n');
    commit(folder, 'environments/b.yaml', 'kept\n');
    writeFileSync(join(environments, 'b.yaml'), 'edited\n');
    const asked = await around(folder);
    const target = join(scratch, 'attributes-target');
    mkdirSync(target);
    await asked.writeFolder(await asked.revision('HEAD'), environments, target, join(scratch, 'attributes-index'));
    expect(readFileSync(join(target, 'b.yaml'), 'utf8')).toBe('KEPT\r\n');
    expect(existsSync(`${target}.whole`)).toBe(false);
  });

  test('is the commit where the branch left the other one', async () => {
    const folder = repository('branches');
    const start = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'checkout', '-q', '-b', 'topic');
    commit(folder, 'environments/b.yaml', 'topic\n');
    git(folder, 'checkout', '-q', 'main');
    commit(folder, 'environments/c.yaml', 'main\n');
    git(folder, 'checkout', '-q', 'topic');
    const asked = await around(folder);
    expect(await asked.mergeBase(await asked.revision('main'))).toEqual({ name: 'main', commit: start });
  });

  test('is told with what is not committed, new files and names with spaces too', async () => {
    const folder = repository('dirty');
    writeFileSync(join(folder, 'environments/new one.yaml'), '\n');
    writeFileSync(join(folder, 'elsewhere'), '\n');
    const asked = await around(folder);
    expect(await asked.uncommitted(join(folder, 'environments'))).toEqual(['environments/new one.yaml']);
  });

  test('tells which of its links were edited since: changed, gone and new files, but none that it has itself', async () => {
    const folder = repository('edited');
    const environments = join(folder, 'environments');
    mkdirSync(join(environments, 'quiet/deep'), { recursive: true });
    mkdirSync(join(environments, 'busy'));
    for (const file of ['quiet/a', 'quiet/b', 'quiet/deep/c', 'busy/a', 'busy/b'])
      commit(folder, join('environments', file), 'x\n');
    writeFileSync(join(environments, 'busy/a'), 'edited before\n');
    const asked = await around(folder);
    const [base, target] = [await asked.revision('HEAD'), join(scratch, 'edited-target')];
    mkdirSync(target);
    const links = await asked.writeFolder(base, environments, target, join(scratch, 'edited-index'));
    expect(links).toEqual(['quiet']);
    expect(await asked.edited(base, environments, links)).toEqual([]);
    for (const file of ['busy/b', 'quiet-not', 'quiet/a', 'quiet/deep/new'])
      writeFileSync(join(environments, file), 'while it was read\n');
    rmSync(join(environments, 'quiet/b'));
    expect(await asked.edited(base, environments, links)).toEqual(['quiet/a', 'quiet/b', 'quiet/deep/new']);
  });
});
