import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listEnvironments, surveyEnvironments } from '../../../environments/environment-list';
import { readEnvironment } from '../../../environments/read-environment';
import { ProblemsError } from '../../../model/problem';
import { countyFiles, EnvironmentFolder, type Files } from '../../support/environment-folder';

const folders: EnvironmentFolder[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function folderOf(environments: Readonly<Record<string, Files>>): EnvironmentFolder {
  const folder = new EnvironmentFolder(environments);
  folders.push(folder);
  return folder;
}

const lines = (problems: ProblemsError['problems']) =>
  problems.map(({ code, at, message, fix }) => `${code} ${at} · ${message.en} · ${fix.en}`);

function thrown(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return lines(error.problems);
  }
}

describe('what is no environment', () => {
  test('a folder that looks like one and has no environment.yaml is reported beside the others', () => {
    const { 'environment.yaml': _, ...rest } = countyFiles;
    const { root } = folderOf({ suixian: countyFiles, 'hubei/zengdu': rest });
    expect(surveyEnvironments(root).ids).toEqual(['suixian']);
    expect(lines(surveyEnvironments(root).problems)).toEqual([
      'FILE_MISSING environments/hubei/zengdu/environment.yaml:1:1 · environment.yaml is missing · create environment.yaml, with `# yaml-language-server: $schema=../../schema/environment.schema.json` as its first line',
    ]);
    expect(thrown(() => listEnvironments(root))).toHaveLength(1);
    expect(thrown(() => readEnvironment(root, 'hubei/zengdu'))).toEqual(lines(surveyEnvironments(root).problems));
  });

  test('a folder whose name gives no id is reported with the id that it could have', () => {
    const { root } = folderOf({ 'Sui Xian': countyFiles });
    expect(thrown(() => listEnvironments(root))).toEqual([
      'ENV_ID environments/Sui Xian/environment.yaml:1:1 · Sui Xian is no environment id · did you mean sui-xian?',
    ]);
  });

  test('links that lead in a circle end the walk and are reported', () => {
    const folder = folderOf({ suixian: countyFiles });
    symlinkSync('..', join(folder.root, 'suixian/up'));
    symlinkSync('itself', join(folder.root, 'itself'));
    expect(surveyEnvironments(folder.root).ids).toEqual(['suixian']);
    expect(thrown(() => listEnvironments(folder.root))).toEqual([
      'FILE_UNREADABLE environments/itself:1:1 · the link leads back to itself · remove the link, or point it to a file',
      'FOLDER_LOOP environments/suixian/up:1:1 · the link leads back to environments · remove the link',
    ]);
  });

  test('a link to a folder elsewhere holds no environments of this one', () => {
    const [folder, other] = [folderOf({ suixian: countyFiles }), folderOf({ hebei: countyFiles })];
    symlinkSync(join(other.root, 'hebei'), join(folder.root, 'hebei'));
    const outside =
      'FILE_OUTSIDE environments/hebei:1:1 · the link leads out of the folder of environments · put a copy of the file in its place';
    expect(thrown(() => listEnvironments(folder.root))).toEqual([outside]);
    expect(thrown(() => readEnvironment(folder.root, 'hebei'))).toEqual([outside]);
  });

  test('a shared file with nearly the right name is reported', () => {
    const folder = folderOf({});
    folder.write({ 'default.yaml': '{}\n' });
    expect(thrown(() => listEnvironments(folder.root))).toEqual([
      'FILE_UNKNOWN environments/default.yaml:1:1 · default.yaml is no file of an environment · rename it to defaults.yaml',
    ]);
  });

  test.each([
    ['suixain', 'ENV_UNKNOWN environments/suixain:1:1 · there is no environment suixain · did you mean suixian?'],
    [
      'wuhan',
      'ENV_UNKNOWN environments/wuhan:1:1 · there is no environment wuhan · use one of: guangxi/liuzhou, suixian',
    ],
    [
      'guangxi',
      'ENV_UNKNOWN environments/guangxi:1:1 · there is no environment guangxi · use one of: guangxi/liuzhou, suixian',
    ],
    ['../suixian', 'ENV_ID environments/../suixian:1:1 · ../suixian is no environment id · did you mean suixian?'],
    [
      '/',
      'ENV_ID environments//:1:1 · / is no environment id · use keys of lower-case letters, digits and single hyphens, joined by /, such as guangxi/liuzhou',
    ],
  ])('%s names no environment', (id, expected) => {
    const { root } = folderOf({ suixian: countyFiles, 'guangxi/liuzhou': countyFiles });
    expect(thrown(() => readEnvironment(root, id))).toEqual([expected]);
  });

  test('a root that is no folder says how to name another', () => {
    expect(thrown(() => listEnvironments('/nowhere/environments'))).toEqual([
      'ENV_ROOT environments:1:1 · there is no folder /nowhere/environments · run egov where environments/ lies, or name the folder with --environments DIR',
    ]);
  });

  test('a root that nobody may look for is reported', () => {
    const { root } = folderOf({ suixian: countyFiles });
    chmodSync(dirname(root), 0o700);
    expect(asNobody(() => thrown(() => listEnvironments(root)))).toEqual(
      process.geteuid?.() === 0
        ? ['FILE_UNREADABLE environments:1:1 · no permission to read it · allow reading: chmod u+r FILE']
        : [],
    );
  });

  const closed = closedAbove(tmpdir());
  const reason = closed === undefined ? '' : ` (skipped: ${closed} is closed to others)`;
  (closed === undefined ? test : test.skip)(`what may not be read is reported and not taken as absent${reason}`, () => {
    const folder = folderOf({ suixian: countyFiles, hidden: countyFiles });
    chmodSync(join(folder.root, 'suixian/pools.yaml'), 0);
    chmodSync(join(folder.root, 'hidden'), 0);
    const found = asNobody(() => [
      ...thrown(() => readEnvironment(folder.root, 'suixian')),
      ...thrown(() => listEnvironments(folder.root)),
    ]);
    chmodSync(join(folder.root, 'hidden'), 0o755);
    expect(found).toEqual([
      'FILE_UNREADABLE environments/suixian/pools.yaml:1:1 · no permission to read it · allow reading: chmod u+r FILE',
      'FILE_UNREADABLE environments/hidden:1:1 · no permission to read it · allow reading: chmod u+r FILE',
    ]);
  });
});

test('environments are the folders with an environment.yaml, nested or not, in order', () => {
  const { root } = folderOf({ suixian: countyFiles, guangxi: countyFiles, 'guangxi/liuzhou': countyFiles });
  expect(listEnvironments(root)).toEqual(['guangxi', 'guangxi/liuzhou', 'suixian']);
  expect(readEnvironment(root, 'guangxi/liuzhou').placeOf(['mlps'])).toBe(
    'environments/guangxi/liuzhou/environment.yaml:4:7',
  );
});

test('schemas, profiles, the catalogue and notes hold no environments', () => {
  const folder = folderOf({ schema: countyFiles, profiles: countyFiles, catalogue: countyFiles, '.git': countyFiles });
  folder.write({ 'notes/README.md': '# Notes\n' });
  expect(listEnvironments(folder.root)).toEqual([]);
});

/** The superuser becomes nobody in these tests, who has to reach the temporary folder. */
function closedAbove(folder: string): string | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  if ((statSync(folder).mode & 0o001) === 0) return folder;
  return folder === dirname(folder) ? undefined : closedAbove(dirname(folder));
}

/** Permissions do not bind the superuser, as whom tests may run in a container. */
function asNobody<T>(action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}
