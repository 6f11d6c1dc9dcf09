import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { ledgerSeal } from '../../../../model/ledger-seal';
import { run, workingFolder } from '../command-line';

const FILE = 'environments/suizhou/addresses.lock.yaml';

function fresh(): string {
  const folder = workingFolder('suizhou');
  rmSync(join(folder, FILE), { force: true });
  return folder;
}

test('--check says what is not recorded, ends with 3 and writes nothing', async () => {
  const folder = fresh();
  const { code, out, err } = await run('addresses record suizhou --check', { folder });
  expect({ code, out }).toEqual({ code: 3, out: [] });
  expect(err[0]).toBe(`ADDRESSES_UNRECORDED ${FILE}:1:1`);
  expect(err[1]).toMatch(/^ {2}\d+ allocations are not recorded: address .* and \d+ more$/);
  expect(err[2]).toBe('  fix: run egov addresses record suizhou and commit the file');
  expect(() => readFileSync(join(folder, FILE))).toThrow('ENOENT');
});

test('where it cannot be written it says so, and leaves no draft', async () => {
  const folder = fresh();
  mkdirSync(join(folder, FILE, 'in-the-way'), { recursive: true });
  const { code, err } = await run('addresses record suizhou', { folder });
  expect({ code, kind: err[0]?.split(' ')[0] }).toEqual({ code: 3, kind: 'FILE_UNREADABLE' });
});

test('the ledger holds what was allocated, and reading it again allocates the same', async () => {
  const folder = fresh();
  const before = designEnvironment(readEnvironment(join(folder, 'environments'), 'suizhou'));
  const { code, out } = await run('addresses record suizhou', { folder });
  expect({ code, out }).toEqual({
    code: 0,
    out: [expect.stringMatching(/^environments\/suizhou\/addresses\.lock\.yaml: \d+ allocations recorded$/)],
  });
  const text = readFileSync(join(folder, FILE), 'utf8');
  expect(text.split('\n').slice(0, 4)).toEqual([
    '# yaml-language-server: $schema=../schema/addresses.schema.json',
    '# Written by egov. Append-only: what stands here never moves and is never given away again.',
    'version: 2',
    'blocks:',
  ]);
  const environment = readEnvironment(join(folder, 'environments'), 'suizhou');
  expect(environment.values.ledger).toEqual({ version: 2, ...before.ledger, seal: ledgerSeal(before.ledger) });
  expect(JSON.stringify(designEnvironment(environment).ledger)).toBe(JSON.stringify(before.ledger));
  expect((await run('addresses record suizhou --check', { folder })).out).toEqual([`${FILE} is complete`]);
});

test('a second run changes no byte; a department that leaves keeps its lines', async () => {
  const folder = fresh();
  await run('addresses record suizhou', { folder });
  const first = readFileSync(join(folder, FILE), 'utf8');
  expect((await run('addresses record suizhou', { folder })).out).toEqual([`${FILE} is complete`]);
  rmSync(join(folder, 'environments/suizhou/tenants/culture-tourism.yaml'));
  await run('addresses record suizhou', { folder });
  expect(readFileSync(join(folder, FILE), 'utf8')).toBe(first);
});

test('only what came is added', async () => {
  const folder = fresh();
  const tenant = join(folder, 'environments/suizhou/tenants/culture-tourism.yaml');
  const text = readFileSync(tenant, 'utf8');
  rmSync(tenant);
  await run('addresses record suizhou', { folder });
  const before = readFileSync(join(folder, FILE), 'utf8').split('\n');
  writeFileSync(tenant, text);
  const { out } = await run('addresses record suizhou --json', { folder });
  const { added } = JSON.parse(out.join('\n')) as { added: string[] };
  const after = readFileSync(join(folder, FILE), 'utf8').split('\n');
  expect(before.filter((line) => !after.includes(line))).toEqual([expect.stringMatching(/^seal: /)]);
  expect(added.length).toBe(after.length - before.length);
  expect(added.every((owner) => owner.includes('culture-tourism'))).toBe(true);
});

test('a line that somebody edited is seen, and so is a file that is cut off', async () => {
  const folder = fresh();
  await run('addresses record suizhou', { folder });
  const path = join(folder, FILE);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/^ {2}network .*\n/m, ''));
  const edited = await run('validate suizhou', { folder });
  expect({ code: edited.code, first: edited.err[0] }).toEqual({
    code: 3,
    first: expect.stringMatching(/^LEDGER_EDITED environments\/suizhou\/addresses\.lock\.yaml:\d+:7$/),
  });
  writeFileSync(path, text.replace(/^seal: .*\n/m, ''));
  expect((await run('validate suizhou', { folder })).err[0]).toMatch(/^LEDGER_TRUNCATED environments\/suizhou\//);
});
