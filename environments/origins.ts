import { pathText } from './issue-problems';
import type { DescribedEnvironment } from './read-environment';
import { isList, isMap, type Path, placeOfWritten, type Written } from './written';

/** One resolved value of an environment, and who gave it. */
export interface Origin {
  /** `planes.extranet.blocks[0]` */
  readonly path: string;
  /** As it is written, or as JSON where the schema gave it. */
  readonly value: string;
  /** `file:line:column`; undefined where nobody wrote it and the schema's default holds. */
  readonly at: string | undefined;
}

/** Every resolved value in the order of the schema, with the place that gave it: `egov show ENV --origin`. */
export function originsOf(environment: DescribedEnvironment): readonly Origin[] {
  return [...walk(environment.values, environment.written, [])];
}

function* walk(value: unknown, written: Written | undefined, path: Path): Generator<Origin> {
  const scalar = written !== undefined && !isMap(written) && !isList(written);
  if (!scalar && isRecord(value))
    for (const [key, entry] of Object.entries(value)) yield* walk(entry, at(written, key), [...path, key]);
  else if (!scalar && Array.isArray(value) && value.length > 0)
    for (const [index, entry] of value.entries()) yield* walk(entry, at(written, index), [...path, index]);
  else
    yield {
      path: pathText(path),
      value: scalar ? String(written.value) : typeof value === 'string' ? value : JSON.stringify(value),
      at: written && placeOfWritten(written),
    };
}

/** An object of the environment with something in it; a value that writes itself, such as a block, is a leaf. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.keys(value).length > 0
  );
}

function at(written: Written | undefined, step: string | number): Written | undefined {
  if (isMap(written)) return written.value.get(String(step));
  return isList(written) ? written.value[Number(step)] : undefined;
}
