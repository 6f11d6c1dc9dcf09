import { z } from 'zod';
import { catalogueFiles, environmentFiles, environmentSchema, tenantFile } from './environment-schema';
import { expectedOf } from './expected';

/** A JSON Schema of draft 7, which editors understand. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const NOTE = 'Generated from the zod schemas by tools/schemas.ts; do not edit.';

/** The JSON Schema of every kind of file, by the name under which files refer to it: `planes.schema.json`. */
export function jsonSchemas(): Readonly<Record<string, JsonSchema>> {
  const files = Object.entries({ ...environmentFiles, ...catalogueFiles });
  const whole = partial(generate(environmentSchema)) as JsonSchema;
  return {
    ...Object.fromEntries(files.map(([file, { schema }]) => [schemaFile(file), generate(schema)])),
    [schemaFile('tenant.yaml')]: generate(tenantFile.schema),
    [schemaFile('defaults.yaml')]: { ...whole, title: 'Defaults' },
    [schemaFile('profile.yaml')]: { ...whole, title: 'Profile' },
  };
}

/** `catalogue/volume-classes.yaml` → `volume-classes.schema.json`, `addresses.lock.yaml` → `addresses.schema.json`. */
export function schemaFile(file: string): string {
  return `${(file.split('/').at(-1) as string).split('.')[0]}.schema.json`;
}

function generate(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const pattern = expectedOf(zodSchema)?.pattern;
      if (pattern !== undefined) jsonSchema.pattern = pattern;
      if (!isOfType(jsonSchema.default, jsonSchema.type)) delete jsonSchema.default;
    },
  });
  return { $comment: NOTE, ...json };
}

/** A default is what the parsed value is; where a text is parsed into something else, it is none for the file. */
function isOfType(value: unknown, type: unknown): boolean {
  return type !== 'string' || typeof value === 'string';
}

/** A layer says a part: no key is required. Lists replace, so what stands in one is complete. */
function partial(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(partial);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key, value]) => key !== 'required' || !Array.isArray(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, key === 'items' ? value : partial(value)]));
}
