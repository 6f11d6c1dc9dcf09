import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explanations } from '../../../../cli/commands/explain';
import { packageRoot } from '../../../../environments/package-root';
import { run } from '../command-line';

test('a code that does not exist is named with the one that was meant', async () => {
  expect(await run('explain NET_OVERLP')).toEqual({
    code: 64,
    out: [],
    err: ['USAGE_NAME egov explain', '  there is no code NET_OVERLP', '  fix: did you mean NET_OVERLAP?'],
  });
  expect((await run('explain something-else')).err[2]).toBe('  fix: egov explain lists them');
});

test.each([
  ['f13', 'F13 · row of the flow matrix', 'E-DEPT → E-DEPT: denied;'],
  ['INV-1', 'INV-1 · invariant', 'no path leads from the internet plane'],
  ['e-dept', 'E-DEPT · kind of zone', 'Department business: extranet plane, trust 3;'],
  ['YAML_TAB', 'YAML_TAB · problem', 'YAML 1.2 §6.1: tabs never indent.'],
])('explain %s says what it is and why, in both languages', async (code, title, words) => {
  const { out, err } = await run(`explain ${code}`);
  expect({ lines: out.length, title: out[0], err }).toEqual({ lines: 3, title, err: [] });
  expect(out[1]?.trim().startsWith(words)).toBe(true);
  expect(out[2]).toMatch(/[\u4e00-\u9fff]/);
});

test('no code is used twice, and every code that a source declares can be explained', async () => {
  const folders = ['model/problems', 'cli'].map((folder) => join(packageRoot(), folder));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  );
  const declared = sources.flatMap((text) =>
    Array.from(text.matchAll(/new ProblemKind<[\s\S]*?\bcode: '([A-Z_]+)'/g), ([, code]) => code),
  );
  const codes = explanations().map(({ code }) => code);
  expect(declared.length).toBeGreaterThan(80);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(declared));
});

test('without a code it lists all of them, one line each', async () => {
  const { out } = await run('explain');
  expect(out).toHaveLength(explanations().length);
  const { out: json } = await run('explain --json');
  expect(JSON.parse(json.join('\n'))).toEqual(explanations());
});
