import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { nearMiss } from '../../environments/near-miss';
import { type DepartmentSets, departmentSets } from '../../environments/new/departments';
import type { DivisionAbove } from '../../environments/new/division-above';
import type { DivisionAnswers } from '../../environments/new/division-answers';
import { levelSizes, sizes } from '../../environments/new/division-sizes';
import { Cidr } from '../../model/cidr';
import type { Profile } from '../../model/jurisdiction';
import { type Problem, ProblemsError } from '../../model/problem';
import { ANSWER_FORBIDDEN, ANSWER_UNKNOWN, ANSWER_VALUE } from '../../model/problems/division-problems';
import type { Text } from '../../model/text';
import type { Context } from '../context';
import { USAGE_ANSWER } from '../usage-problems';

/** What a new cloud may be asked, in the order of the questions. */
export const answerNames = [
  'name', 'adcode', 'parent', 'key', 'departments', 'size', 'mlps', 'ipv6', 'xinchuang', 'domain', 'provider',
  'network-contact', 'security-contact', 'operators', 'backup-at',
] as const; // biome-ignore format: one list
export type AnswerName = (typeof answerNames)[number];

/** Answers as somebody gave them: texts, or what YAML makes of them. */
export type GivenAnswers = Readonly<Partial<Record<AnswerName, string>>>;

const text = (en: string, zh: string): Text => ({ en, zh });

/** Sections of an environment that no new cloud decides for itself. */
export const decidedElsewhere: readonly string[] = [
  'planes',
  'zones',
  'pools',
  'flows',
  'gap',
  'profile',
  'level',
  'extranetUsers',
  'waivers',
  'addresses',
];

/** The answers of a file: a map of names to scalars, or a list for operators. Throws ProblemsError. */
export function answersOfFile(file: string, { folder }: Pick<Context, 'folder'>): GivenAnswers {
  const value = (got: string, expected: Text) =>
    new ProblemsError([ANSWER_VALUE.at(`${file}:1:1`, { answer: file, got, expected })]);
  const map = text('a YAML map of answers', '答案组成的 YAML 映射');
  let read: unknown;
  try {
    read = parse(readFileSync(resolve(folder, file), 'utf8'));
  } catch (error) {
    throw value((error as Error).message.split('\n')[0] ?? '', map);
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw value(read === null ? 'empty' : typeof read, map);
  const problems: Problem[] = [];
  const answers: Partial<Record<AnswerName, string>> = {};
  for (const [name, one] of Object.entries(read)) {
    if ((answerNames as readonly string[]).includes(name))
      answers[name as AnswerName] = Array.isArray(one) ? one.join(',') : String(one ?? '');
    else if (decidedElsewhere.includes(name))
      problems.push(
        ANSWER_FORBIDDEN.at(`${file}:1:1`, {
          answer: name,
          reason: text('a profile and the division above decide it', '由模板与上级决定'),
        }),
      );
    else
      problems.push(
        ANSWER_UNKNOWN.at(`${file}:1:1`, { answer: name, near: nearMiss(name, answerNames), known: answerNames }),
      );
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return answers;
}

/** What is taken where nobody says otherwise; name, code and parent have to be said. */
export function usualAnswers(level: Profile, given: GivenAnswers, above: DivisionAbove): GivenAnswers {
  const { values } = above;
  const key =
    given.key ?? `${{ province: 'p', city: 'm', county: 'c', 'development-zone': 'd' }[level]}${given.adcode ?? ''}`;
  const adcode = given.adcode ?? '000000';
  const domain = given.domain ?? `${key}.${values?.domain ?? 'gov.example'}`;
  return {
    key,
    departments: 'standard-12',
    size: 'small',
    mlps: String(Math.min(levelSizes[level].mlps, values?.mlps ?? 4)),
    ipv6: String(above.pools.private.some((block) => block.family === 6)),
    xinchuang: 'true',
    domain,
    provider: values?.provider ?? 'unicom',
    'network-contact': values?.contacts.network ?? `noc@${domain}`,
    'security-contact': values?.contacts.security ?? `soc@${domain}`,
    operators: (values?.operators ?? []).join(','),
    'backup-at': values?.adcode ?? `${adcode.slice(0, 2)}0200`,
  };
}

/** Answers as values. Throws ProblemsError with every one that is missing or wrong. */
export function parsedAnswers(
  level: Profile,
  given: GivenAnswers,
  sets: DepartmentSets = departmentSets,
): DivisionAnswers {
  const problems: Problem[] = [];
  const at = 'egov new';
  const wrong = (answer: AnswerName, expected: Text) =>
    void problems.push(ANSWER_VALUE.at(at, { answer, got: given[answer] ?? '', expected }));
  const oneOf = (answer: AnswerName, known: readonly string[]): string => {
    const value = given[answer] ?? '';
    if (!known.includes(value)) wrong(answer, text(`one of ${known.join(', ')}`, `${known.join('、')} 之一`));
    return value;
  };
  const matching = (answer: AnswerName, pattern: RegExp, expected: Text): string => {
    const value = given[answer] ?? '';
    if (!pattern.test(value)) wrong(answer, expected);
    return value;
  };
  for (const answer of answerNames)
    if (given[answer] === undefined && (answer !== 'parent' || level !== 'province'))
      problems.push(USAGE_ANSWER.at(`egov new ${level}`, { answer, level }));
  if (problems.length > 0) throw new ProblemsError(problems);
  const operators = (given.operators ?? '').split(/[, ]+/).filter((one) => one !== '');
  if (operators.some((one) => !(Cidr.parse(one) instanceof Cidr)))
    wrong('operators', text('blocks such as 172.16.45.0/28', '地址段，例如 172.16.45.0/28'));
  const mail = text('a mail address', '邮箱地址');
  const answers: DivisionAnswers = {
    level,
    name: given.name ?? '',
    adcode: given.adcode ?? '',
    parent: given.parent === '' ? undefined : given.parent,
    key: given.key ?? '',
    departments: oneOf('departments', Object.keys(sets)),
    size: oneOf('size', sizes) as DivisionAnswers['size'],
    mlps: Number(oneOf('mlps', ['2', '3'])) as 2 | 3,
    ipv6: oneOf('ipv6', ['true', 'false']) === 'true',
    xinchuang: oneOf('xinchuang', ['true', 'false']) === 'true',
    domain: matching('domain', /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, text('a DNS name', 'DNS 名称')),
    provider: matching('provider', /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, text('a key such as unicom', '键，例如 unicom')),
    contacts: {
      network: matching('network-contact', /^[^\s,{}[\]"']+@[^\s,{}[\]"']+$/, mail),
      security: matching('security-contact', /^[^\s,{}[\]"']+@[^\s,{}[\]"']+$/, mail),
    },
    operators,
    backupAt: matching('backup-at', /^\d{6}$/, text('six digits', '六位数字')),
  };
  if (problems.length > 0) throw new ProblemsError(problems);
  return answers;
}
