import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, workingFolder } from '../command-line';

const folder = workingFolder('suizhou', 'defaults.yaml', 'profiles', 'catalogue');
const out = join(folder, 'evidence');

function files(at: string, below = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(join(at, below), { withFileTypes: true }).flatMap((one) => {
      const path = join(below, one.name);
      return one.isDirectory() ? Object.entries(files(at, path)) : [[path, readFileSync(join(at, path), 'utf8')]];
    }),
  );
}

const write = (words = '') => run(`evidence suizhou --level 2 -o evidence --as-of 2026-11-25 ${words}`, { folder });

let first: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  const { code, err } = await write();
  expect([code, err]).toEqual([0, []]);
  first = files(out);
});

test('a folder with anything else in it is left alone', async () => {
  mkdirSync(join(folder, 'letters'));
  writeFileSync(join(folder, 'letters/a.txt'), 'mine');
  const { code, err } = await run('evidence suizhou -o letters', { folder });
  expect([code, err[0], readdirSync(join(folder, 'letters'))]).toEqual([3, 'EVIDENCE_FOLDER letters', ['a.txt']]);
});

test('a second run gives the same bytes', async () => {
  await write();
  expect(files(out)).toEqual(first);
});

test('every link of the pages leads to a file', () => {
  const links = ['index.html', 'index.en.html', 'evidence.md', 'evidence.en.md'].flatMap((page) => {
    const found = [...(first[page] ?? '').matchAll(/href="([^"]+)"|\]\(([^)]+)\)/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect(found.length).toBeGreaterThan(50);
    return found;
  });
  expect(links.filter((link) => !existsSync(join(out, link ?? '')))).toEqual([]);
  const records = Object.entries(first).filter(([path]) => path.startsWith('rules/'));
  const proofs = records.flatMap(([path, text]) => {
    const { proof } = JSON.parse(text);
    return proof === undefined ? [] : [join(dirname(path), proof)];
  });
  expect(proofs.filter((path) => !existsSync(join(out, path)))).toEqual([]);
});

interface Clause {
  readonly clause: string;
  readonly status: string;
  readonly controls: readonly {
    readonly status: string;
    readonly rules: readonly { readonly status: string; readonly looked: number; readonly file: string }[];
  }[];
}

test('no clause is met without a rule that looked at something, and a record of it', () => {
  const { clauses } = JSON.parse(first['evidence.json'] ?? '') as { clauses: readonly Clause[] };
  const met = clauses.filter((one) => one.status === 'pass');
  expect(clauses.length).toBe(73);
  expect(met.length).toBeGreaterThan(20);
  for (const { controls } of met) {
    const rules = controls.flatMap((one) => one.rules).filter((one) => one.status === 'pass');
    expect(rules.length).toBeGreaterThan(0);
    for (const { looked, file } of rules) {
      expect(looked).toBeGreaterThan(0);
      expect(JSON.parse(first[file] ?? '').looked).toHaveLength(looked);
    }
  }
});

test('no score is printed', () => {
  const words = Object.values(first).join('\n');
  expect(words).not.toMatch(/score:|得分[:：]|\d分|优\/良|compliance rate|符合率/);
});

test('the pages are in both languages and print by themselves', () => {
  expect(first['index.html']).toContain('<html lang="zh-CN">');
  expect(first['index.en.html']).toContain('<html lang="en">');
  for (const page of ['index.html', 'index.en.html']) {
    expect(first[page]).toContain('@media print');
    expect(first[page]).not.toMatch(/<script|<link|https?:/);
  }
});

test('the spreadsheet has one row for each control of each clause', () => {
  const { clauses } = JSON.parse(first['evidence.json'] ?? '') as { clauses: readonly Clause[] };
  const rows = (first['evidence.csv'] ?? '').trimEnd().split('\r\n');
  expect(rows.length - 1).toBe(clauses.reduce((sum, one) => sum + one.controls.length, 0));
  expect(rows[0]?.startsWith('\ufeffclause,point,control')).toBe(true);
});

test('a level above that of the platform is said, on the way and in the folder', async () => {
  const { code, err } = await run('evidence suizhou --level 3 -o above --as-of 2026-11-25', { folder });
  const words =
    'level 3; the platform is of level 2, so only systems of level 3 or higher are looked at, and not the platform';
  expect([code, err]).toEqual([0, [`suizhou: ${words}`]]);
  const above = files(join(folder, 'above'));
  expect(above['evidence.en.md']).toContain(`* Level: ${words.replace('level 3;', '3;')}\n`);
  expect(above['index.html']).toContain('3；平台为 2 级');
  const { level, platformLevel } = JSON.parse(above['evidence.json'] ?? '') as { level: number; platformLevel: number };
  expect([level, platformLevel]).toEqual([3, 2]);
});
