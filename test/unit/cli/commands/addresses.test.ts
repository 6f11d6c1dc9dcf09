import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ledgerText } from '../../../../environments/ledger-text';
import { readLedger } from '../../../../environments/new/division-above';
import { packageRoot } from '../../../../environments/package-root';
import { Cidr } from '../../../../model/cidr';
import { delegate } from '../../../../model/delegation';
import { run, workingFolder } from '../command-line';

const ABOVE = 'guangxi/liuzhou';
const FILE = `environments/${ABOVE}/addresses.lock.yaml`;
const DRIVER = `${process.execPath} ${join(packageRoot(), 'bin/egov.js')} addresses merge %O %A %B`;

function repository(driver: boolean): { folder: string; git: (...args: string[]) => string } {
  const folder = workingFolder(ABOVE, 'profiles', 'defaults.yaml', 'catalogue');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  if (driver) {
    git('config', 'merge.egov-addresses.driver', DRIVER);
    writeFileSync(join(folder, '.gitattributes'), 'addresses.lock.yaml merge=egov-addresses\n');
  }
  git('add', '-A');
  git('commit', '-qm', 'base');
  return { folder, git };
}

/** Gives a block to a county, on a branch of its own. */
function give(
  folder: string,
  git: (...args: string[]) => string,
  branch: string,
  adcode: string,
  pool = '10.73.0.0/16',
  prefix = 19,
) {
  git('checkout', '-q', '-b', branch, 'main');
  const ledger = readLedger(join(folder, FILE), FILE);
  const pools = { private: [Cidr.of(pool)], extranet: [], internet: [], quarantineDays: 0 };
  const given = delegate(ledger, pools, [{ adcode, use: 'private', family: 4, prefix }], '2026-11-25');
  writeFileSync(join(folder, FILE), ledgerText(ABOVE, given.ledger));
  git('commit', '-qam', branch);
  return given.granted.get(`division ${adcode}/private 4`);
}

const merge = (folder: string, branch: string) =>
  spawnSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', 'merge', '-q', '--no-edit', branch], {
    cwd: folder,
  }).status;

test('tree, free and history say who has what', async () => {
  const { folder } = repository(false);
  expect((await run(`addresses tree ${ABOVE}`, { folder })).out.slice(0, 2)).toEqual([
    'private 10.72.0.0/14 · 6.3 % given',
    '  10.72.0.0/18 450222',
  ]);
  expect((await run(`addresses free ${ABOVE}`, { folder })).out.slice(0, 3)).toEqual([
    'private 10.74.0.0/15',
    'private 10.73.0.0/16',
    'private 10.72.128.0/17',
  ]);
  expect((await run(`addresses history ${ABOVE}`, { folder })).out).toHaveLength(4);
  expect((await run(`addresses check ${ABOVE}`, { folder })).out).toEqual([`${FILE}: 4 blocks, sealed`]);
  expect((await run('addresses tree', { folder })).err[0]).toMatch(/^DELEGATION_NONE /);
});

test('git without the driver leaves a conflict, which is refused, and --repair joins both sides', async () => {
  const { folder, git } = repository(false);
  const one = give(folder, git, 'one', '450223');
  const two = give(folder, git, 'two', '450224');
  expect(merge(folder, 'one')).toBe(1);
  expect((await run(`addresses check ${ABOVE}`, { folder })).err[0]).toMatch(/^LEDGER_CONFLICT /);
  expect((await run(`addresses check ${ABOVE} --repair`, { folder })).out).toEqual([`${FILE}: 6 blocks, sealed`]);
  const text = readFileSync(join(folder, FILE), 'utf8');
  for (const block of [one, two]) expect(text).toContain(`"${block}"`);
});

test('with the driver two branches merge by themselves, and two that clash stay a conflict', async () => {
  const { folder, git } = repository(true);
  give(folder, git, 'one', '450223');
  give(folder, git, 'two', '450224');
  give(folder, git, 'three', '450225', '10.74.0.0/19');
  give(folder, git, 'four', '450226', '10.74.0.0/19');
  expect(merge(folder, 'one')).toBe(0);
  expect(merge(folder, 'two')).toBe(0);
  expect((await run(`addresses check ${ABOVE}`, { folder })).out).toEqual([`${FILE}: 7 blocks, sealed`]);
  expect(merge(folder, 'three')).toBe(1);
});

test('who gives back keeps the lines; a second time changes nothing', async () => {
  const { folder } = repository(false);
  const { code, out } = await run(`addresses release ${ABOVE}/liucheng --as-of 2026-12-01`, { folder });
  expect({ code, first: out[0], count: out.length }).toEqual({
    code: 0,
    first: '2026-12-01 back division 450222/extranet 4 59.220.16.0/26',
    count: 4,
  });
  expect((await run(`addresses release ${ABOVE}/liucheng`, { folder })).out).toEqual(['nothing changed']);
  expect((await run(`addresses check ${ABOVE}`, { folder })).code).toBe(0);
});

test('a plan that was made by hand is adopted where its blocks lie in the pools, or have an exception with a reason', async () => {
  const folder = workingFolder(ABOVE, 'profiles', 'defaults.yaml', 'catalogue');
  const above = join(folder, 'environments', ABOVE);
  const write = (text: string) => writeFileSync(join(above, 'delegation.yaml'), text);
  const pools = 'private: ["2001:db8:4520::/44"]\nextranet: [59.220.16.0/26]\ninternet: [198.18.1.0/24]\n';
  writeFileSync(join(above, 'addresses.lock.yaml'), ledgerText(ABOVE, { blocks: {}, segments: {} }));
  const before = readFileSync(join(folder, FILE), 'utf8');
  write(pools);
  const refused = await run(`addresses adopt ${ABOVE}/liucheng --as-of 2026-11-25`, { folder });
  expect({ code: refused.code, err: refused.err.slice(0, 2), same: readFileSync(join(folder, FILE), 'utf8') }).toEqual({
    code: 3,
    err: [
      'DELEGATION_POOL environments/guangxi/liuzhou/delegation.yaml',
      '  10.72.0.0/18 of division 450222/private 4 lies in no pool of private: 2001:db8:4520::/44',
    ],
    same: before,
  });
  write(`${pools}exceptions: { "division 450222/private 4": made by hand in 2019 }\n`);
  const adopted = await run(`addresses adopt ${ABOVE}/liucheng --as-of 2026-11-25`, { folder });
  expect({ code: adopted.code, out: adopted.out }).toEqual({
    code: 0,
    out: [
      '2026-11-25 adopted division 450222/extranet 4 59.220.16.0/26',
      '2026-11-25 adopted division 450222/internet 4 198.18.1.0/26',
      '2026-11-25 adopted division 450222/private 4 10.72.0.0/18',
      '2026-11-25 adopted division 450222/private 6 2001:db8:4522::/50',
    ],
  });
  expect((await run(`addresses tree ${ABOVE}`, { folder })).out.at(-1)).toBe(
    'private outside of the pools: 10.72.0.0/18 450222 · made by hand in 2019',
  );
});
