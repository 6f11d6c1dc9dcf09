import { byKey, sortedEntries, stableHash } from '../../../model/stable-hash';

describe('stableHash', () => {
  // Computed with another implementation, over the bytes of UTF-8 and exact integers.
  it.each([
    ['', 2872998923],
    ['network finance/budget/app 4', 1518485422],
    ['财政', 348556015],
    ['a财b', 3443691063],
    ['zone extranet/dept 6', 2350784419],
    ['😀', 855877642],
  ])('of %j is %i, in every release', (text, hash) => {
    expect(stableHash(text)).toBe(hash);
  });
});

describe('order by key', () => {
  it('is that of code units, not of a locale', () => {
    expect(['b', 'a', 'Z', 'ä', 'a-b', 'a/b', 'a'].sort(byKey)).toEqual(['Z', 'a', 'a', 'a-b', 'a/b', 'b', 'ä']);
  });

  it('sorts the entries of a record and leaves the record alone', () => {
    const record = { b: 1, a: 2 };
    expect(sortedEntries(record)).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    expect(Object.keys(record)).toEqual(['b', 'a']);
  });
});
