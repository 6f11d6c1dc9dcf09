import { CONFIG_TAKEN } from '../../model/problems/config-problems';
import type { Text } from '../../model/text';
import { policies } from '../../policies/packs';
import type { Policy } from '../../policies/policy';
import { severities } from '../../policies/severity';
import type { OwnPolicy } from './config';
import { type ConfigReader, type Fields, isFields } from './config-reader';

const text = (en: string, zh: string): Text => ({ en, zh });
const oneOf = (known: readonly string[]): Text => text(`one of ${known.join(', ')}`, ` ${known.join('、')} 之一`);

const ID = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;
const scopes = ['design', 'resources', 'manifests'];
const outcomes = ['fail', 'warn', 'evidence-missing'];
const keys = ['id', 'title', 'standard', 'clauses', 'severity', 'outcome', 'scope', 'why', 'fix', 'check'];
const levels = ['2', '3', '4'];

/** Policies of a repository; what is wrong with them is told to the reader, all of it. */
export function ownPolicies(list: unknown, reader: ConfigReader): readonly Policy[] {
  if (!Array.isArray(list)) {
    reader.wrong('policies', list, text('a list of policies', '策略列表'));
    return [];
  }
  const ids = new Map(policies.map(({ id }) => [id, text('a policy of egov', '自带策略')]));
  return list.flatMap((one: unknown, at): Policy[] => {
    const path = `policies[${at}]`;
    if (!isFields(one)) {
      reader.wrong(path, one, text('a policy', '策略'));
      return [];
    }
    const before = reader.problems.length;
    shape(path, one, reader);
    const { id } = one as unknown as OwnPolicy;
    const by = ids.get(id);
    if (by !== undefined) reader.problems.push(CONFIG_TAKEN.at(reader.place(path), { path, name: id, by }));
    ids.set(id, text(path, ` ${path} `));
    return reader.problems.length > before ? [] : [{ controls: [], ...(one as unknown as OwnPolicy) }];
  });
}

function shape(path: string, one: Fields, reader: ConfigReader): void {
  reader.unknownKeys(path, one, keys);
  const expect = (key: string, right: (value: unknown) => boolean, expected: Text): void => {
    if (!right(one[key])) reader.wrong(`${path}.${key}`, one[key], expected);
  };
  const filled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
  const spoken = (value: unknown): boolean => isFields(value) && filled(value['en']) && filled(value['zh']);
  const among = (known: readonly string[]) => (value: unknown) => known.includes(value as string);
  expect('id', (value) => typeof value === 'string' && ID.test(value), text('such as GX-TAGS', '形如 GX-TAGS 的标识'));
  for (const key of ['title', 'why', 'fix'])
    expect(key, spoken, text('words in both languages: { en, zh }', '中英文说明：{ en, zh }'));
  expect('standard', filled, text('a standard with its version', '带版本的标准'));
  expect('severity', among(severities), oneOf(severities));
  expect('scope', among(scopes), oneOf(scopes));
  expect('outcome', (value) => value === undefined || among(outcomes)(value), oneOf(outcomes));
  expect('check', (value) => typeof value === 'function', text('a function of the subject', '以被检对象为参数的函数'));
  expect(
    'clauses',
    (value) =>
      value === undefined ||
      (isFields(value) &&
        Object.entries(value).every(
          ([level, clauses]) => levels.includes(level) && Array.isArray(clauses) && clauses.every(filled),
        )),
    text('lists of clauses at the levels 2, 3 and 4', '2、3、4 级的条款列表'),
  );
}
