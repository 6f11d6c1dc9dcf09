import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearMiss } from '../../environments/near-miss';
import { Jurisdiction } from '../../model/jurisdiction';
import { type Problem, ProblemsError } from '../../model/problem';
import { FLEET_EMPTY, FLEET_SELECTION } from '../../model/problems/fleet-problems';

/** What a selection may ask of an environment, each with its answer. */
const KEYS: Readonly<Record<string, (one: Selectable) => readonly (string | undefined)[]>> = {
  id: ({ id }) => [id],
  level: ({ code }) => [code?.level],
  adcode: ({ code }) => [code?.adcode],
  province: ({ id, code }) => [id.split('/')[0], code?.province],
  city: ({ id, code }) => [
    id.split('/')[1],
    code && code.level !== 'province' ? `${code.adcode.slice(0, 4)}00` : undefined,
  ],
  profile: ({ profile }) => [profile],
};

interface Selectable {
  readonly id: string;
  readonly code: Jurisdiction | undefined;
  readonly profile: string | undefined;
}

/**
 * The environments that a selection means: `level=county,province=guangxi`; parts are joined by "and", the values of
 * one key given twice by "or". Every environment where nothing is selected.
 *
 * @throws ProblemsError with every part that is not understood, or FLEET_EMPTY.
 */
export function select(ids: readonly string[], selection: string | undefined, environments: string): readonly string[] {
  const found = matching(ids, selection, environments);
  if (selection === undefined || found.length > 0) return found;
  throw new ProblemsError([FLEET_EMPTY.at(`--select ${selection}`, { selection, environments: ids.length })]);
}

/** The same, where it may be none. */
export function matching(
  ids: readonly string[],
  selection: string | undefined,
  environments: string,
): readonly string[] {
  if (selection === undefined) return ids;
  const wanted = new Map<string, string[]>();
  const problems: Problem[] = [];
  for (const part of selection.split(',').map((one) => one.trim())) {
    const [, key = '', value = ''] = /^([^=]*)=(.+)$/.exec(part) ?? [];
    if (Object.hasOwn(KEYS, key)) wanted.set(key, [...(wanted.get(key) ?? []), value]);
    else {
      const near = key === '' ? undefined : nearMiss(key, Object.keys(KEYS));
      const place = `--select ${selection}`;
      problems.push(FLEET_SELECTION.at(place, { part, near: near && `${near}=${value}`, known: Object.keys(KEYS) }));
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return ids.filter((id) => {
    const one = selectable(environments, id);
    return [...wanted].every(([key, values]) => KEYS[key]?.(one).some((is) => is !== undefined && values.includes(is)));
  });
}

/** Two words of environment.yaml, by its lines: the whole file may be wrong, and is then reported by the work itself. */
function selectable(environments: string, id: string): Selectable {
  const text = readFileSync(join(environments, id, 'environment.yaml'), 'utf8');
  const word = (key: string) => new RegExp(`^${key}:\\s*["']?([\\w-]+)`, 'm').exec(text)?.[1];
  return { id, code: Jurisdiction.parse(word('adcode') ?? ''), profile: word('profile') };
}
