import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** `did you mean x?`, or the repair for a reader who meant nothing that exists. */
const meant = (near: string | undefined, otherwise: Text): Text =>
  near === undefined ? otherwise : text(`did you mean ${near}?`, `是否应为 ${near}？`);

export const YAML_SYNTAX = new ProblemKind<{ what: Text; repair: Text }>({
  code: 'YAML_SYNTAX',
  why: text('A file that cannot be read without guessing is not read.', '无法确定含义的文件不予读取。'),
  message: ({ what }) => what,
  fix: ({ repair }) => repair,
});

export const YAML_TAB = new ProblemKind<object>({
  code: 'YAML_TAB',
  why: text('YAML 1.2 §6.1: tabs never indent.', 'YAML 1.2 §6.1：不得使用制表符缩进。'),
  message: () => text('a tab stands where only spaces may indent', '此处用制表符缩进，只允许空格'),
  fix: () => text('replace the tab by two spaces', '将制表符替换为两个空格'),
});

export const YAML_DUPLICATE_KEY = new ProblemKind<{ key: string; first: string }>({
  code: 'YAML_DUPLICATE_KEY',
  why: text('Of two values with one key, one would be lost without a word.', '键重复时其中一个值会被静默丢弃。'),
  message: ({ key, first }) => text(`${key} is already written at ${first}`, `${key} 已写于 ${first}`),
  fix: () => text('remove one of the two, or rename it', '删除或改名其中之一'),
});

export const YAML_DOCUMENTS = new ProblemKind<object>({
  code: 'YAML_DOCUMENTS',
  why: text('One object per file; a second document would be read by nobody.', '每个文件只含一个对象。'),
  message: () => text('a second document begins here', '此处开始第二个文档'),
  fix: () => text('move it to a file of its own, or remove the ---', '移至单独文件或删除 ---'),
});

export const YAML_ALIASES = new ProblemKind<{ limit: number }>({
  code: 'YAML_ALIASES',
  why: text(
    'Aliases of aliases grow without bound from a few lines; what a reviewer cannot see he cannot approve.',
    '别名嵌套可由数行膨胀为海量内容，评审者无法看清。',
  ),
  message: ({ limit }) => text(`the aliases expand to more than ${limit} values`, `别名展开后超过 ${limit} 个值`),
  fix: () => text('write the values out', '直接写出各个值'),
});

export const YAML_ALIAS = new ProblemKind<{ name: string; near?: string | undefined }>({
  code: 'YAML_ALIAS',
  why: text('An alias repeats an anchor that stands before it and is complete.', '别名须引用其前已完整定义的锚点。'),
  message: ({ name }) => text(`*${name} repeats no anchor before it`, `*${name} 之前没有对应的锚点`),
  fix: ({ near, name }) =>
    meant(
      near,
      text(
        `set the anchor &${name} before it, or put a text that starts with * in quotes`,
        `在其前定义锚点 &${name}，或为以 * 开头的文本加引号`,
      ),
    ),
});

export const YAML_MERGE_KEY = new ProblemKind<object>({
  code: 'YAML_MERGE_KEY',
  why: text(
    'The merge key is YAML 1.1 and optional there; layers are what merges here, and `egov show --origin` shows them.',
    '合并键属于 YAML 1.1；本工具以分层合并，可用 `egov show --origin` 查看。',
  ),
  message: () => text('merge keys (<<) are not read', '不支持合并键（<<）'),
  fix: () => text('write the values out, or move them to the profile', '直接写出各值，或移至模板'),
});

export const YAML_DEPTH = new ProblemKind<{ limit: number }>({
  code: 'YAML_DEPTH',
  why: text('No file of an environment is nested deeply.', '环境文件的嵌套层次有限。'),
  message: ({ limit }) => text(`nested deeper than ${limit} levels`, `嵌套超过 ${limit} 层`),
  fix: () => text('close the brackets, or correct the indentation', '补全括号或修正缩进'),
});
