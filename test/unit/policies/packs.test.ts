import { basename, dirname } from 'node:path';
import { controls } from '../../../policies/mlps/control';
import { manualReasons } from '../../../policies/mlps/manual-reasons';
import { packs, policies } from '../../../policies/packs';
import type { Policy } from '../../../policies/policy';
import { everyWeakness } from '../../../tools/weaknesses/every-weakness';
import { filesBelow } from '../../support/repository-files';

const ids = policies.map((one) => one.id);

/** Files that hold a policy: `policies/<pack>/<id in lower case>.ts`, told by what they export. */
const files = filesBelow().filter((path) => /^policies\/[a-z0-9-]+\/[a-z0-9-]+\.ts$/.test(path));

function policiesIn(path: string): Policy[] {
  const exported: unknown[] = Object.values(require(`../../../${path}`));
  return exported.filter((one): one is Policy => typeof (one as Policy | undefined)?.check === 'function');
}

test('a policy has one file, named after its id', () => {
  const found = files.flatMap((path) => policiesIn(path).map(({ id }) => ({ file: basename(path, '.ts'), id })));
  expect(found.filter(({ file, id }) => file !== id.toLowerCase())).toEqual([]);
  expect(found.length).toBe(policies.length);
});

test('every file of a policy is in a pack, and no id is there twice', () => {
  const found = files.flatMap((path) => policiesIn(path).map(({ id }) => id));
  expect([...found].sort()).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('there are at least sixty, in the packs that were asked for', () => {
  expect(policies.length).toBeGreaterThanOrEqual(60);
  const folders = [
    ...new Set(files.filter((path) => policiesIn(path).length > 0).map((path) => basename(dirname(path)))),
  ];
  expect(Object.keys(packs).sort()).toEqual(
    ['mlps-2', 'mlps-3', 'mlps-4', ...folders.filter((one) => one !== 'mlps')].sort(),
  );
});

test('every row of the control table has a policy, or says why a person must look', () => {
  const answered = new Set(policies.flatMap((one) => one.controls));
  const open = [...controls.values()].filter(({ code }) => !answered.has(code) && manualReasons[code] === undefined);
  expect(open.map((one) => one.code)).toEqual([]);
});

test('every row that is decided on definitions has a policy', () => {
  const answered = new Set(policies.flatMap((one) => one.controls));
  const missing = [...controls.values()].filter(({ code, mode }) => mode === 'E' && !answered.has(code));
  expect(missing.map((one) => one.code)).toEqual([]);
});

test('what a policy answers is in the control table', () => {
  expect(policies.flatMap((one) => one.controls).filter((code) => !controls.has(code))).toEqual([]);
});

test('every policy has words in both languages', () => {
  const silent = policies.filter(({ title, why, fix }) =>
    [title, why, fix].some(({ en, zh }) => !en || !/[\u4e00-\u9fff]/.test(zh)),
  );
  expect(silent.map((one) => one.id)).toEqual([]);
});

test('a weakness names policies that there are', () => {
  expect(everyWeakness.flatMap((one) => one.policies).filter((id) => !ids.includes(id))).toEqual([]);
});
