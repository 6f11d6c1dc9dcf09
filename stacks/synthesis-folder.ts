import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemsError } from '../model/problem';
import { SYNTHESIS_DENIED, SYNTHESIS_DISK_FULL, SYNTHESIS_FOLDER } from '../model/problems/synthesis-problems';
import { type Manifest, parseManifest } from './manifest';

const STACKS = 'stacks';
const MANIFEST = 'manifest.json';
const DRAFT = '.stacks.draft-';
const PREVIOUS = '.stacks.previous-';
/** What OpenTofu keeps beside a configuration and can fetch again: kept, so that nobody has to initialise twice. */
const LOCK_FILE = '.terraform.lock.hcl';
const DATA_FOLDER = '.terraform';

/**
 * A folder that holds one synthesis in `stacks/`, and OpenTofu's states in `state/` beside it. `stacks/` is replaced as
 * a whole by a rename, so that a full disk or an interruption leaves the one before.
 */
export class SynthesisFolder {
  constructor(readonly path: string) {}

  get stacks(): string {
    return join(this.path, STACKS);
  }

  /** What lies there; `undefined` where nothing does. Throws ProblemsError where something else does. */
  read(): Manifest | undefined {
    this.recover();
    if (!existsSync(this.path)) return undefined;
    if (!statSync(this.path).isDirectory()) throw this.notOurs('is no folder', '不是目录', this.path);
    if (!existsSync(this.stacks) || isEmpty(this.stacks)) return undefined;
    const file = join(this.stacks, MANIFEST);
    const manifest = existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : undefined;
    if (manifest === undefined)
      throw this.notOurs('holds something that no synthesis wrote', '包含非综合写入的内容', this.stacks);
    return manifest;
  }

  /** Replaces what is there by what `write` puts into an empty folder. Throws ProblemsError; then nothing changed. */
  replace(manifest: Manifest, write: (folder: string) => void): void {
    const draft = join(this.path, `${DRAFT}${process.pid}`);
    try {
      this.read();
      mkdirSync(draft, { recursive: true });
      this.fill(draft, manifest, write);
    } catch (error) {
      throw problemOf(error, this.path) ?? error;
    }
  }

  private fill(draft: string, manifest: Manifest, write: (folder: string) => void): void {
    try {
      write(draft);
      this.keepLockFiles(draft, manifest);
      this.swap(draft, manifest);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }

  private swap(draft: string, manifest: Manifest): void {
    const previous = join(this.path, `${PREVIOUS}${process.pid}`);
    const replaces = existsSync(this.stacks);
    if (replaces) renameSync(this.stacks, previous);
    try {
      renameSync(draft, this.stacks);
    } catch (error) {
      if (replaces) renameSync(previous, this.stacks);
      throw error;
    }
    if (!replaces) return;
    for (const { name } of manifest.stacks) {
      const data = join(previous, name, DATA_FOLDER);
      if (existsSync(data)) renameSync(data, join(this.stacks, name, DATA_FOLDER));
    }
    rmSync(previous, { recursive: true, force: true });
  }

  private keepLockFiles(draft: string, manifest: Manifest): void {
    for (const { name } of manifest.stacks) {
      const lock = join(this.stacks, name, LOCK_FILE);
      if (existsSync(lock)) copyFileSync(lock, join(draft, name, LOCK_FILE));
    }
  }

  /** Removes what interrupted processes left, and puts a synthesis back that one of them had just moved away. */
  private recover(): void {
    if (!existsSync(this.path) || !statSync(this.path).isDirectory()) return;
    for (const name of readdirSync(this.path)) {
      const prefix = [DRAFT, PREVIOUS].find((one) => name.startsWith(one));
      if (prefix === undefined || isAlive(Number(name.slice(prefix.length)))) continue;
      if (prefix === PREVIOUS && !existsSync(this.stacks)) renameSync(join(this.path, name), this.stacks);
      else rmSync(join(this.path, name), { recursive: true, force: true });
    }
  }

  private notOurs(en: string, zh: string, at: string): ProblemsError {
    return new ProblemsError([SYNTHESIS_FOLDER.at(at, { reason: { en: `the folder ${en}`, zh: `该目录${zh}` } })]);
  }
}

function isEmpty(folder: string): boolean {
  return statSync(folder).isDirectory() && readdirSync(folder).length === 0;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A refusal of the file system as a problem of the user; `undefined` for an error of another kind. */
function problemOf(error: unknown, folder: string): ProblemsError | undefined {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const one = (problem: Problem) => new ProblemsError([problem]);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return one(SYNTHESIS_DISK_FULL.at(folder, { file: path ?? folder }));
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EMFILE':
    case 'ENAMETOOLONG':
      return one(SYNTHESIS_DENIED.at(folder, { reason: message }));
    case 'ENOTDIR':
    case 'EEXIST':
      return one(SYNTHESIS_FOLDER.at(folder, { reason: { en: 'there is a file in the way', zh: '路径被文件占用' } }));
    default:
      return undefined;
  }
}
