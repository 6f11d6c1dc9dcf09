import type { z } from 'zod';
import type { Problem } from '../model/problem';
import {
  ENV_KEY_INVALID,
  ENV_KEY_UNKNOWN,
  ENV_MISSING,
  ENV_TYPE,
  ENV_VALUE,
} from '../model/problems/environment-problems';
import { limitWords } from './limit-words';
import { nearKey, nearMiss } from './near-miss';
import { keysOf, schemaAt } from './schema-at';
import { repairOf } from './value-repair';
import { expectedWords, gotWords, kindOf, kindsOf, shown } from './value-words';
import { isMap, nearest, type Path, placeOfKey, placeOfWritten, type Written } from './written';

type Issue = z.core.$ZodIssue;

/** What an issue is judged with: the value as written, and its schema. */
export interface Judged {
  readonly top: Written;
  readonly schema: z.core.$ZodType;
}

/** The problems that one issue of zod stands for, in our words and at the place in the file. */
export function issueProblems(issue: Issue, judged: Judged): readonly Problem[] {
  const path = issue.path as Path;
  const { written, depth } = nearest(judged.top, path);
  if (depth < path.length) return [missing(path.slice(0, depth + 1), written, judged)];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, written, path, judged));
  if (issue.code === 'invalid_key') return [invalidKey(String(path.at(-1)), written, path, judged)];
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(issue.errors);
    if (branch !== undefined)
      return branch.flatMap((inner) => issueProblems({ ...inner, path: [...path, ...inner.path] } as Issue, judged));
  }
  return [wrongValue(issue, written, path, judged)];
}

/** The one alternative of a union whose kind fits; the others say nothing that helps. */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = branches.filter(
    (branch) =>
      !branch.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function missing(path: Path, parent: Written, { schema }: Judged): Problem {
  const at = schemaAt(schema, path);
  const what = at === undefined ? { en: 'a value', zh: '值' } : expectedWords(at);
  return ENV_MISSING.at(placeOfWritten(parent), { key: String(path.at(-1)), what });
}

function unknownKey(key: string, parent: Written, path: Path, { schema }: Judged): Problem {
  const entry = isMap(parent) ? parent.value.get(key) : undefined;
  const known = keysOf(schemaAt(schema, path)) ?? [];
  // A name that already stands beside it is not what was meant.
  const free = known.filter((name) => !isMap(parent) || !parent.value.has(name));
  return ENV_KEY_UNKNOWN.at(placeOfKey(entry ?? parent), { key, near: nearMiss(key, free), known });
}

function invalidKey(key: string, written: Written, path: Path, { schema }: Judged): Problem {
  const record = schemaAt(schema, path.slice(0, -1)) as z.ZodRecord | undefined;
  const expected = record === undefined ? { en: 'a key', zh: '键' } : expectedWords(record.keyType);
  return ENV_KEY_INVALID.at(placeOfKey(written), { key: JSON.stringify(key), expected, near: nearKey(key) });
}

function wrongValue(issue: Issue, written: Written, path: Path, { schema }: Judged): Problem {
  const at = schemaAt(schema, path) as z.core.$ZodType;
  const key = pathText(path);
  const expected = limitWords(issue, at) ?? expectedWords(at);
  const repair = repairOf(written, at);
  const kind = kindOf(written);
  if (!kindsOf(at).includes(kind) || issue.code === 'invalid_type')
    return ENV_TYPE.at(placeOfWritten(written), { key, got: gotWords(written), expected, repair });
  const got = kind === 'list' || kind === 'object' ? gotWords(written).en : shown(written);
  return ENV_VALUE.at(placeOfWritten(written), { key, got, expected, repair });
}

/** `planes.extranet.blocks[0]` */
export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
