import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOpenTofu } from '../../../engines/find-opentofu';
import { formatProblem, ProblemsError } from '../../../model/problem';
import { temporaryFolder, tofuScript, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const empty = join(folder, 'empty');
mkdirSync(empty);
const surroundings = (more: Record<string, string>) => ({ PATH: empty, XDG_CACHE_HOME: empty, HOME: empty, ...more });

async function problemsOf(more: Record<string, string>): Promise<string[]> {
  const error = await findOpenTofu(surroundings(more)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw new Error(`expected problems, got ${error}`);
  return error.problems.map((problem) => formatProblem(problem));
}

test('nothing anywhere is said with every place looked at and the way to get it', async () => {
  expect(await problemsOf({})).toEqual([
    [
      'ENGINE_MISSING opentofu',
      '  OpenTofu 1.12.6 is not here; looked at EGOV_TOFU, PATH, the cache (egov/engines/opentofu-1.12.6)',
      '  fix: run `egov engines install` (needs Go), or install OpenTofu and put `tofu` on PATH or its path in EGOV_TOFU',
    ].join('\n'),
  ]);
});

test('a path in EGOV_TOFU that names nothing is a problem, even when the cache has one', async () => {
  const cache = join(folder, 'full');
  writeProgram(join(cache, 'egov/engines/opentofu-1.12.6/tofu'), tofuScript('1.12.6'));
  const [problem] = await problemsOf({ EGOV_TOFU: '/nowhere/tofu', XDG_CACHE_HOME: cache });
  expect(problem).toContain('ENGINE_NOT_EXECUTABLE /nowhere/tofu\n  OpenTofu cannot be started here: no such file');
});

test('a file that may not be executed is no engine', async () => {
  const path = join(folder, 'plain');
  writeFileSync(path, '');
  const [problem] = await problemsOf({ EGOV_TOFU: path });
  expect(problem).toContain('not executable');
});

test('a program of another format is told apart from a missing one', async () => {
  const path = writeProgram(join(folder, 'odd'), '');
  writeFileSync(path, '#!/nowhere/interpreter\n');
  const [problem] = await problemsOf({ EGOV_TOFU: path });
  expect(problem).toContain('ENGINE_NOT_EXECUTABLE');
});

test.each(['1.11.4', '0.15.0', '2.0.0'])('OpenTofu %s is of a wrong version', async (version) => {
  const path = writeProgram(join(folder, `tofu-${version}`), tofuScript(version));
  expect(await problemsOf({ EGOV_TOFU: path })).toEqual([
    [
      `ENGINE_VERSION ${path}`,
      `  this is OpenTofu ${version}, wanted is OpenTofu 1.12 or a later 1.x`,
      '  fix: run `egov engines install`, or point EGOV_TOFU at a version 1.12 or a later 1.x',
    ].join('\n'),
  ]);
});

test('Terraform is not OpenTofu, whatever its version', async () => {
  const path = writeProgram(join(folder, 'terraform'), 'echo "Terraform v1.12.6"');
  expect((await problemsOf({ EGOV_TOFU: path }))[0]).toContain('this is Terraform 1.12.6');
});

test('an engine that dies when asked for its version is reported with its last words', async () => {
  const path = writeProgram(join(folder, 'dying'), 'echo "cannot map library" >&2; kill -9 $$');
  expect((await problemsOf({ EGOV_TOFU: path }))[0]).toContain(
    `ENGINE_FAILED ${path}\n  tofu version ended with signal SIGKILL\n    cannot map library`,
  );
});

test('EGOV_TOFU comes before PATH, PATH before the cache', async () => {
  const given = writeProgram(join(folder, 'given'), tofuScript('1.13.0'));
  const path = writeProgram(join(folder, 'bin/tofu'), tofuScript('1.12.7'));
  const cache = join(folder, 'cache');
  const cached = writeProgram(join(cache, 'egov/engines/opentofu-1.12.6/tofu'), tofuScript('1.12.6'));
  const PATH = `${join(folder, 'bin')}:/usr/bin`;
  const all = { EGOV_TOFU: given, PATH, XDG_CACHE_HOME: cache };
  expect(await findOpenTofu(surroundings(all))).toEqual({ path: given, version: '1.13.0', where: 'EGOV_TOFU' });
  expect(await findOpenTofu(surroundings({ PATH, XDG_CACHE_HOME: cache }))).toEqual({
    path,
    version: '1.12.7',
    where: 'PATH',
  });
  expect(await findOpenTofu(surroundings({ XDG_CACHE_HOME: cache }))).toEqual({
    path: cached,
    version: '1.12.6',
    where: 'cache',
  });
});

test('a wrong version on PATH sends the search on to the cache', async () => {
  writeProgram(join(folder, 'old/tofu'), tofuScript('1.6.0'));
  const cache = join(folder, 'good');
  writeProgram(join(cache, 'egov/engines/opentofu-1.12.6/tofu'), tofuScript('1.12.6'));
  const found = await findOpenTofu(surroundings({ PATH: join(folder, 'old'), XDG_CACHE_HOME: cache }));
  expect(found.where).toBe('cache');
});
