import { certificateText } from '../../../cli/proof/write-certificate';
import type { Certificate } from '../../../proof/certificate';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Fields that are no words of the intent: whatever else they say is not true of the stacks. */
export const DECIDING = new Set([
  'format',
  'subject',
  'input',
  'planes',
  'planes[].physnet',
  'operations',
  'flows',
  'flows[].id',
  'flows[].ports',
  'flows[].ports[].protocol',
  'parts',
  'parts{}',
  'doors',
]);

/** Of every kind of field three, each once with another value and once without any; sealed again. */
export function mutations(certificate: Certificate): { readonly shape: string; readonly text: string }[] {
  const all = JSON.parse(JSON.stringify(certificate)) as Json;
  const told = new Map<string, number>();
  return [...fields(all, '', [])].flatMap(({ shape, path }) => {
    const count = told.get(shape) ?? 0;
    told.set(shape, count + 1);
    if (count > 2) return [];
    return [without(all, path), changed(all, path)].map((made) => ({
      shape,
      text: certificateText(made as unknown as Certificate),
    }));
  });
}

type Field = { readonly shape: string; readonly path: readonly (string | number)[] };

function* fields(value: Json, shape: string, path: Field['path']): Generator<Field> {
  if (path.length > 0) yield { shape, path };
  if (Array.isArray(value))
    for (const [i, one] of (value as readonly Json[]).entries()) yield* fields(one, `${shape}[]`, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      const open = shape === 'parts' || shape === 'doors';
      yield* fields(one, open ? `${shape}{}` : shape === '' ? key : `${shape}.${key}`, [...path, key]);
    }
}

function without(value: Json, [key, ...rest]: Field['path']): Json {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one, i) =>
      i !== key ? [one] : rest.length ? [without(one, rest)] : [],
    );
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).flatMap(([name, one]) =>
      name !== key ? [[name, one]] : rest.length ? [[name, without(one, rest)]] : [],
    ),
  );
}

function changed(value: Json, [key, ...rest]: Field['path']): Json {
  if (key === undefined) return other(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((one, i) => (i === key ? changed(one, rest) : one));
  return Object.fromEntries(
    Object.entries(value as Record<string, Json>).map(([name, one]) => [name, name === key ? changed(one, rest) : one]),
  );
}

function other(value: Json): Json {
  if (typeof value === 'string') return /^[\d.:a-f]+\/\d+$/.test(value) ? '198.18.0.0/15' : `${value}x`;
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return [];
  return value === null ? 'x' : {};
}
