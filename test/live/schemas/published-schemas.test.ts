import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { reviewSarif } from '../../../review/review-sarif';
import { describeWithEngine, required } from '../../support/engines';
import { randomChanges, reviewOf } from '../../support/random-review';
import { run } from '../../unit/cli/command-line';

jest.setTimeout(900_000);

const scratch = mkdtempSync(join(tmpdir(), 'egov-schemas-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
/** A county, a city and a province. */
const ENVIRONMENTS = ['guangxi/liuzhou/liucheng', 'suizhou', 'qinghai'];

/**
 * Of dialects that ajv does not know the own names and the formats are left out. SARIF has patterns that are none for
 * Unicode, OSCAL has some that are none without it.
 */
function compiled(
  { $schema: _, id: __, ...schema }: Record<string, unknown>,
  unicodeRegExp: boolean,
): ValidateFunction {
  const options = { strict: false, validateFormats: false, unicodeRegExp, allErrors: true };
  return new Ajv(options).compile(schema);
}

function faults(schema: ValidateFunction, document: unknown): string[] {
  return schema(document) ? [] : (schema.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

describeWithEngine('go', 'OSCAL assessment-results, by the schema of NIST', () => {
  let schema: ValidateFunction;
  beforeAll(() => {
    // The module carries NIST's schemas as they were published.
    writeFileSync(join(scratch, 'go.mod'), 'module schemas\n\ngo 1.24\n');
    const args = ['mod', 'download', '-json', 'github.com/defenseunicorns/go-oscal@v0.7.0'];
    const { Dir } = JSON.parse(execFileSync('go', args, { cwd: scratch, encoding: 'utf8' })) as { Dir: string };
    const file = join(Dir, 'src/internal/schemas/oscal_complete_schema-1-1-2.json');
    const { $id: _, ...published } = JSON.parse(readFileSync(file, 'utf8'));
    schema = compiled(published, true);
  });

  test.each(ENVIRONMENTS)('%s', async (id) => {
    const out = join(scratch, id);
    await run(`evidence ${id} -o ${out} --as-of 2026-11-25`);
    const document = JSON.parse(readFileSync(join(out, 'assessment-results.json'), 'utf8'));
    expect(faults(schema, document)).toEqual([]);
  });

  test('the schema is one that can fail', () => {
    expect(faults(schema, { 'assessment-results': { uuid: 'x' } }).length).toBeGreaterThan(0);
  });
});

const reason = required('package') ? '' : ' (skipped: EGOV_REQUIRE does not list package)';

(required('package') ? describe : describe.skip)(`SARIF, by the schema of OASIS${reason}`, () => {
  let schema: ValidateFunction;
  beforeAll(() => {
    const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
    const folder = join(cache, 'egov/test/jest-sarif-1.0.0-beta.0');
    const file = join(folder, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    if (!existsSync(file)) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      const args = ['install', '--no-save', '--ignore-scripts', '@microsoft/jest-sarif@1.0.0-beta.0'];
      execFileSync('npm', args, { cwd: folder });
    }
    schema = compiled(JSON.parse(readFileSync(file, 'utf8')), false);
  });

  test.each(ENVIRONMENTS)('egov check %s', async (id) => {
    const { out } = await run(`check ${id} --format sarif --as-of 2026-11-25`);
    expect(faults(schema, JSON.parse(out.join('\n')))).toEqual([]);
  });

  test('egov review of random changes, whatever things are called', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const document: unknown = JSON.parse(JSON.stringify(reviewSarif(reviewOf(randomChanges(seed, 100)), '0.1.0')));
      expect(faults(schema, document)).toEqual([]);
    }
  });

  test('the schema is one that can fail', () => {
    expect(faults(schema, { version: '2.1.0', runs: [{ results: [{}] }] }).length).toBeGreaterThan(0);
  });
});
