import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../../../model/environment/json-schemas';
import { run, workingFolder } from '../command-line';

test('a schema that does not exist is named with the one that was meant', async () => {
  const { code, err } = await run('schema plnes');
  expect({ code, err }).toEqual({
    code: 64,
    err: ['USAGE_NAME egov schema', '  there is no schema plnes', '  fix: did you mean planes?'],
  });
});

test('--check names what is out of date or missing, ends with 3 and writes nothing', async () => {
  const folder = workingFolder('schema');
  const path = join(folder, 'environments/schema/zones.schema.json');
  writeFileSync(path, '{}');
  const { code, out } = await run('schema --check', { folder });
  expect({ code, out }).toEqual({ code: 3, out: ['out of date: zones.schema.json', 'egov schema writes them'] });
  expect(readFileSync(path, 'utf8')).toBe('{}');
});

test('it writes what is out of date, and then all are up to date', async () => {
  const folder = workingFolder('defaults.yaml');
  const { code, out } = await run('schema', { folder });
  const names = Object.keys(jsonSchemas());
  expect({ code, out }).toEqual({ code: 0, out: names.map((name) => `written: ${name}`) });
  expect(readdirSync(join(folder, 'environments/schema')).sort()).toEqual([...names].sort());
  const again = await run('schema --check --lang zh', { folder });
  expect(again.out).toEqual([`${join(folder, 'environments/schema')} 中 ${names.length} 个 schema 均为最新`]);
});

test('a name prints that schema', async () => {
  const { out } = await run('schema planes');
  expect(JSON.parse(out.join('\n'))).toEqual(JSON.parse(JSON.stringify(jsonSchemas()['planes.schema.json'])));
});
