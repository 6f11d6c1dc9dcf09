import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const everything = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const made = ['.editorconfig', '.gitattributes', '.githooks', '.github', '.gitignore', '.gitlab-ci.yml', '.workflow',
  'CODEOWNERS', 'README.md', 'egov.config.ts', 'environments', 'package.json', 'policies', 'tsconfig.json']; // biome-ignore format: one list

describe('what is in the way is named, and nothing is written', () => {
  test('a folder that is not empty', async () => {
    const folder = workingFolder();
    mkdirSync(join(folder, 'far'));
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) writeFileSync(join(folder, 'far', name), '');
    const { code, err } = await run('init far', { folder });
    expect({ code, err: err.slice(0, 2) }).toEqual({
      code: 3,
      err: ['INIT_OCCUPIED far', '  far is not empty: a, b, c, d, e and 1 more'],
    });
    expect(readdirSync(join(folder, 'far'))).toHaveLength(6);
  });

  test('a file of that name', async () => {
    const folder = workingFolder();
    writeFileSync(join(folder, 'far'), '');
    expect((await run('init far', { folder })).err[0]).toBe('INIT_OCCUPIED far');
  });

  test('a folder in which nobody may write', async () => {
    const folder = workingFolder();
    writeFileSync(join(folder, 'file'), '');
    // A file in the place of a folder is refused to everybody, root too.
    const { code, err } = await run('init file/far', { folder });
    expect({ code, first: err[0] }).toEqual({ code: 5, first: 'INIT_DENIED file/far' });
    expect(everything(folder)).toEqual(['file']);
  });

  test('answers that are wrong', async () => {
    const folder = workingFolder();
    const { code, err } = await run('init far/away --adcode 450222 --name 柳城县', { folder });
    expect({ code, first: err[0] }).toEqual({ code: 3, first: 'ADCODE_LEVEL egov new' });
    expect(everything(folder)).toEqual([]);
  });
});

describe('halfway', () => {
  test.each(['far', '.'])('an interruption leaves nothing, in %s', async (target) => {
    const folder = workingFolder();
    const stop = new AbortController();
    const steps: string[] = [];
    const live = (line: string) => {
      steps.push(line);
      stop.abort();
    };
    const output = { data: () => undefined, notice: () => undefined, live };
    const { code } = await run(`init ${target}`, { folder, signal: stop.signal, output });
    expect({ code, steps }).toEqual({ code: 6, steps: ['deciding 江西省'] });
    expect(everything(folder)).toEqual([]);
  });
});

describe('a repository', () => {
  test('has everything, and its cloud is the one that egov new makes', async () => {
    const folder = workingFolder();
    const { code } = await run('init repositories/far --as-of 2026-11-26', { folder });
    expect(code).toBe(0);
    const far = join(folder, 'repositories/far');
    expect(readdirSync(join(folder, 'repositories'))).toEqual(['far']);
    expect(readdirSync(far).sort()).toEqual(made);
    expect(statSync(join(far, '.githooks/pre-commit')).mode & 0o111).toBe(0o111);
    const { dependencies } = JSON.parse(readFileSync(join(far, 'package.json'), 'utf8')) as { dependencies: object };
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(dependencies).toEqual({ egov: version });
    const environments = join(far, 'environments');
    // The configuration imports egov, which is installed there and not here: the folder alone is looked at.
    for (const command of ['validate', 'addresses check jiangxi', 'schema --check'])
      expect(await run(`--environments ${environments} ${command}`, { folder })).toMatchObject({ code: 0 });
  });

  test('takes the place of an empty folder, of one that is a git repository, and of the one that one stands in', async () => {
    const folder = workingFolder();
    mkdirSync(join(folder, 'far/.git'), { recursive: true });
    chmodSync(join(folder, 'far'), 0o755);
    const { ino } = statSync(join(folder, 'far'));
    const { code } = await run('init', { folder: join(folder, 'far') });
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'far')).sort()).toEqual(['.git', ...made].sort());
    expect(statSync(join(folder, 'far')).ino).toBe(ino);
  });

  test('of another province, with its own toolkit', async () => {
    const folder = workingFolder();
    const words = '--name 贵州省 --adcode 520000 --departments none --toolkit file:../egov.tgz';
    expect((await run(`init far ${words}`, { folder })).code).toBe(0);
    expect(existsSync(join(folder, 'far/environments/p520000/environment.yaml'))).toBe(true);
    expect(readFileSync(join(folder, 'far/package.json'), 'utf8')).toContain('"egov": "file:../egov.tgz"');
  });
});
