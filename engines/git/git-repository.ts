import { mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ProblemsError } from '../../model/problem';
import {
  GIT_FAILED,
  GIT_FOLDER,
  GIT_MISSING,
  GIT_REPOSITORY,
  GIT_REVISION,
  GIT_SHALLOW,
} from '../../model/problems/git-problems';
import { type RunEnd, runProgram } from '../run-program';
import type { Surroundings } from '../surroundings';
import { partTree } from './same-folders';

/** Which commit a name stands for, in full and as a person reads it. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
}

/** Variables by which a caller's git (a hook, for one) would point this one at another repository or index. */
const FOREIGN = /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE)/;

/** Paths that one command line names: a hundred characters each stay far below what a system allows. */
const AT_ONCE = 500;

function entriesOf({ stdout }: RunEnd): readonly string[] {
  return stdout.split('\0').filter((entry) => entry !== '');
}

/** `100644 HASH 0<tab>a/b.yaml`. */
function pathAndMode(entry: string): { readonly path: string; readonly mode: string } {
  const tab = entry.indexOf('\t');
  return { path: entry.slice(tab + 1), mode: entry.slice(0, 6) };
}

/** A repository, read only: neither its work tree nor its index is ever touched. */
export class GitRepository {
  private constructor(
    /** Top folder of the work tree. */
    readonly folder: string,
    private readonly surroundings: Surroundings,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** The repository that a folder lies in. Throws GIT_MISSING or GIT_REPOSITORY. */
  static async around(folder: string, surroundings: Surroundings, signal?: AbortSignal): Promise<GitRepository> {
    const own = Object.fromEntries(Object.entries(surroundings).filter(([name]) => !FOREIGN.test(name)));
    const asked = new GitRepository(realpathSync(folder), { ...own, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }, signal);
    const { code, stdout } = await asked.run(['rev-parse', '--show-toplevel']);
    if (code !== 0) throw new ProblemsError([GIT_REPOSITORY.at(folder, { folder })]);
    return new GitRepository(realpathSync(stdout.trim()), asked.surroundings, signal);
  }

  /** Throws GIT_REVISION where the name stands for no commit of this clone. */
  async revision(name: string): Promise<Revision> {
    // A name that starts with a hyphen would be read as an option.
    const end = name.startsWith('-')
      ? undefined
      : await this.run(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    if (end?.code === 0) return { name, commit: end.stdout.trim() };
    throw new ProblemsError([GIT_REVISION.at(name, { revision: name, shallow: await this.isShallow() })]);
  }

  /**
   * The commit at which a branch left another; the other itself where they have none in common. Throws GIT_SHALLOW
   * where it may be one that this clone does not have.
   */
  async mergeBase(base: Revision): Promise<Revision> {
    const { code, stdout } = await this.run(['merge-base', base.commit, 'HEAD']);
    if (code === 0) return { name: base.name, commit: stdout.trim() };
    if (await this.isShallow()) throw new ProblemsError([GIT_SHALLOW.at(base.name, { revision: base.name })]);
    return base;
  }

  /** The commit that the work tree stands on; none in a repository without commits. */
  async head(): Promise<string | undefined> {
    const { code, stdout } = await this.run(['rev-parse', '--verify', '--quiet', 'HEAD']);
    return code === 0 ? stdout.trim() : undefined;
  }

  /** Paths below a folder that differ from the commit the work tree stands on, new files too. */
  async uncommitted(folder: string): Promise<readonly string[]> {
    const { stdout } = await this.demand([
      'status',
      '--porcelain',
      '-z',
      '--untracked-files=all',
      '--no-renames',
      '--',
      folder,
    ]);
    return stdout
      .split('\0')
      .filter((entry) => /^.. /.test(entry))
      .map((entry) => entry.slice(3));
  }

  /**
   * Writes a folder as a revision has it to `target`, an empty folder. What is the same in the work tree becomes a link
   * to the work tree's folder, as wide as can be: a country is 40,000 files, of which a branch touches a few. Answers
   * these links, paths below the folder; `edited` says whether they still show the revision. Throws GIT_FOLDER where the
   * revision has no such folder.
   */
  async writeFolder(revision: Revision, folder: string, target: string, index: string): Promise<readonly string[]> {
    const { name, commit } = revision;
    const inside = this.pathOf(folder);
    const tree = inside === '' ? `${commit}^{tree}` : `${commit}:${inside}`;
    const { code, stdout } = await this.run(['cat-file', '-t', tree]);
    if (code !== 0 || stdout.trim() !== 'tree')
      throw new ProblemsError([GIT_FOLDER.at(inside, { revision: name, folder: inside })]);
    // An index of its own: the one of the work tree stays as it is. Paths in it are those of the repository, since its
    // attributes (an encoding, a filter that decrypts) go by path.
    const own = { GIT_INDEX_FILE: index };
    const [prefix, whole] = [inside === '' ? '' : `${inside}/`, `${target}.whole`];
    await this.demand(['read-tree', ...(prefix === '' ? [] : [`--prefix=${prefix}`]), tree], own);
    const all = entriesOf(await this.demand(['ls-files', '--stage', '-z'], own)).map(pathAndMode);
    // A link of the tree may lead out of its folder, to what differs: it must stand where the tree has it.
    const links = all.filter(({ mode }) => mode === '120000' || mode === '160000').map(({ path }) => path);
    const below = (path: string) => path.slice(prefix.length);
    const { same, files } = partTree(
      all.map(({ path }) => below(path)),
      [...links.map(below), ...(await this.differing(commit, inside))],
    );
    const place = join(whole, inside);
    mkdirSync(place, { recursive: true });
    for (const one of same) {
      mkdirSync(dirname(join(place, one)), { recursive: true });
      symlinkSync(join(this.folder, inside, one), join(place, one));
    }
    const paths = files.map((file) => `${prefix}${file}`);
    for (let at = 0; at < paths.length; at += AT_ONCE)
      await this.demand(
        ['checkout-index', '--force', `--prefix=${join(whole, sep)}`, '--', ...paths.slice(at, at + AT_ONCE)],
        own,
      );
    renameSync(place, target);
    rmSync(whole, { recursive: true, force: true });
    return same;
  }

  /** Files in such links, with paths below the folder, that are no longer what the revision has. */
  async edited({ commit }: Revision, folder: string, links: readonly string[]): Promise<readonly string[]> {
    const differing = await this.differing(commit, this.pathOf(folder));
    return differing.filter((path) => links.some((link) => path.startsWith(`${link}/`))).sort();
  }

  /** Paths below a folder that are not in the work tree what they are in a commit; also those that git is told to pass over. */
  private async differing(commit: string, inside: string): Promise<readonly string[]> {
    const here = inside === '' ? '.' : inside;
    const changed = entriesOf(
      await this.demand(['diff', '--name-only', '--no-renames', '--ignore-submodules=none', '-z', commit, '--', here]),
    );
    const others = entriesOf(await this.demand(['ls-files', '--others', '-z', '--', here]));
    // Tags other than H: a sparse checkout leaves files out, and of some git assumes that they do not change.
    const passed = entriesOf(await this.demand(['ls-files', '-v', '-z', '--', here]))
      .filter((entry) => !entry.startsWith('H '))
      .map((entry) => entry.slice(2));
    return [...changed, ...others, ...passed].map((path) => (inside === '' ? path : path.slice(inside.length + 1)));
  }

  private async isShallow(): Promise<boolean> {
    return (await this.run(['rev-parse', '--is-shallow-repository'])).stdout.trim() === 'true';
  }

  /** Path of a folder in the repository, with slashes. */
  pathOf(folder: string): string {
    return relative(this.folder, realpathSync(folder)).split(sep).join('/');
  }

  private async demand(args: readonly string[], more: Surroundings = {}): Promise<RunEnd> {
    const end = await this.run(args, more);
    this.signal?.throwIfAborted();
    const [command = 'git'] = args;
    if (end.code !== 0)
      throw new ProblemsError([GIT_FAILED.at(this.folder, { command, reason: end.lastLines.join(' ') || end.end })]);
    return end;
  }

  private async run(args: readonly string[], more: Surroundings = {}): Promise<RunEnd> {
    try {
      return await runProgram({
        program: 'git',
        args: ['-C', this.folder, '-c', 'core.fsmonitor=false', ...args],
        folder: this.folder,
        surroundings: { ...this.surroundings, ...more },
        ...(this.signal && { signal: this.signal }),
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new ProblemsError([GIT_MISSING.at('git', {})]);
    }
  }
}
