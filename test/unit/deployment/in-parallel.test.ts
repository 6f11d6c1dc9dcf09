import fc from 'fast-check';
import { inParallel } from '../../../deployment/in-parallel';

interface Item {
  readonly key: string;
  readonly after: readonly string[];
}

async function run(items: readonly Item[], fails: (key: string) => boolean = () => false, width = 3) {
  const log: string[] = [];
  let [running, most] = [0, 0];
  await inParallel({
    items,
    keyOf: ({ key }) => key,
    after: ({ after }) => after,
    width,
    onSkip: ({ key }, failed) => void log.push(`skip ${key} for ${failed}`),
    work: async ({ key }) => {
      log.push(`begin ${key}`);
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      log.push(`end ${key}`);
      return !fails(key);
    },
  });
  return { log, most };
}

test('what needs a failed item is skipped and named, and the rest goes on', async () => {
  const items = [
    { key: 'a', after: [] },
    { key: 'b', after: ['a'] },
    { key: 'c', after: ['b'] },
    { key: 'd', after: [] },
  ];
  const { log } = await run(items, (key) => key === 'a', 1);
  expect(log).toEqual(['begin a', 'end a', 'skip b for a', 'skip c for b', 'begin d', 'end d']);
});

test('a key that is not among the items is done already', async () => {
  expect((await run([{ key: 'b', after: ['elsewhere'] }])).log).toEqual(['begin b', 'end b']);
});

test('a defect is thrown when what runs has ended, and nothing further begins', async () => {
  const begun: string[] = [];
  const items = ['a', 'b', 'c'].map((key) => ({ key, after: [] }));
  const props = { items, keyOf: ({ key }: Item) => key, after: () => [], onSkip: () => {}, width: 1 };
  const all = inParallel({
    ...props,
    work: async ({ key }) => {
      begun.push(key);
      throw new Error('defect');
    },
  });
  await expect(all).rejects.toThrow('defect');
  expect(begun).toEqual(['a']);
});

test('every item begins after all that it needs have ended, and never more than the width run', async () => {
  const items = fc
    .array(fc.array(fc.nat(20), { maxLength: 3 }), { minLength: 1, maxLength: 15 })
    .map((all) => all.map((after, i) => ({ key: `${i}`, after: after.filter((j) => j < i).map(String) })));
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 4 }), async (list, width) => {
      const { log, most } = await run(list, undefined, width);
      expect(most).toBeLessThanOrEqual(width);
      expect(log.filter((line) => line.startsWith('begin'))).toHaveLength(list.length);
      for (const { key, after } of list)
        for (const needed of after) expect(log.indexOf(`end ${needed}`)).toBeLessThan(log.indexOf(`begin ${key}`));
    }),
  );
});
