import fc from 'fast-check';
import { stringify } from 'yaml';
import { parseYaml } from '../../../environments/parse-yaml';
import { isList, isMap, merge, placeOfWritten, plain, Source, type Written } from '../../../environments/written';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const key = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
/** Letters that mean something in YAML, and some that need more than one byte. */
const letter = fc.constantFrom(...' \n\t:#-"\'{}[],&*!|>%@~.0179abTnull=?\\中é😀');
const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.array(letter, { maxLength: 8 }).map((letters) => letters.join('')),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const object = fc.dictionary(key, tree, { maxKeys: 4, noNullPrototype: true });

function written(value: Json): Written {
  const parsed = parseYaml(new Source('f', stringify(value)));
  if (parsed.written === undefined) throw new Error(parsed.problems.map(({ message }) => message.en).join());
  return parsed.written;
}

/** The law of layers on plain values: objects by key, everything else is replaced. */
function layered(lower: Json, upper: Json): Json {
  const isObject = (value: Json): value is { readonly [key: string]: Json } =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject(lower) || !isObject(upper)) return upper;
  const keys = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  return Object.fromEntries(
    [...keys].map((name) => {
      const [below, above] = [lower[name], upper[name]];
      if (above === undefined) return [name, below as Json];
      return [name, below === undefined ? above : layered(below, above)];
    }),
  );
}

function* scalars(at: Written): Generator<Written> {
  if (isMap(at)) for (const entry of at.value.values()) yield* scalars(entry);
  else if (isList(at)) for (const entry of at.value) yield* scalars(entry);
  else yield at;
}

test('what is written as YAML is read as the same value', () => {
  fc.assert(
    fc.property(object, (value) => {
      expect(plain(written(value))).toEqual(value);
    }),
  );
});

test('the place of every number is where its digits stand in the file', () => {
  fc.assert(
    fc.property(object, fc.constantFrom('\n', '\r\n'), (value, end) => {
      const text = stringify(value).replace(/\n/g, end);
      const top = parseYaml(new Source('f', text)).written as Written;
      for (const one of scalars(top)) {
        if (typeof one.value !== 'number') continue;
        const [, line, column] = placeOfWritten(one).split(':').map(Number);
        const row = text.split('\n')[(line as number) - 1] as string;
        expect(row.slice((column as number) - 1)).toMatch(new RegExp(`^${one.value}(\\r?$)`));
      }
    }),
  );
});

test('layers merge as the law on plain values says', () => {
  fc.assert(
    fc.property(object, object, (lower, upper) => {
      expect(plain(merge(written(lower), written(upper)))).toEqual(layered(lower, upper));
    }),
  );
});

test('a merged value has the place of the layer that gave it', () => {
  fc.assert(
    fc.property(object, object, (lower, upper) => {
      const [below, above] = [written(lower), written(upper)];
      const given = new Set([...scalars(below), ...scalars(above)]);
      for (const one of scalars(merge(below, above))) expect(given.has(one)).toBe(true);
    }),
  );
});
