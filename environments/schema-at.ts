import { z } from 'zod';
import type { Path } from './written';

/** The schema that judges the value at a path; undefined where the path leaves the schema. */
export function schemaAt(top: z.core.$ZodType, path: Path): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined = bare(top);
  for (const step of path) {
    schema = schema && inside(schema, step);
    if (schema === undefined) return undefined;
    schema = bare(schema);
  }
  return schema;
}

/** Without what only says that the value may be absent. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return bare(schema.unwrap());
  return schema;
}

/** The keys that an object may have; undefined where any key may stand. */
export function keysOf(schema: z.core.$ZodType | undefined): readonly string[] | undefined {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : undefined;
}

function inside(schema: z.core.$ZodType, step: string | number): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<string, z.core.$ZodType>)[step];
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodPipe) return inside(bare(schema.in), step);
  if (schema instanceof z.ZodUnion)
    return schema.options.map((option) => inside(bare(option), step)).find((found) => found !== undefined);
  return undefined;
}
