import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Problem, ProblemsError } from '../../../model/problem';
import { designHash, readSynthesis, synthesise } from '../../../stacks/synthesise';
import { design, tenant } from '../../support/design-fixture';

const small = design([]);
const large = design([tenant('finance', 5)]);
/** A number that no process of this machine has. */
const NOBODY = 2 ** 22 + 1;

let out: string;
beforeEach(() => {
  out = fs.mkdtempSync(join(tmpdir(), 'egov-synthesis-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  fs.rmSync(out, { recursive: true });
});

const read = (...path: string[]) => fs.readFileSync(join(out, ...path), 'utf8');
const write = (text: string, ...path: string[]) => {
  fs.mkdirSync(join(out, ...path.slice(0, -1)), { recursive: true });
  fs.writeFileSync(join(out, ...path), text);
};

function problemOf(work: () => unknown): Problem | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems[0];
    throw error;
  }
  throw new Error('no problem was reported');
}

test('a synthesis is a folder for each stack, and a manifest', () => {
  const { stacks, manifest, emitted } = synthesise(large, out);
  expect(stacks).toBe(join(out, 'stacks'));
  expect(fs.readdirSync(out)).toEqual(['stacks']);
  expect(fs.readdirSync(stacks)).toEqual(['foundation', 'gap', 'manifest.json', 'planes', 'tenant-finance']);
  expect(JSON.parse(read('stacks', 'gap', 'cdk.tf.json'))).toEqual(emitted[2]?.definition);
  expect(readSynthesis(out)).toEqual(manifest);
});

test('the manifest says what was made of what, in order', () => {
  const { manifest, emitted } = synthesise(large, out);
  const { stacks, ...about } = manifest;
  const egov = JSON.parse(fs.readFileSync('package.json', 'utf8')).version;
  expect(about).toEqual({ format: 1, egov, environment: 'hebei', input: designHash(large) });
  expect(stacks.map(({ name, resources, after }) => [name, resources, after])).toEqual([
    ['foundation', 3, []],
    ['planes', 85, ['foundation']],
    ['gap', 4, ['planes']],
    ['tenant-finance', 54, ['foundation', 'planes']],
  ]);
  expect(stacks[2]).toEqual({
    name: 'gap',
    kind: 'gap',
    site: 'main',
    region: 'RegionOne',
    after: ['planes'],
    resources: 4,
    inputs: emitted[2]?.inputs,
    places: emitted[2]?.places,
  });
});

test('another design has another hash', () => expect(designHash(small)).not.toBe(designHash(large)));

test('nothing lies where no synthesis was written', () => {
  expect(readSynthesis(out)).toBeUndefined();
  expect(readSynthesis(join(out, 'none'))).toBeUndefined();
});

test('the next synthesis replaces the stacks, and keeps states and what OpenTofu has fetched', () => {
  synthesise(large, out);
  write('state', 'state', 'gap.tfstate');
  write('lock', 'stacks', 'gap', '.terraform.lock.hcl');
  write('plugin', 'stacks', 'gap', '.terraform', 'plugin');
  write('stale', 'stacks', 'gap', 'egov.tfplan');
  synthesise(small, out);
  expect(fs.readdirSync(out).sort()).toEqual(['stacks', 'state']);
  expect(fs.readdirSync(join(out, 'stacks'))).toEqual(['foundation', 'gap', 'manifest.json', 'planes']);
  expect(fs.readdirSync(join(out, 'stacks', 'gap'))).toEqual(['.terraform', '.terraform.lock.hcl', 'cdk.tf.json']);
  expect(read('state', 'gap.tfstate')).toBe('state');
  expect(read('stacks', 'gap', '.terraform', 'plugin')).toBe('plugin');
});

test.each(['ENOSPC', 'EDQUOT'])('a full disk (%s) leaves the synthesis before it, and no rest', (code) => {
  const { manifest } = synthesise(small, out);
  const before = fs.readdirSync(join(out, 'stacks'), { recursive: true });
  let writes = 0;
  const real = fs.writeFileSync;
  jest.spyOn(fs, 'writeFileSync').mockImplementation((file, ...rest) => {
    writes += 1;
    if (writes === 3) throw Object.assign(new Error(`${code}: no space left`), { code, path: file });
    real(file, ...rest);
  });
  const problem = problemOf(() => synthesise(large, out));
  expect(problem?.code).toBe('SYNTHESIS_DISK_FULL');
  expect(problem?.at).toBe(out);
  expect(problem?.message.en).toMatch(/^no space left to write .*\/gap\/cdk\.tf\.json$/);
  expect(fs.readdirSync(out)).toEqual(['stacks']);
  expect(fs.readdirSync(join(out, 'stacks'), { recursive: true })).toEqual(before);
  expect(readSynthesis(out)).toEqual(manifest);
});

test('a folder that may not be written is a problem with the reason of the system', () => {
  jest.spyOn(fs, 'mkdirSync').mockImplementation(() => {
    throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  });
  const problem = problemOf(() => synthesise(small, out));
  expect([problem?.code, problem?.message.en]).toEqual([
    'SYNTHESIS_DENIED',
    'cannot be written: EACCES: permission denied',
  ]);
});

test('a rename that fails in the middle puts the synthesis before it back', () => {
  const { manifest } = synthesise(small, out);
  const real = fs.renameSync;
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    if (`${from}`.includes('.draft-')) throw Object.assign(new Error('EROFS: read-only'), { code: 'EROFS' });
    real(from, to);
  });
  expect(problemOf(() => synthesise(large, out))?.code).toBe('SYNTHESIS_DENIED');
  expect(fs.readdirSync(out)).toEqual(['stacks']);
  expect(readSynthesis(out)).toEqual(manifest);
});

test('an error of another kind is ours, and is thrown as it is', () => {
  jest.spyOn(fs, 'writeFileSync').mockImplementation(() => {
    throw new TypeError('defect');
  });
  expect(() => synthesise(small, out)).toThrow(new TypeError('defect'));
  expect(fs.readdirSync(out)).toEqual([]);
});

test.each([
  ['files of somebody else', ['stacks', 'thesis.txt'], 'stacks', 'the folder holds something that no synthesis wrote'],
  [
    'a manifest of another kind',
    ['stacks', 'manifest.json'],
    'stacks',
    'the folder holds something that no synthesis wrote',
  ],
])('%s are not replaced', (_what, path, at, reason) => {
  write('{"stacks":{}}', ...path);
  const problem = problemOf(() => synthesise(small, out));
  expect([problem?.code, problem?.at, problem?.message.en]).toEqual(['SYNTHESIS_FOLDER', join(out, at), reason]);
  expect(read(...path)).toBe('{"stacks":{}}');
});

test('a file in place of the folder is a problem', () => {
  write('text', 'file');
  expect(problemOf(() => synthesise(small, join(out, 'file')))).toMatchObject({ code: 'SYNTHESIS_FOLDER' });
  expect(problemOf(() => synthesise(small, join(out, 'file', 'below')))).toMatchObject({ code: 'SYNTHESIS_FOLDER' });
  expect(read('file')).toBe('text');
});

test('an empty folder may be used', () => {
  fs.mkdirSync(join(out, 'stacks'));
  synthesise(small, out);
  expect(readSynthesis(out)?.environment).toBe('hebei');
});

test('what an interrupted synthesis left is removed', () => {
  write('half', `.stacks.draft-${NOBODY}`, 'planes', 'cdk.tf.json');
  synthesise(small, out);
  expect(fs.readdirSync(out)).toEqual(['stacks']);
});

test('a synthesis that was interrupted between its two renames is taken back', () => {
  const { manifest } = synthesise(small, out);
  fs.renameSync(join(out, 'stacks'), join(out, `.stacks.previous-${NOBODY}`));
  expect(readSynthesis(out)).toEqual(manifest);
  expect(fs.readdirSync(out)).toEqual(['stacks']);
});

test('the draft of a process that is still at work is left alone', () => {
  write('half', `.stacks.draft-${process.ppid}`, 'x');
  synthesise(small, out);
  expect(fs.readdirSync(out)).toEqual([`.stacks.draft-${process.ppid}`, 'stacks']);
});
