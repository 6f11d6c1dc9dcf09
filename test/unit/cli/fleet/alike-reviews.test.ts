import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AlikeReview, AlikeReviews, disagreeing, type Learned } from '../../../../cli/fleet/alike-reviews';
import { type Compared, compareSides, readSides, type Sides } from '../../../../cli/review/compare-clouds';
import { Clouds } from '../../../../cli/review/read-clouds';
import { packageRoot } from '../../../../environments/package-root';
import { DescribedEnvironment } from '../../../../environments/read-environment';
import { stableHash } from '../../../../model/stable-hash';
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
    const all: AlikeReview[] = [];
    let others = 0;
    for (const id of ids) {
      const sides = sidesOf(id);
      const made = await reviews.review(sides, DAY, () => wholly(sides));
      const { told, by } = made;
      all.push(made);
      if (by === 'another') {
        others++;
        expect(plain(told)).toEqual(plain(await wholly(sides)));
      }
    }
    expect([others >= 2, disagreeing(all)]).toEqual([true, false]);
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
  async function go(reviews: AlikeReviews, say: (id: string, index: number) => ReturnType<typeof told>) {
    const made: AlikeReview[] = [];
    for (const [index, sides] of alike.entries())
      made.push(await reviews.review(sides, DAY, async () => say(sides.id, index)));
    return made;
  }

  test('are told from another once two agree', async () => {
    const made = await go(new AlikeReviews(), (id) => told(id));
    expect(made.map(({ by }) => by)).toEqual(alike.map((_, index) => (index < 2 ? 'itself' : 'another')));
    expect(disagreeing(made)).toBe(false);
  });

  test('speak each for itself where the first two do not agree', async () => {
    const made = await go(new AlikeReviews(), (id, index) => told(id, ` ${index}`));
    expect(made.map(({ by }) => by)).toEqual(alike.map(() => 'itself'));
    // None was told from another: nobody was deceived.
    expect(disagreeing(made)).toBe(false);
  });

  test('are asked now and then, by their ids', async () => {
    const asked = alike.map(({ id }, index) => index < 2 || stableHash(id) % 3 === 0);
    expect(new Set(asked.slice(2)).size).toBe(2);
    const made = await go(new AlikeReviews(undefined, 3), (id) => told(id));
    expect(made.map(({ by }) => by === 'itself')).toEqual(asked);
  });

  test('and then say something else are found out, in whichever thread and order', async () => {
    const made = await go(new AlikeReviews(), (id) => told(id));
    const [other] = await go(new AlikeReviews(), (id) => told(id, ' other'));
    expect([disagreeing([...made, other as AlikeReview]), disagreeing([other as AlikeReview, ...made])]).toEqual([
      true,
      true,
    ]);
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

  test('teach only what differs between them: a word that they share may stand in ours by chance', async () => {
    const sides = alike[0] as Sides;
    const own: Learned[] = [];
    await new AlikeReviews((one) => own.push(one)).review(sides, DAY, async () => told(sides.id));
    const { key, form, vocabulary } = own[0] as Learned;
    const teacher = (n: number, shared: boolean): Learned => ({
      key,
      form,
      vocabulary: vocabulary.map((term, index) => (index === 3 && shared ? 'east' : `${term} of ${n}`)),
    });
    const byOf = async (shared: boolean) => {
      const reviews = new AlikeReviews();
      for (const n of [1, 2]) reviews.learn(teacher(n, shared));
      return (await reviews.review(sides, DAY, async () => told(sides.id))).by;
    };
    expect([await byOf(true), await byOf(false)]).toEqual(['itself', 'another']);
  });

  test('are not told of an address that only here is an own one, and that deceives nobody', async () => {
    const sides = alike[0] as Sides;
    const own: Learned[] = [];
    await new AlikeReviews((one) => own.push(one)).review(sides, DAY, async () => told(sides.id));
    const { key, form, vocabulary } = own[0] as Learned;
    const block = vocabulary.findLast((term) => term.includes('/') && /^[\d./]+$/.test(term)) as string;
    const said = form.replace('"x"', `"${block}"`);
    expect(said).not.toBe(form);
    const reviews = new AlikeReviews();
    for (const n of [1, 2]) reviews.learn({ key, form: said, vocabulary: vocabulary.map((term) => `${term} of ${n}`) });
    const made = await reviews.review(sides, DAY, async () => told(sides.id));
    expect(made).toEqual({ told: told(sides.id), by: 'itself' });
  });

  test('of a waiver by fingerprint are like no other: it is a hash of words', async () => {
    const { after, ...rest } = alike[0] as Sides;
    const environment = after?.environment as DescribedEnvironment;
    const waivers = [{ fingerprint: 'ab12' }] as unknown as typeof environment.values.waivers;
    const waived = new DescribedEnvironment(environment.id, { ...environment.values, waivers }, environment.written);
    const learned: Learned[] = [];
    const sides = { ...rest, after: { ...after, environment: waived } } as Sides;
    const made = await new AlikeReviews((one) => learned.push(one)).review(sides, DAY, async () => told(rest.id));
    expect([made, learned]).toEqual([{ told: told(rest.id), by: 'itself' }, []]);
  });

  test('of another day do not count', async () => {
    const reviews = new AlikeReviews();
    await go(reviews, (id) => told(id));
    const { by } = await reviews.review(alike[2] as Sides, '2026-11-27', async () => told('x'));
    expect(by).toBe('itself');
  });
});
