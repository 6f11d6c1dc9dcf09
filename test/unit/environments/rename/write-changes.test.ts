import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeChanges } from '../../../../environments/rename/write-changes';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egov-write-'));
  mkdirSync(join(folder, 'tenants'));
  writeFileSync(join(folder, 'tenants/a.yaml'), 'old a');
  writeFileSync(join(folder, 'flows.yaml'), 'old flows');
});
afterEach(() => rmSync(folder, { recursive: true }));

const flows = { file: 'flows.yaml', becomes: 'flows.yaml', before: 'old flows', after: 'new flows' };
const tenant = { file: 'tenants/a.yaml', becomes: 'tenants/b.yaml', before: 'old a', after: 'new b' };
const all = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => [one.name, readFileSync(join(one.parentPath, one.name), 'utf8')]),
  );

test('where one of them cannot be replaced, all are as they were', () => {
  mkdirSync(join(folder, 'moved.yaml/in-the-way'), { recursive: true });
  const moved = { file: 'moved.yaml', becomes: 'moved.yaml', before: undefined, after: 'moved' };
  expect(() => writeChanges(folder, [flows, tenant, moved])).toThrow('RENAME_DENIED moved.yaml');
  expect(all()).toEqual({ 'flows.yaml': 'old flows', 'a.yaml': 'old a' });
});

test('what is written is there whole, under its new name', () => {
  writeChanges(folder, [flows, tenant]);
  expect(all()).toEqual({ 'flows.yaml': 'new flows', 'b.yaml': 'new b' });
});
