import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { GitRepository } from '../../../engines/git/git-repository';

const scratch = mkdtempSync(join(tmpdir(), 'egov-git-folder-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args], { encoding: 'utf8' });

const PATHS = [
  'one.yaml',
  'a/x.yaml',
  'a/y.yaml',
  'a/b/x.yaml',
  'a/b/c/x.yaml',
  'd/x.yaml',
  'd/e/x.yaml',
  '区/县 x.yaml',
];

/** What somebody does to a path of the work tree behind the commit. */
const doings = {
  change: (path: string) => writeFileSync(path, 'changed\n'),
  remove: (path: string) => rmSync(path, { force: true }),
  add: (path: string) => write(`${path}.new.yaml`, 'new\n'),
  ignore: (path: string) => write(`${path}.ignored`, 'ignored\n'),
  stage: (path: string) => {
    write(path, 'staged\n');
    git(dirname(path), 'add', '--all', '--sparse', '.');
  },
  skip: (path: string) => {
    if (git(dirname(path), 'ls-files', '--', path) === '') return;
    git(dirname(path), 'update-index', '--skip-worktree', '--', path);
    rmSync(path, { force: true });
  },
};

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Files below a folder with their texts, links followed. */
function texts(folder: string, below = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(folder, below)).flatMap((name) => {
      const path = join(below, name);
      return statSync(join(folder, path)).isDirectory()
        ? Object.entries(texts(folder, path))
        : [[path, readFileSync(join(folder, path), 'utf8')] as const];
    }),
  );
}

let count = 0;
const steps = fc.array(
  fc.record({
    path: fc.constantFrom(...PATHS),
    doing: fc.constantFrom(...(Object.keys(doings) as (keyof typeof doings)[])),
  }),
  { maxLength: 4 },
);
const present = fc.subarray(PATHS, { minLength: 1 });

test('a folder of a revision is what git archives of it, whatever was done to the work tree', async () => {
  let links = 0;
  await fc.assert(
    fc.asyncProperty(
      present,
      steps,
      fc.constantFrom('environments', ''),
      fc.boolean(),
      async (paths, done, inside, link) => {
        const folder = join(scratch, `${count++}`);
        const top = join(folder, inside);
        for (const path of paths) write(join(top, path), `${path}\n`);
        // A link that leads out of its folder: what it shows differs where no file of its folder does.
        if (link && paths.includes('one.yaml')) {
          mkdirSync(join(top, 'd/links'), { recursive: true });
          symlinkSync('../../one.yaml', join(top, 'd/links/one.yaml'));
        }
        write(join(folder, '.gitignore'), '*.ignored\n');
        git(folder, 'init', '-q');
        git(folder, 'add', '--all', '.');
        git(folder, 'commit', '-q', '-m', 'base');
        for (const { path, doing } of done) {
          mkdirSync(dirname(join(top, path)), { recursive: true });
          doings[doing](join(top, path));
        }
        const [target, archive] = [`${folder}-target`, `${folder}-archive`];
        for (const one of [target, archive]) mkdirSync(one);
        const tree = inside === '' ? 'HEAD' : `HEAD:${inside}`;
        execFileSync('tar', ['x', '-C', archive], { input: execFileSync('git', ['-C', folder, 'archive', tree]) });
        const repository = await GitRepository.around(top, process.env);
        const revision = await repository.revision('HEAD');
        await repository.writeFolder(revision, top, target, join(scratch, `index-${count}`));
        expect(texts(target)).toEqual(texts(archive));
        links += readdirSync(target).filter((name) => lstatSync(join(target, name)).isSymbolicLink()).length;
      },
    ),
    { numRuns: 60 },
  );
  expect(links).toBeGreaterThan(10);
}, 120_000);
