import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { ProblemsError } from '../model/problem';
import { ENV_ROOT } from '../model/problems/environment-problems';
import { packageRoot } from './package-root';
import { unreadable } from './read-source';
import { type ReadFile, readYaml } from './read-yaml';
import { keepPlain } from './written';

interface SharedFile {
  readonly path: string;
  readonly label: string;
}

/** The folder that all environments lie in, and the files that they share. */
export class EnvironmentsRoot {
  readonly folder: string;
  /** How the folder is called in places, the same from every working directory. */
  readonly label: string;

  /**
   * `beside` is another folder that links may lead to: a revision has links to what is the same in the work tree.
   * Throws ENV_ROOT where there is no such folder, FILE_UNREADABLE where nobody may look for it.
   */
  constructor(
    folder: string,
    private readonly beside?: string,
  ) {
    this.folder = resolve(folder);
    this.label = basename(this.folder);
    if (!this.isFolder()) throw new ProblemsError([ENV_ROOT.at(`${this.label}:1:1`, { folder })]);
  }

  static of(root: string | EnvironmentsRoot): EnvironmentsRoot {
    return typeof root === 'string' ? new EnvironmentsRoot(root) : root;
  }

  private isFolder(): boolean {
    try {
      return statSync(this.folder, { throwIfNoEntry: false })?.isDirectory() === true;
    } catch (error) {
      throw new ProblemsError([unreadable(`${this.label}:1:1`, error)]);
    }
  }

  /** Whether a path lies in this folder once its links are followed. One that leads nowhere is for its reader. */
  holds(path: string): boolean {
    try {
      const real = `${realpathSync.native(path)}${sep}`;
      const folders = this.beside === undefined ? [this.folder] : [this.folder, this.beside];
      return folders.some((one) => real.startsWith(`${realpathSync.native(one)}${sep}`));
    } catch {
      return true;
    }
  }

  /** `defaults.yaml`, `profiles/city.yaml`: the one of this folder, else the one that egov brings. */
  shared(name: string): SharedFile | undefined {
    const own = join(this.folder, name);
    if (existsSync(own)) return { path: own, label: `${this.label}/${name}` };
    const shipped = join(packageRoot(), 'environments', name);
    return existsSync(shipped) ? { path: shipped, label: `egov/environments/${name}` } : undefined;
  }
}

export function readShared(file: SharedFile): ReadFile {
  const read = readYaml(file.path, file.label);
  if (read.written !== undefined) keepPlain(read.written);
  return read;
}
