import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { readEnvironment } from '../../../environments/read-environment';
import { type Problem, ProblemsError } from '../../../model/problem';
import { countyFiles, EnvironmentFolder } from '../../support/environment-folder';

const folder = new EnvironmentFolder();
afterAll(() => folder.remove());

function problemsWith(name: string, content: string): readonly Problem[] {
  folder.write({ [`suixian/${name}`]: content });
  try {
    readEnvironment(folder.root, 'suixian');
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems;
  } finally {
    folder.write({ [`suixian/${name}`]: String(countyFiles[name]) });
  }
}

const file = fc.constantFrom(...Object.keys(countyFiles));
const wrong = fc.constantFrom<unknown>(
  null,
  true,
  -1,
  1.5,
  1e9,
  '',
  'X',
  '../x',
  '10.0.0.5/24',
  [],
  [[]],
  {},
  { 'A b': 1 },
);

/** All paths to a value inside, the shortest first. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}

function replaced(value: unknown, path: readonly string[], by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[step] = replaced(copy[step], rest, by);
  return copy;
}

/** The phrases of zod; ours never start so. */
const ZOD = /Invalid |Too (small|big)|Unrecognized|received /;

test('a damaged value is accepted or named in our words, at a place that exists', () => {
  fc.assert(
    fc.property(file, fc.nat(), wrong, (name, choice, by) => {
      const whole: unknown = parse(String(countyFiles[name]));
      const paths = pathsIn(whole);
      const content = stringify(replaced(whole, paths[choice % paths.length] as readonly string[], by));
      for (const { at, message, fix } of problemsWith(name, content)) {
        expect(`${message.en} ${fix.en} ${message.zh} ${fix.zh}`).not.toMatch(ZOD);
        const [, label, line, column] = /^environments\/(.*):(\d+):(\d+)$/.exec(at) as RegExpExecArray;
        const text = label === `suixian/${name}` ? content : readFileSync(join(folder.root, label as string), 'utf8');
        const row = text.split('\n')[Number(line) - 1];
        expect(Number(column)).toBeLessThanOrEqual((row as string).length + 1);
      }
    }),
    { numRuns: 150 },
  );
});

test('a file that breaks off anywhere never breaks the reader', () => {
  fc.assert(
    fc.property(file, fc.nat(), (name, choice) => {
      const text = String(countyFiles[name]);
      const cut = text.slice(0, choice % text.length);
      expect(problemsWith(name, cut).filter(({ at }) => !at.startsWith('environments/'))).toEqual([]);
    }),
  );
});
