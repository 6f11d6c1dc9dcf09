import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLocalState } from '../../../deployment/stack-state';
import { ProblemsError } from '../../../model/problem';
import { temporaryFolder } from '../../support/engines-fake';

const folder = temporaryFolder();
const file = join(folder, 'planes.tfstate');
const state = (more: object = {}) =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.12.6',
    serial: 3,
    lineage: 'l-1',
    outputs: {},
    resources: [],
    ...more,
  });

function codesOf(content: string): string[] {
  writeFileSync(file, content);
  try {
    readLocalState(file, '1.12.6');
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

test.each([
  ['half of a state', state().slice(0, 40)],
  ['another JSON', '{"lineage": 1}'],
  ['a list', '[]'],
])('%s is refused', (_, content) => {
  expect(codesOf(content)).toEqual(['STATE_DAMAGED']);
});

test('an empty file is a state that was never written, unless there is one from before', () => {
  expect(codesOf('')).toEqual([]);
  writeFileSync(`${file}.backup`, state());
  expect(codesOf('')).toEqual(['STATE_DAMAGED']);
});

test('the repair names the backup where that is a state', () => {
  writeFileSync(`${file}.backup`, state());
  writeFileSync(file, '{');
  expect(() => readLocalState(file, '1.12.6')).toThrow(`cp ${file}.backup over it`);
});

test.each([
  ['1.13.0', ['STATE_NEWER']],
  ['1.12.7', ['STATE_NEWER']],
  ['1.12.6', []],
  ['1.9.10', []],
])('a state of OpenTofu %s, read with 1.12.6', (version, codes) => {
  expect(codesOf(state({ terraform_version: version }))).toEqual(codes);
});

test('a state of a later format is newer, not damaged', () => {
  expect(codesOf(state({ version: 5 }))).toEqual(['STATE_NEWER']);
});

test('a state that nobody wrote yet is empty, an encrypted one is not read here', () => {
  expect(readLocalState(join(folder, 'none.tfstate'), '1.12.6').state?.serial).toBe(0);
  writeFileSync(file, JSON.stringify({ encrypted_data: 'aGVsbG8=', lineage: 'l', serial: 1 }));
  expect(readLocalState(file, '1.12.6')).toEqual({ state: undefined });
});

test('managed resources by address, tainted ones marked; data and deposed objects are none', () => {
  const instances = (more: object) => [{ attributes: { id: 'id-1' }, ...more }];
  const resources = [
    { mode: 'managed', type: 'x', name: 'a', instances: instances({ status: 'tainted' }) },
    { mode: 'data', type: 'x', name: 'b', instances: instances({}) },
    { mode: 'managed', type: 'x', name: 'c', instances: instances({ deposed: '1' }) },
  ];
  writeFileSync(file, state({ resources, outputs: { network: { value: 'id-9' } } }));
  const read = readLocalState(file, '1.12.6').state;
  expect([...(read?.resources ?? [])]).toEqual([
    ['x.a', { address: 'x.a', type: 'x', id: 'id-1', tainted: true, attributes: { id: 'id-1' } }],
  ]);
  expect(read?.outputs).toEqual({ network: 'id-9' });
});
