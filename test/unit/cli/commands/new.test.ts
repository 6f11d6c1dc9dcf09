import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const ABOVE = 'guangxi/liuzhou';
const folderOf = () => workingFolder(ABOVE, 'profiles', 'defaults.yaml', 'catalogue');
const words = (more: Readonly<Record<string, string>> = {}): string[] => {
  const given = { name: '鹿寨县', adcode: '450223', parent: ABOVE, departments: 'standard-12', size: 'small', ...more };
  const options = Object.entries(given).flatMap(([name, value]) => (value === '' ? [] : [`--${name}`, value]));
  return ['new', 'county', ...options, '--as-of', '2026-11-25'];
};
const everything = (folder: string) =>
  readdirSync(join(folder, 'environments'), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()
    .map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')] as const);

describe('bad answers: every one is said, and no byte changes', () => {
  test.each([
    ['a code of another level', { adcode: '450300' }, 3, ['ADCODE_LEVEL', 'ADCODE_PARENT']],
    ['a code of another province', { adcode: '130123' }, 3, ['ADCODE_PARENT']],
    ['a code that is none', { adcode: '990123' }, 3, ['ADCODE_UNKNOWN']],
    ['a code that another cloud has', { adcode: '450222' }, 3, ['ADCODE_TAKEN']],
    ['a radical in place of a character', { name: '⼴寨县' }, 3, ['DIVISION_NAME']],
    ['an invisible sign', { name: '鹿\u200b寨县' }, 3, ['DIVISION_NAME']],
    ['letters', { name: 'Luzhai' }, 3, ['DIVISION_NAME']],
    ['the name of a sibling', { name: '柳城县' }, 3, ['DIVISION_TAKEN']],
    ['the folder of a sibling', { key: 'liucheng' }, 3, ['DIVISION_TAKEN']],
    ['a key that leads out', { key: '../x', domain: 'x.gov.example' }, 3, ['ENV_ID']],
    ['a parent that is not there', { parent: 'guangxi/liuzou' }, 3, ['ENV_UNKNOWN']],
    ['a set that nobody knows', { departments: 'standard-13', size: 'tiny' }, 3, ['ANSWER_VALUE', 'ANSWER_VALUE']],
    ['operators that are no blocks', { operators: '172.16.45.1/28' }, 3, ['ANSWER_VALUE']],
    ['no parent', { parent: '' }, 64, ['USAGE_ANSWER']],
    ['neither set nor size', { departments: '', size: '' }, 64, Array(12).fill('USAGE_ANSWER')],
  ])('%s', async (_, more, code, codes) => {
    const folder = folderOf();
    const before = everything(folder);
    const ran = await run(words(more), { folder });
    const found = ran.err.flatMap((line) => /^([A-Z_]+) /.exec(line)?.[1] ?? []).sort();
    expect({ code: ran.code, found }).toEqual({ code, found: codes });
    expect(everything(folder)).toEqual(before);
  });

  test('a parent of a lower level does not run it', async () => {
    const folder = folderOf();
    const path = join(folder, 'environments', ABOVE, 'environment.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('mlps: 3', 'mlps: 2'));
    const { code, err } = await run(words({ mlps: '3' }), { folder });
    // The city itself has systems of level 3 and is told so; what is asked for is refused before.
    expect({ code, first: err[0] }).toEqual({ code: 3, first: 'ANSWER_FORBIDDEN egov new' });
  });

  test('a parent without pools, and one that is full: what is free, and who has most', async () => {
    const folder = folderOf();
    const pools = join(folder, 'environments', ABOVE, 'delegation.yaml');
    writeFileSync(pools, 'private: [10.72.0.0/17]\nextranet: [59.220.64.0/18]\ninternet: [198.18.16.0/22]\n');
    const { err } = await run(words({ size: 'large' }), { folder });
    expect(err[0]).toBe('DELEGATION_FULL environments/guangxi/liuzhou/delegation.yaml');
    expect(err[1]).toBe(
      '  environments/guangxi/liuzhou has no /17 left of its pool private; free: 10.72.64.0/18; most is held by 450222 (10.72.0.0/18)',
    );
    expect((await run(words({ parent: `${ABOVE}/liucheng` }), { folder })).err[0]).toMatch(/^DELEGATION_NONE /);
  });

  test('a file of answers that decides what others decide', async () => {
    const folder = folderOf();
    writeFileSync(join(folder, 'answers.yaml'), 'planes: {}\nnmae: 鹿寨县\n');
    const { code, err } = await run([...words(), '--answers', 'answers.yaml'], { folder });
    expect({ code, err: err.filter((line) => /^[A-Z]/.test(line)) }).toEqual({
      code: 3,
      err: ['ANSWER_FORBIDDEN answers.yaml:1:1', 'ANSWER_UNKNOWN answers.yaml:1:1'],
    });
  });

  test.each([
    ['conflict markers', (text: string) => text.replace('segments', '<<<<<<< ours\nsegments'), 'LEDGER_CONFLICT'],
    ['a newer version', (text: string) => text.replace('version: 2', 'version: 3'), 'LEDGER_NEWER'],
    ['an edited block', (text: string) => text.replaceAll('10.72.0.0/18', '10.72.64.0/18'), 'LEDGER_EDITED'],
    ['a missing end', (text: string) => text.replace(/seal: .*\n/, ''), 'LEDGER_TRUNCATED'],
  ])('a ledger with %s', async (_, change, expected) => {
    const folder = folderOf();
    const path = join(folder, 'environments', ABOVE, 'addresses.lock.yaml');
    writeFileSync(path, change(readFileSync(path, 'utf8')));
    const { code, err } = await run(words(), { folder });
    const codes = err.flatMap((line) => /^([A-Z_]+) /.exec(line)?.[1] ?? []);
    expect(code).toBe(3);
    expect(codes).toContain(expected);
  });
});

test('a county: only its folder and the ledger above change; it validates with all others; again it is taken', async () => {
  const folder = folderOf();
  const before = everything(folder);
  const { code, out } = await run(words({ key: 'luzhai' }), { folder });
  expect({ code, title: out[0] }).toEqual({ code: 0, title: '# New cloud: 鹿寨县 (450223)' });
  const known = new Map(before);
  const changed = everything(folder).flatMap(([file, text]) => (known.get(file) === text ? [] : [file]));
  const own = `/environments/${ABOVE}/luzhai/`;
  expect(changed.filter((file) => !file.startsWith(own))).toEqual([`/environments/${ABOVE}/addresses.lock.yaml`]);
  expect(changed.filter((file) => file.startsWith(own))).toHaveLength(20);
  expect((await run('validate', { folder })).code).toBe(0);
  expect((await run(`addresses record ${ABOVE}/luzhai --check`, { folder })).code).toBe(0);
  const after = everything(folder);
  expect((await run(words({ key: 'luzhai' }), { folder })).code).toBe(3);
  expect(everything(folder)).toEqual(after);
}, 240_000);

test('a development zone has a statistical code of its city, is named as one, and its office is that of a committee', async () => {
  const folder = folderOf();
  const zone = (adcode: string) =>
    words({ adcode, name: '柳东新区', key: 'liudong' }).map((word) => (word === 'county' ? 'development-zone' : word));
  const refused = await run(zone('450223'), { folder });
  expect({ code: refused.code, err: refused.err.slice(0, 2) }).toEqual({
    code: 3,
    err: ['ADCODE_LEVEL egov new', '  450223 is a county, the profile is for a development zone'],
  });
  const { code, out } = await run(zone('450271'), { folder });
  expect({ code, said: out[2] }).toEqual({
    code: 0,
    said: '`guangxi/liuzhou/liudong`: a development zone of level 2, size small, below guangxi/liuzhou.',
  });
  const text = (file: string) => readFileSync(join(folder, 'environments', ABOVE, 'liudong', file), 'utf8');
  expect(text('environment.yaml')).toContain('\nprofile: development-zone\n');
  expect(text('tenants/general-office.yaml')).toContain('name: 管理委员会办公室\n');
  const listed = await run('list', { folder });
  expect(listed.out.find((line) => line.startsWith(`${ABOVE}/liudong`))).toBe(
    'guangxi/liuzhou/liudong   450271  development zone  柳东新区  12  departments',
  );
  expect((await run(`validate ${ABOVE}/liudong`, { folder })).code).toBe(0);
}, 240_000);

test('a county without departments is PROVED: nothing is promised to anybody', async () => {
  const folder = folderOf();
  expect((await run(words({ departments: 'none', key: 'luzhai' }), { folder })).code).toBe(0);
  const { code, out } = await run(`prove ${ABOVE}/luzhai`, { folder });
  expect({ code, last: out.at(-1) }).toEqual({
    code: 0,
    last: `${ABOVE}/luzhai: PROVED · 16 proved · 8 assumptions, listed by --json`,
  });
}, 240_000);

test('with --dry-run it says what it would write', async () => {
  const folder = folderOf();
  const before = everything(folder);
  const { code, err } = await run([...words(), '--dry-run'], { folder });
  expect({ code, first: err[0], same: everything(folder) }).toEqual({
    code: 0,
    first: `would write environments/${ABOVE}/c450223/environment.yaml`,
    same: before,
  });
}, 240_000);

test('who is interrupted finds nothing changed', async () => {
  const folder = folderOf();
  const controller = new AbortController();
  controller.abort();
  const before = everything(folder);
  expect((await run(words(), { folder, signal: controller.signal })).code).toBe(6);
  expect(everything(folder)).toEqual(before);
});
