import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../model/environment/json-schemas';

/**
 * Writes environments/schema/ from the zod schemas; with `--check` says which files are not as they would be
 * written, and writes nothing.
 */
function main(folder: string, check: boolean): number {
  mkdirSync(folder, { recursive: true });
  const wanted = new Map(
    Object.entries(jsonSchemas()).map(([name, schema]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );
  const present = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  const stale = [...new Set([...wanted.keys(), ...present.keys()])].filter(
    (name) => wanted.get(name) !== present.get(name),
  );
  for (const name of check ? [] : stale) {
    const text = wanted.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  for (const name of stale) process.stderr.write(`${check ? 'out of date' : 'written'}: environments/schema/${name}\n`);
  return check && stale.length > 0 ? 1 : 0;
}

process.exitCode = main(join(__dirname, '..', 'environments', 'schema'), process.argv.includes('--check'));
