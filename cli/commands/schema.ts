import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearMiss } from '../../environments/near-miss';
import { jsonSchemas } from '../../model/environment/json-schemas';
import { ProblemsError } from '../../model/problem';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { USAGE_NAME } from '../usage-problems';

export interface SchemaInputs {
  /** The schema to print; all are written when undefined. */
  readonly name: string | undefined;
  readonly check: boolean;
}

const ENDING = '.schema.json';

/** Prints one JSON Schema, or writes all of them where the first lines of the YAML files look for them. */
export async function schema({ name, check }: SchemaInputs, context: Context): Promise<ExitCode> {
  const schemas = jsonSchemas();
  if (name !== undefined) {
    answerJson(context, oneOf(schemas, name));
    return ExitCode.ok;
  }
  const folder = join(context.environments, 'schema');
  const stale = Object.entries(schemas)
    .map(([file, content]) => ({ path: join(folder, file), file, text: `${JSON.stringify(content, null, 2)}\n` }))
    .filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (!check && stale.length > 0) mkdirSync(folder, { recursive: true });
  for (const { path, text } of check ? [] : stale) writeWhole(path, text);
  const files = stale.map(({ file }) => file);
  if (context.json) answerJson(context, { folder, [check ? 'outOfDate' : 'written']: files });
  else sayFiles(files, { folder, check, total: Object.keys(schemas).length }, context);
  return check && files.length > 0 ? ExitCode.invalidEnvironment : ExitCode.ok;
}

function oneOf(schemas: Readonly<Record<string, object>>, name: string): object {
  const found = schemas[`${name}${ENDING}`];
  if (found !== undefined) return found;
  const known = Object.keys(schemas).map((file) => file.slice(0, -ENDING.length));
  const what = { en: 'schema', zh: 'schema' };
  throw new ProblemsError([USAGE_NAME.at('egov schema', { what, name, near: nearMiss(name, known), known })]);
}

interface Written {
  readonly folder: string;
  readonly check: boolean;
  readonly total: number;
}

function sayFiles(files: readonly string[], { folder, check, total }: Written, context: Context): void {
  if (files.length === 0)
    answer(context, {
      en: `${total} schemas in ${folder} are up to date`,
      zh: `${folder} 中 ${total} 个 schema 均为最新`,
    });
  for (const file of files)
    answer(
      context,
      check ? { en: `out of date: ${file}`, zh: `已过期：${file}` } : { en: `written: ${file}`, zh: `已写入：${file}` },
    );
  if (check && files.length > 0) answer(context, { en: 'egov schema writes them', zh: '用 egov schema 重新写入' });
}

function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
