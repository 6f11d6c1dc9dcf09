import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { upgrade } from '../../../../cli/commands/upgrade';
import type { Context } from '../../../../cli/context';
import { type Templates, templates } from '../../../../environments/new/templates';
import { writeDivision } from '../../../../environments/new/write-division';
import { allCombinations, NewCountry } from '../../../support/division-combinations';
import { run } from '../command-line';

const ID = 'gx/liuzhou/liucheng';
const first = templates[1] as Templates[number];

/** A second version: more hosts, another line in planes.yaml, and a file that the first does not have. */
const two: Templates = {
  1: first,
  2: (props) => {
    const files = first(props);
    return {
      ...files,
      'pools.yaml': (files['pools.yaml'] ?? '').replace(/hosts: \d+/g, 'hosts: 9'),
      'waivers.yaml': '[]\n',
    };
  },
};

let country: NewCountry;
beforeEach(() => {
  country = new NewCountry();
  country.writeAbove('county');
  const [county] = allCombinations().filter(
    ({ level, departments }) => level === 'county' && departments === 'standard-12',
  );
  writeDivision(country.root, country.draft(county as NonNullable<typeof county>));
});
afterEach(() => country.remove());

async function upgraded(take: boolean, known = two) {
  const out: string[] = [];
  const err: string[] = [];
  const context: Context = {
    output: { data: (words) => out.push(...words.split('\n')), notice: (words) => err.push(...words.split('\n')) },
    language: 'en',
    json: false,
    quiet: true,
    colour: false,
    environments: country.root,
    folder: country.root,
    surroundings: {},
    signal: new AbortController().signal,
    now: () => 0,
  };
  const code = await upgrade({ take, templates: known, selection: 'level=county' }, context);
  return { code, out, err };
}

const path = (file: string) => join(country.root, ID, file);
const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(path(file), change(readFileSync(path(file), 'utf8')));
const everything = () =>
  readdirSync(country.root, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => [join(one.parentPath, one.name), readFileSync(join(one.parentPath, one.name), 'utf8')] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

describe('what an upgrade refuses', () => {
  test('lines that were edited where the template changes them: nothing of the cloud is taken', async () => {
    edit('pools.yaml', (text) => text.replace(/hosts: \d+/, 'hosts: 5'));
    const before = everything();
    const { code, out, err } = await upgraded(true);
    expect([code, err[0]]).toEqual([3, `UPGRADE_CONFLICT ${ID}/pools.yaml:1:1`]);
    expect(out.at(-1)).toBe('1 environment: 1 with an older template, 1 with conflicts, 0 taken');
    expect(everything()).toEqual(before);
  });

  test('a version that this toolkit does not know', async () => {
    edit('environment.yaml', (text) => text.replace('  version: 1', '  version: 7'));
    const { code, err } = await upgraded(false);
    expect([code, err[0]?.split(' ')[0]]).toEqual([3, 'UPGRADE_TEMPLATE']);
  });

  test('what would not be a valid cloud', async () => {
    const before = everything();
    const broken: Templates = { 1: first, 2: (props) => ({ ...first(props), 'pools.yaml': 'extranet: {}\n' }) };
    const { code } = await upgraded(true, broken);
    expect(code).toBe(3);
    expect(everything()).toEqual(before);
  });
});

test('a cloud of the latest template, and one without a record, have nothing to take', async () => {
  expect((await upgraded(true, templates)).out).toEqual([
    '1 environment: 0 with an older template, 0 with conflicts, 0 taken',
  ]);
  edit('environment.yaml', (text) => text.slice(0, text.indexOf('template:')));
  expect((await upgraded(true)).out).toEqual(['1 environment: 0 with an older template, 0 with conflicts, 0 taken']);
  const { code, out } = await run(['upgrade', '--environments', country.root]);
  expect([code, out]).toEqual([0, ['3 environments: 0 with an older template, 0 with conflicts, 0 taken']]);
});

test('it shows what would change, and changes nothing', async () => {
  const before = everything();
  const { code, out } = await upgraded(false);
  expect(code).toBe(0);
  expect(out[0]).toBe(`${ID}: 1 → 2`);
  expect(out.filter((line) => /^ {2}\S/.test(line))).toEqual([
    '  environment.yaml: changed',
    '  pools.yaml: changed',
    '  waivers.yaml: new',
  ]);
  expect(out).toContain('    -   version: 1');
  expect(out).toContain('    +   version: 2');
  expect(everything()).toEqual(before);
});

test('taken, hand edits elsewhere are kept, and again there is nothing to take', async () => {
  edit('environment.yaml', (text) => text.replace('provider: unicom', 'provider: telecom'));
  edit('planes.yaml', (text) => `# Ours.\n${text}`);
  const { code, out } = await upgraded(true);
  expect(code).toBe(0);
  expect(out.at(-1)).toBe('1 environment: 1 with an older template, 0 with conflicts, 1 taken');
  expect(readFileSync(path('environment.yaml'), 'utf8')).toMatch(/provider: telecom[\s\S]*version: 2/);
  expect(readFileSync(path('planes.yaml'), 'utf8')).toMatch(/^# Ours\.\n/);
  expect(readFileSync(path('pools.yaml'), 'utf8')).toMatch(/hosts: 9/);
  expect((await upgraded(true)).out).toHaveLength(1);
});
