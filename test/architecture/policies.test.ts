import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { policies } from '../../policies/packs';

const root = join(__dirname, '../..');
/** Folders of the room that hold something else. */
const OTHER = ['evidence', 'report', 'waivers'];

const folders = readdirSync(join(root, 'policies'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !OTHER.includes(entry.name))
  .map((entry) => entry.name);

/** Files that export a policy, by their pack. */
function policyFiles(pack: string): string[] {
  const files = readdirSync(join(root, 'policies', pack)).filter((name) => name.endsWith('.ts'));
  return files.filter((name) => {
    const exported = Object.values(require(join(root, 'policies', pack, name)) as object);
    return exported.some((one) => policies.includes(one as never));
  });
}

test.each(folders)('every policy file of %s is in its list, and bears its id', (pack) => {
  const names = policyFiles(pack).map((name) => name.slice(0, -'.ts'.length));
  const listed = readdirSync(join(root, 'policies', pack)).map((name) => name.slice(0, -'.ts'.length));
  const others = [
    'control',
    'control-basis',
    'control-points',
    'control-table',
    'manual-reasons',
    'ipv6-plan',
    `${pack}-policies`,
  ];
  expect(listed.filter((name) => !names.includes(name) && !others.includes(name))).toEqual([]);
});

test('ids are unique, in capitals, and the name of their file', () => {
  const ids = policies.map((one) => one.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(id))).toEqual([]);
  const files = new Set(folders.flatMap((pack) => policyFiles(pack)));
  expect(ids.filter((id) => !files.has(`${id.toLowerCase()}.ts`))).toEqual([]);
});

test('every policy speaks both languages', () => {
  for (const { id, title, why, fix } of policies)
    for (const one of [title, why, fix]) {
      expect([id, one.en]).toEqual([id, expect.stringMatching(/^\P{Script=Han}+$/u)]);
      expect([id, one.zh]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
    }
});

test('every policy has a test of its own', () => {
  const missing = folders.flatMap((pack) => {
    const tests = readdirSync(join(root, 'test/unit/policies', pack));
    return policyFiles(pack).filter((name) => !tests.includes(name.replace(/\.ts$/, '.test.ts')));
  });
  expect(missing).toEqual([]);
});
