import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewTask } from '../../../../cli/fleet/review-task';
import { packageRoot } from '../../../../environments/package-root';
import { writeCountry } from '../../../../tools/bench/country';
import { testContext } from '../../../support/test-context';

const SHIPPED = join(packageRoot(), 'environments');
const scratch = mkdtempSync(join(tmpdir(), 'egov-review-task-'));
const [base, head] = [join(scratch, 'base/environments'), join(scratch, 'head/environments')];
/** The fourth, eighth and twelfth county have their addresses in the same order of texts. */
let alike: readonly string[] = [];

beforeAll(() => {
  for (const root of [base, head]) {
    for (const part of ['profiles', 'catalogue', 'defaults.yaml'])
      cpSync(join(SHIPPED, part), join(root, part), { recursive: true });
    alike = writeCountry(SHIPPED, root, 12).filter((_, index) => index % 4 === 3);
  }
  const profile = join(head, 'profiles/county.yaml');
  const text = readFileSync(profile, 'utf8');
  writeFileSync(
    profile,
    text.replace('data: { kind: I-DATA, prefix: 24 }', '$&\n    lab: { kind: I-DATA, prefix: 27 }'),
  );
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** How many of the three are told from another. */
async function told(whole: boolean, folder: string, asOf: string): Promise<readonly (number | undefined)[]> {
  const context = testContext({ folder, environments: head });
  const made: (number | undefined)[] = [];
  for (const id of alike) {
    const base_ = { environments: base, id };
    const { counts } = await reviewTask(
      { operation: 'review', id, environments: head, folder, asOf, base: base_, whole },
      context,
    );
    expect(counts['changes']).toBe(1);
    made.push(counts['alike']);
  }
  return made;
}

test('the third of a kind is told from the others', async () => {
  expect(await told(false, scratch, '2026-11-26')).toEqual([0, 0, 1]);
});

test('none is where every one is asked for whole', async () => {
  expect(await told(true, scratch, '2026-11-27')).toEqual([0, 0, 0]);
});

test('none is where the repository has policies of its own', async () => {
  const folder = mkdtempSync(join(scratch, 'own-'));
  const policy = `{
    id: 'GX-NOTHING', title: { en: 'Nothing', zh: '无' }, standard: 'GX 2026', severity: 'high', scope: 'resources',
    why: { en: 'Why.', zh: '原因。' }, fix: { en: 'repair', zh: '修复' }, check: () => ({ looked: [], found: [] }),
  }`;
  writeFileSync(join(folder, 'egov.config.js'), `module.exports = { policies: [${policy}] };\n`);
  expect(await told(false, folder, '2026-11-28')).toEqual([0, 0, 0]);
});
