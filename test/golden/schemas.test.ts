import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../model/environment/json-schemas';

const folder = join(__dirname, '../../environments/schema');

test('the committed JSON Schemas are those that tools/schemas.ts writes', () => {
  const committed = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
  const generated = Object.entries(jsonSchemas()).map(([name, schema]) => [
    name,
    `${JSON.stringify(schema, null, 2)}\n`,
  ]);
  expect(committed).toEqual(Object.fromEntries(generated));
});

test('there is one for every kind of file', () => {
  expect(Object.keys(jsonSchemas()).sort()).toEqual(
    [
      'addresses',
      'backup-tiers',
      'backup',
      'defaults',
      'delegation',
      'detection',
      'environment',
      'flavors',
      'flows',
      'gap',
      'images',
      'kubernetes',
      'moved',
      'operations',
      'planes',
      'pools',
      'prices',
      'profile',
      'protection',
      'quotas',
      'tenant',
      'volume-classes',
      'waivers',
      'zones',
    ].map((name) => `${name}.schema.json`),
  );
});
