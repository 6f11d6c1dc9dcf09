import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlikeReviews, type Learned } from '../../../../cli/fleet/alike-reviews';
import { type Compared, compareSides, readSides, type Sides } from '../../../../cli/review/compare-clouds';
import { Clouds } from '../../../../cli/review/read-clouds';
import { packageRoot } from '../../../../environments/package-root';
import { writeCountry } from '../../../../tools/bench/country';

const SHIPPED = join(packageRoot(), 'environments');
const DAY = '2026-11-26';
const COUNTIES = 12;

const scratch = mkdtempSync(join(tmpdir(), 'egov-alike-'));
const [base, head] = [join(scratch, 'base/environments'), join(scratch, 'head/environments')];
const shared = ['profiles', 'catalogue', 'defaults.yaml'];
let ids: readonly string[] = [];

beforeAll(() => {
  for (const root of [base, head]) {
    for (const part of shared) cpSync(join(SHIPPED, part), join(root, part), { recursive: true });
    ids = writeCountry(SHIPPED, root, COUNTIES);
  }
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function edit(file: string, change: (text: string) => string): void {
  const [from, to] = [join(base, file), join(head, file)];
  const text = readFileSync(from, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(to, change(text));
}

/** The head as the base is. */
function restore(): void {
  for (const part of [...shared, 'p13']) cpSync(join(base, part), join(head, part), { recursive: true, force: true });
}

function sidesOf(id: string): Sides {
  const sides = readSides(id, id, new Clouds(base), new Clouds(head), false);
  if ('outcome' in sides) throw new Error(`${id} is ${sides.outcome.state}`);
  return sides;
}

async function wholly(sides: Sides): Promise<Pick<Compared, 'outcome' | 'changes'>> {
  const { outcome, changes } = await compareSides(sides, { asOf: DAY, plan: undefined, asked: false });
  return { outcome, changes };
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Edits of a template, and of single counties beside it. */
const EDITS: Readonly<Record<string, () => void>> = {
  'a zone more': () =>
    edit('profiles/county.yaml', (text) =>
      text.replace('data: { kind: I-DATA, prefix: 24 }', '$&\n    lab: { kind: I-DATA, prefix: 27 }'),
    ),
  'zones of other lengths, so that addresses move': () =>
    edit('profiles/county.yaml', (text) =>
      text.replace('E-SHARE, prefix: 25', 'E-SHARE, prefix: 26').replace('E-DEPT, prefix: 22', 'E-DEPT, prefix: 21'),
    ),
  'a port in every county, and more disk in one': () => {
    for (const id of ids)
      edit(`${id}/tenants/health.yaml`, (text) => {
        const changed = text.replace('tcp/5236', 'tcp/5237');
        return id === ids[4] ? changed.replace('sizeGiB: 300', 'sizeGiB: 400') : changed;
      });
  },
  'a system fewer in every county': () => {
    for (const id of ids) edit(`${id}/tenants/agriculture.yaml`, (text) => `${text.split('systems:')[0]}systems: {}\n`);
  },
};

test.each(Object.keys(EDITS))(
  'what is told from another is what a county would say itself: %s',
  async (name) => {
    restore();
    EDITS[name]?.();
    const reviews = new AlikeReviews();
    let others = 0;
    for (const id of ids) {
      const sides = sidesOf(id);
      const { told, by, unlike } = await reviews.review(sides, DAY, () => wholly(sides));
      expect(unlike).toBeUndefined();
      if (by === 'another') {
        others++;
        expect(plain(told)).toEqual(plain(await wholly(sides)));
      }
    }
    expect(others).toBeGreaterThanOrEqual(2);
  },
  240_000,
);

describe('clouds that seem alike', () => {
  const told = (id: string, more = ''): Pick<Compared, 'outcome' | 'changes'> => ({
    outcome: { id, state: 'changed', problems: [{ code: 'X', at: id, en: `x${more}`, zh: 'x' } as never] },
    changes: [],
  });
  /** Some that have one key. */
  let alike: readonly Sides[] = [];

  beforeAll(async () => {
    restore();
    EDITS['a zone more']?.();
    const byKey = new Map<string, Sides[]>();
    for (const id of ids) {
      const sides = sidesOf(id);
      await new AlikeReviews(({ key }) => byKey.set(key, [...(byKey.get(key) ?? []), sides])).review(
        sides,
        DAY,
        async () => told(id),
      );
    }
    alike = [...byKey.values()].sort((a, b) => b.length - a.length)[0] ?? [];
    expect(alike.length).toBeGreaterThanOrEqual(5);
  });

  /** Goes through them, and tells who was compared whole. */
  async function go(reviews: AlikeReviews, say: (id: string, index: number) => ReturnType<typeof told>, days = 1) {
    const made: { readonly id: string; readonly by: string; readonly unlike: boolean }[] = [];
    for (let day = 0; day < days; day++)
      for (const [index, sides] of alike.entries()) {
        const { by, unlike } = await reviews.review(sides, DAY, async () => say(sides.id, index));
        made.push({ id: sides.id, by, unlike: unlike === true });
      }
    return made;
  }

  test('are told from another once two agree', async () => {
    const made = await go(new AlikeReviews(), (id) => told(id));
    expect(made.map(({ by }) => by)).toEqual(alike.map((_, index) => (index < 2 ? 'itself' : 'another')));
  });

  test('speak each for itself where the first two do not agree', async () => {
    const made = await go(new AlikeReviews(), (id, index) => told(id, ` ${index}`));
    expect(made.map(({ by, unlike }) => [by, unlike])).toEqual(alike.map(() => ['itself', false]));
  });

  test('are asked now and then, and found out', async () => {
    const made = await go(new AlikeReviews(), (id, index) => told(id, index < 2 ? '' : ' other'), 80);
    const at = made.findIndex(({ unlike }) => unlike);
    expect([at + 1, made[at]?.by]).toEqual([256, 'itself']);
    // From there on each speaks for itself, and nothing is found out a second time.
    expect(made.slice(at + 1).every(({ by, unlike }) => by === 'itself' && !unlike)).toBe(true);
  });

  test('of another thread count', async () => {
    const [first, second] = [alike[0] as Sides, alike[1] as Sides];
    const learned: Learned[] = [];
    const other = new AlikeReviews((one) => learned.push(one));
    for (const sides of [first, second]) await other.review(sides, DAY, async () => told(sides.id));
    const reviews = new AlikeReviews();
    for (const one of learned) reviews.learn(one);
    const made = await go(reviews, (id) => told(id));
    expect(made.every(({ by }) => by === 'another')).toBe(true);
  });

  test('of another day do not count', async () => {
    const reviews = new AlikeReviews();
    await go(reviews, (id) => told(id));
    const { by } = await reviews.review(alike[2] as Sides, '2026-11-27', async () => told('x'));
    expect(by).toBe('itself');
  });
});
