import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeDivision } from '../../cli/new/judge-division';
import { listEnvironments } from '../../environments/environment-list';
import { readEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import { designEnvironment } from '../../model/design/design-environment';
import { profiles } from '../../model/jurisdiction';
import { emitStacks } from '../../stacks/emit-stacks';
import { clusterInputsOf } from '../../stacks/kubernetes/cluster-inputs-of';
import { renderCluster } from '../../stacks/kubernetes/render-cluster';
import { coveringArray } from '../support/covering-array';
import { allCombinations, type Combination, MADE_ON, NewCountry, nameOf } from '../support/division-combinations';
import { type FrozenOutputs, hashOf, replacesLine, unfrozen } from '../support/frozen-outputs';

const ROOT = join(__dirname, '..', '..');
const FILE = join(__dirname, 'frozen-outputs.json');
/** Every three answers stand together in one of these; all 288 combinations take minutes. */
const covering = (some: (one: Combination) => boolean) => coveringArray(allCombinations().filter(some), 3);
const isZone = ({ level }: Combination) => level === 'development-zone';
const combinations = [...covering((one) => !isZone(one)), ...covering(isZone)];

const emitted: Record<string, Record<string, string>> = {};
const countries = new Map<string, NewCountry>();

beforeAll(() => {
  for (const level of profiles) {
    const country = new NewCountry();
    country.writeAbove(level);
    countries.set(level, country);
  }
});

afterAll(() => {
  for (const country of countries.values()) country.remove();
});

async function outputsOf(design: Design): Promise<Record<string, string>> {
  const outputs = Object.fromEntries(emitStacks(design).map(({ name, definition }) => [name, hashOf(definition)]));
  for (const cluster of design.clusters ?? [])
    outputs[`kubernetes ${cluster.stack}`] = hashOf(renderCluster(cluster, clusterInputsOf(design, cluster)));
  return outputs;
}

describe('what a later version would change', () => {
  const was = { hebei: { planes: '1', 'tenant-finance': '2' }, qinghai: { planes: '3' } };

  test('is named by cloud and stack, with what to do about it', () => {
    const now = { hebei: { planes: '1', 'tenant-finance': '4', 'tenant-health': '5' }, suizhou: { planes: '6' } };
    expect(unfrozen(was, now).slice(0, -1)).toEqual([
      'hebei: tenant-finance differs, tenant-health is new',
      'qinghai: is emitted no more',
      'suizhou: is not frozen yet',
    ]);
    expect(unfrozen(was, now).at(-1)).toMatch(/`Replaces:`/);
    expect(unfrozen(was, { ...was, hebei: { planes: '1' } })[0]).toBe('hebei: tenant-finance is gone');
  });

  test('is nothing where all is the same', () => expect(unfrozen(was, was)).toEqual([]));

  test('is told in the newest section of a changelog alone', () => {
    expect(replacesLine('# C\n\n## 2\n\n* x\n\n## 1\n\nReplaces: nothing.\n')).toBeUndefined();
    expect(replacesLine('# C\n\n## 2\n\nReplaces: a.b\n\n## 1\n\nReplaces: nothing.\n')).toBe('Replaces: a.b');
  });
});

test.each(combinations.map((one) => [nameOf(one), one] as const))(
  'a new %s validates, proves and checks clean',
  async (name, one) => {
    const draft = (countries.get(one.level) as NewCountry).draft(one);
    expect(judgeDivision(draft, MADE_ON).problems).toEqual([]);
    emitted[`new ${name}`] = await outputsOf(draft.design);
  },
);

test.each(listEnvironments(join(ROOT, 'environments')))('%s is emitted', async (id) => {
  const outputs = await outputsOf(designEnvironment(readEnvironment(join(ROOT, 'environments'), id)));
  expect(Object.keys(outputs)).toContain('planes');
  emitted[id] = outputs;
});

/** `UPDATE_GOLDEN=1 npx jest test/golden/frozen-outputs` writes the file anew. */
test('everything that is emitted is what was frozen', () => {
  const sorted = Object.fromEntries(Object.entries(emitted).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
  const frozen = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as FrozenOutputs) : {};
  expect(unfrozen(frozen, sorted)).toEqual([]);
});

test('the changelog says what the unreleased version replaces', () => {
  expect(replacesLine(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'))).toMatch(/^Replaces: /);
});
