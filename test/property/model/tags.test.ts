import fc from 'fast-check';
import { type TagValues, tagList, tagMap } from '../../../model/tags';

const name = fc.string({ maxLength: 12 });
const anyTags: fc.Arbitrary<TagValues> = fc.record(
  {
    adcode: name,
    provider: name,
    plane: name,
    zone: name,
    pool: name,
    dept: name,
    system: name,
    tier: name,
    mlps: fc.integer({ min: 1, max: 4 }),
    stage: name,
    dataClass: name,
    pii: fc.boolean(),
    xinchuang: fc.boolean(),
    backupTier: name,
    contract: name,
    owner: name,
    site: name,
    importance: fc.constantFrom('normal', 'high'),
  },
  { requiredKeys: ['adcode', 'provider'] },
);

test('the list is the map written as text and sorted, whatever the values and the order of names', () => {
  fc.assert(
    fc.property(anyTags, (values) => {
      const written = Object.entries(tagMap(values)).map(([key, value]) => `${key}:${value}`);
      expect(tagList(values)).toEqual(written.sort());
    }),
  );
});
