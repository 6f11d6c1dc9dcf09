import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const REFERENCE_UNKNOWN = new ProblemKind<{ what: Text; name: string; known: readonly string[] }>({
  code: 'REFERENCE_UNKNOWN',
  why: text('A key that names nothing would be designed as nothing.', '引用的键必须存在。'),
  message: ({ what, name }) => text(`there is no ${what.en} ${name}`, `不存在${what.zh} ${name}`),
  fix: ({ known, what }) =>
    known.length === 0
      ? text(`declare a ${what.en}`, `请先声明${what.zh}`)
      : text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`),
});

function shortList(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

export const NAME_TOO_LONG = new ProblemKind<{ name: string; length: number; limit: number; what: Text }>({
  code: 'NAME_TOO_LONG',
  why: text(
    'Keystone takes project names of 64 characters, DNS labels of 63 (RFC 1035).',
    'Keystone 项目名至多 64 字符，DNS 标签至多 63 字符。',
  ),
  message: ({ name, length, limit, what }) =>
    text(
      `${what.en} would be named ${name}: ${length} characters, the limit is ${limit}`,
      `${what.zh}名称 ${name} 共 ${length} 字符，上限 ${limit}`,
    ),
  fix: () => text('choose a shorter one', '使用更短的名称'),
});

export const NAME_TAKEN = new ProblemKind<{ what: Text; name: string; other: Text }>({
  code: 'NAME_TAKEN',
  why: text(
    'Names are identities in OpenStack and in the state; two of one name cannot be told apart.',
    '名称是云与状态中的标识，不得重复。',
  ),
  message: ({ what, name, other }) =>
    text(`${what.en} ${name} is also ${other.en}`, `${what.zh} ${name} 与${other.zh}重名`),
  fix: () => text('choose another one', '请更换名称'),
});
