import { compareSnapshots, formatSnapshot, type ProviderSnapshot } from '../../../../tools/bindings/provider-schema';

const text = { type: 'string', optional: true };

function snapshotOf(resources: Record<string, object>): ProviderSnapshot {
  const resource_schemas = Object.fromEntries(
    Object.entries(resources).map(([name, attributes]) => [name, { block: { attributes: { ...attributes } } }]),
  );
  const schema = { provider: { block: {} }, resource_schemas, data_source_schemas: {} };
  return { source: 'a/b', version: '1.0.0', schema };
}

test('the same schema compares to nothing, in whatever order its keys stand', () => {
  const one = snapshotOf({ network: { a: text, b: text } });
  const other = snapshotOf({ network: { b: { optional: true, type: 'string' }, a: text } });
  expect(compareSnapshots(one, other)).toEqual([]);
  expect(formatSnapshot(one)).toBe(formatSnapshot(other));
});

test('a resource that came or went is one line, its attributes are not listed again', () => {
  const before = snapshotOf({ network: { a: text }, port: { a: text } });
  const after = snapshotOf({ network: { a: text }, subnet: { a: text } });
  expect(compareSnapshots(before, after)).toEqual(['- port', '+ subnet']);
});

test('attributes that came, went or changed are named with their resource', () => {
  const before = snapshotOf({ network: { gone: text, kept: text, other: text } });
  const after = snapshotOf({ network: { came: text, kept: text, other: { type: 'number' } } });
  expect(compareSnapshots(before, after)).toEqual(['+ network.came', '- network.gone', '~ network.other']);
});

test('blocks inside blocks are compared to their depth', () => {
  const nested = (attributes: object): ProviderSnapshot => ({
    ...snapshotOf({}),
    schema: {
      provider: { block: {} },
      resource_schemas: {},
      data_source_schemas: {
        image: { block: { block_types: { filter: { block: { attributes: { ...attributes } } } } } },
      },
    },
  });
  expect(compareSnapshots(nested({ a: text }), nested({ a: text, b: text }))).toEqual(['+ data.image.filter.b']);
});

test('an attribute is one line, an attribute named type among them, and what no generator reads is left out', () => {
  const snapshot = snapshotOf({ volume: { type: { ...text, description_kind: 'plain' } } });
  expect(formatSnapshot(snapshot)).toContain('\n      "type": {"optional":true,"type":"string"}\n');
});
