import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, 'environments', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

test('an unknown environment is named with the one that was meant', async () => {
  expect(await run('validate suizou')).toEqual({
    code: 3,
    out: ['1 problem in 1 file; 1 environment checked in 0.25 s'],
    err: ['ENV_UNKNOWN environments/suizou:1:1', '  there is no environment suizou', '  fix: did you mean suizhou?'],
  });
});

test('a path that leaves the folder of environments is refused', async () => {
  const { code, err } = await run('validate ../suizhou');
  expect({ code, first: err[0] }).toEqual({ code: 3, first: 'ENV_ID environments/../suizhou:1:1' });
});

test('the problems of all environments are said at once', async () => {
  const folder = workingFolder('suizhou', 'liaoning', 'defaults.yaml');
  edit(folder, 'suizhou/environment.yaml', (text) => text.replace('mlps:', 'mpls:'));
  edit(folder, 'liaoning/planes.yaml', (text) => text.replace('physnet:', 'physnett:'));
  const { code, out, err } = await run('validate', { folder });
  const codes = err.filter((line) => /^[A-Z]/.test(line)).map((line) => line.replace(/:\d+:\d+$/, ''));
  expect(code).toBe(3);
  expect(codes).toEqual([
    'ENV_MISSING environments/liaoning/planes.yaml',
    'ENV_KEY_UNKNOWN environments/liaoning/planes.yaml',
    'ENV_MISSING environments/suizhou/environment.yaml',
    'ENV_KEY_UNKNOWN environments/suizhou/environment.yaml',
  ]);
  expect(out).toEqual(['4 problems in 2 files; 2 environments checked in 0.25 s']);
});

test('a mistake in a file that all share is said once', async () => {
  const folder = workingFolder('suizhou', 'liaoning', 'defaults.yaml');
  edit(folder, 'defaults.yaml', (text) => `${text}\nfrob: 1\n`);
  const { out, err } = await run('validate', { folder });
  expect(err.filter((line) => line.startsWith('ENV_KEY_UNKNOWN'))).toHaveLength(1);
  expect(out[0]).toMatch(/^1 problem in 1 file; 2 environments/);
});

test('two environments are checked against one another', async () => {
  const folder = workingFolder('suizhou', 'liaoning', 'defaults.yaml');
  const planes = readFileSync(join(folder, 'environments/liaoning/planes.yaml'), 'utf8');
  const block = /blocks: \[([\d./]+)/.exec(planes)?.[1] as string;
  edit(folder, 'suizhou/planes.yaml', (text) => text.replace(/blocks: \[[\d./]+/, `blocks: [${block}`));
  const { code, err } = await run('validate liaoning suizhou', { folder });
  expect(code).toBe(3);
  expect(err).toContain(`  ${block} overlaps ${block} of liaoning extranet`);
});

test('a folder that looks like an environment and is none is said', async () => {
  const folder = workingFolder('suizhou', 'liaoning', 'defaults.yaml');
  rmSync(join(folder, 'environments/suizhou/environment.yaml'));
  const { code, err } = await run('validate', { folder });
  expect({ code, first: err[0] }).toEqual({ code: 3, first: 'FILE_MISSING environments/suizhou/environment.yaml:1:1' });
});

test('the shipped environments have no problem, one by one and together', async () => {
  expect(await run('validate')).toEqual({
    code: 0,
    out: [expect.stringMatching(/^no problems: 6 environments with \d+ departments checked in 0\.25 s$/)],
    err: [],
  });
});

const LIUZHOU = 'guangxi/liuzhou';
const liuzhou = () => workingFolder(LIUZHOU, 'profiles', 'defaults.yaml', 'catalogue');

test.each([
  [
    'what git left in it',
    (text: string) => text.replace('segments', '<<<<<<< ours\nsegments'),
    ['LEDGER_CONFLICT environments/guangxi/liuzhou/addresses.lock.yaml:9:1', '  git left a conflict: <<<<<<< ours'],
  ],
  [
    'a newer version',
    (text: string) => text.replace('version: 2', 'version: 3'),
    [
      'LEDGER_NEWER environments/guangxi/liuzhou/addresses.lock.yaml:3:1',
      '  version 3 is of a newer egov; this one knows 1 and 2',
    ],
  ],
])('a ledger with %s is told as that, and as nothing else', async (_, change, said) => {
  const folder = liuzhou();
  edit(folder, `${LIUZHOU}/addresses.lock.yaml`, change);
  const { code, err } = await run(`validate ${LIUZHOU}`, { folder });
  expect({ code, said: err.slice(0, 2), codes: err.filter((line) => /^[A-Z]/.test(line)) }).toEqual({
    code: 3,
    said,
    codes: said.slice(0, 1),
  });
});

test('the ledger of the country, which belongs to no environment, is read with all of them', async () => {
  const folder = workingFolder('defaults.yaml', 'suizhou');
  const write = (file: string, text: string) => writeFileSync(join(folder, 'environments', file), text);
  write('delegation.yaml', 'private: [10.0.0.0/8]\nextranet: []\ninternet: []\n');
  write('addresses.lock.yaml', 'version: 9\nblocks: {}\nsegments: {}\n');
  const { code, err } = await run('validate', { folder });
  expect({ code, first: err[0] }).toEqual({ code: 3, first: 'LEDGER_NEWER environments/addresses.lock.yaml:1:1' });
});

test('what was given from outside of the pools is an exception with a reason, and an exception is needed', async () => {
  const folder = liuzhou();
  edit(folder, `${LIUZHOU}/delegation.yaml`, (text) => text.replace('10.72.0.0/14', '10.80.0.0/14'));
  const outside = await run(`validate ${LIUZHOU}`, { folder });
  expect({ code: outside.code, err: outside.err }).toEqual({
    code: 3,
    err: [
      'DELEGATION_POOL environments/guangxi/liuzhou/addresses.lock.yaml:7:30',
      '  10.72.0.0/18 of division 450222/private 4 lies in no pool of private: 10.80.0.0/14, 2001:db8:4520::/44',
      '  fix: add the pool to delegation.yaml, or write `"division 450222/private 4": REASON` under its `exceptions`',
    ],
  });
  const excepted = 'exceptions: { "division 450222/private 4": made by hand in 2019 }\n';
  edit(folder, `${LIUZHOU}/delegation.yaml`, (text) => `${text}${excepted}`);
  expect((await run(`validate ${LIUZHOU}`, { folder })).err).toEqual([]);
  edit(folder, `${LIUZHOU}/delegation.yaml`, (text) => text.replace('10.80.0.0/14', '10.72.0.0/14'));
  const unused = await run(`validate ${LIUZHOU}`, { folder });
  expect({ code: unused.code, err: unused.err.slice(0, 2) }).toEqual({
    code: 3,
    err: [
      'DELEGATION_EXCEPTION environments/guangxi/liuzhou/delegation.yaml:6:44',
      '  division 450222/private 4 has no block outside of the pools',
    ],
  });
});

test('an environment that is named twice is checked once', async () => {
  const { out } = await run('validate suizhou suizhou --lang zh');
  expect(out).toEqual(['没有问题：已检查 1 个环境、3 个部门，用时 0.25 秒']);
});

test('with --json it answers with every problem in both languages', async () => {
  const { code, out, err } = await run('validate suizou --json');
  expect({ code, err }).toEqual({ code: 3, err: [] });
  expect(JSON.parse(out.join('\n'))).toEqual({
    environments: ['suizou'],
    departments: 0,
    milliseconds: 250,
    problems: [
      {
        code: 'ENV_UNKNOWN',
        at: 'environments/suizou:1:1',
        message: { en: 'there is no environment suizou', zh: '不存在环境 suizou' },
        fix: { en: 'did you mean suizhou?', zh: '是否应为 suizhou？' },
      },
    ],
  });
});
