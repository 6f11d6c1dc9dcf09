import { departmentSets, systemForms } from '../../environments/new/departments';
import { CONFIG_FORBIDDEN, CONFIG_TAKEN } from '../../model/problems/config-problems';
import type { Text } from '../../model/text';
import { decidedElsewhere } from '../new/collect-answers';
import type { OwnProfile } from './config';
import { type ConfigReader, type Fields, isFields } from './config-reader';

const text = (en: string, zh: string): Text => ({ en, zh });

const KEY = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const key = text('a key such as data-bureau', '形如 data-bureau 的键');
const name = text('a name in Chinese', '中文名称');
/** What only the level, the forms of systems and the division above decide. */
const forbidden = [...decidedElsewhere, 'mlps', 'tiers', 'plane', 'zone', 'invariants', 'quotas'];

/** Profiles of a repository; what is wrong with them is told to the reader, all of it. */
export function ownProfiles(map: unknown, reader: ConfigReader): Readonly<Record<string, OwnProfile>> {
  if (!isFields(map)) {
    reader.wrong('profiles', map, text('profiles by name', '以名称为键的模板'));
    return {};
  }
  for (const [named, profile] of Object.entries(map)) {
    const path = `profiles.${named}`;
    if (!KEY.test(named)) reader.wrong(path, named, key);
    if (Object.hasOwn(departmentSets, named))
      reader.problems.push(
        CONFIG_TAKEN.at(reader.place(path), { path, name: named, by: text('a set of egov', '自带集合') }),
      );
    const fields = part(path, profile, ['departments'], reader);
    if (fields) parts(`${path}.departments`, fields['departments'], reader, department);
  }
  return map as Readonly<Record<string, OwnProfile>>;
}

function department(path: string, one: unknown, reader: ConfigReader): Fields | undefined {
  const fields = part(path, one, ['key', 'name', 'systems'], reader);
  if (!fields) return undefined;
  named(path, fields, reader);
  parts(`${path}.systems`, fields['systems'], reader, system);
  return fields;
}

function system(path: string, one: unknown, reader: ConfigReader): Fields | undefined {
  const fields = part(path, one, ['key', 'name', 'form', 'pii'], reader);
  if (!fields) return undefined;
  named(path, fields, reader);
  const { form, pii } = fields as { form?: unknown; pii?: unknown };
  if (!(systemForms as readonly unknown[]).includes(form))
    reader.wrong(`${path}.form`, form, text(`one of ${systemForms.join(', ')}`, ` ${systemForms.join('、')} 之一`));
  if (pii !== undefined && pii !== true) reader.wrong(`${path}.pii`, pii, text('true, or left out', ' true 或省略'));
  return fields;
}

function named(path: string, fields: Fields, reader: ConfigReader): void {
  if (typeof fields['key'] !== 'string' || !KEY.test(fields['key'])) reader.wrong(`${path}.key`, fields['key'], key);
  if (typeof fields['name'] !== 'string' || !/^\p{Unified_Ideograph}+$/u.test(fields['name']))
    reader.wrong(`${path}.name`, fields['name'], name);
}

function part(path: string, one: unknown, known: readonly string[], reader: ConfigReader): Fields | undefined {
  if (!isFields(one)) {
    reader.wrong(path, one, text(`an object with ${known.join(', ')}`, `含 ${known.join('、')} 的对象`));
    return undefined;
  }
  const choices = Object.entries(one).filter(([each]) => known.includes(each) || !forbidden.includes(each));
  for (const each of Object.keys(one))
    if (!known.includes(each) && forbidden.includes(each))
      reader.problems.push(CONFIG_FORBIDDEN.at(reader.place(path), { path: `${path}.${each}` }));
  reader.unknownKeys(path, Object.fromEntries(choices), known);
  return one;
}

/** A list whose parts have keys of their own. */
function parts(
  path: string,
  list: unknown,
  reader: ConfigReader,
  read: (path: string, one: unknown, reader: ConfigReader) => Fields | undefined,
): void {
  if (!Array.isArray(list)) {
    reader.wrong(path, list, text('a list', '列表'));
    return;
  }
  const keys = new Map<unknown, string>();
  list.forEach((one: unknown, at) => {
    const here = `${path}[${at}]`;
    const own = read(here, one, reader)?.['key'];
    const by = keys.get(own);
    if (typeof own === 'string' && by !== undefined)
      reader.problems.push(CONFIG_TAKEN.at(reader.place(path), { path: here, name: own, by: text(by, ` ${by} `) }));
    else keys.set(own, here);
  });
}
