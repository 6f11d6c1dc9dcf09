import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const LEDGER_INVALID = new ProblemKind<{ owner: string; block: Text; reason: Text }>({
  code: 'LEDGER_INVALID',
  why: text(
    'The ledger decides addresses that are in use; a wrong line would renumber somebody.',
    '地址台账记录在用地址，错误会导致重新编址。',
  ),
  message: ({ owner, block, reason }) =>
    text(`${owner} has ${block.en}, which ${reason.en}`, `${owner} 记录为${block.zh}，${reason.zh}`),
  fix: () =>
    text(
      'restore the line from the last revision in which it was right, or delete it where its owner moves on purpose',
      '从正确的版本恢复该行；若有意迁移，则删除该行',
    ),
});

export const LEDGER_EDITED = new ProblemKind<Record<string, never>>({
  code: 'LEDGER_EDITED',
  why: text(
    'The ledger decides addresses that are in use. Only commands that keep its laws write it.',
    '地址台账决定在用地址，只能由遵守其规则的命令写入。',
  ),
  message: () =>
    text(
      'the seal does not fit what stands above it: somebody edited the file, or git merged it without its driver',
      '封印与内容不符：文件被手工修改，或 git 未使用合并驱动合并',
    ),
  fix: () =>
    text(
      'restore the file from git; after a merge whose lines are all right, `egov addresses check --repair` seals it again',
      '从 git 恢复该文件；若为合并且各行无误，运行 `egov addresses check --repair` 重新封印',
    ),
});

export const LEDGER_TRUNCATED = new ProblemKind<Record<string, never>>({
  code: 'LEDGER_TRUNCATED',
  why: text(
    'The seal is the last line. Without it nobody knows what else is missing.',
    '封印为最后一行；缺失则无法得知还丢失了什么。',
  ),
  message: () => text('the seal at the end is missing: the file is cut off', '末尾缺少封印：文件已被截断'),
  fix: () => text('restore the file from git', '从 git 恢复该文件'),
});

export const LEDGER_NEWER = new ProblemKind<{ version: string }>({
  code: 'LEDGER_NEWER',
  why: text(
    'A ledger that is only half understood would give addresses away twice.',
    '未完全理解的台账会导致地址重复分配。',
  ),
  message: ({ version }) =>
    text(
      `version ${version} is of a newer egov; this one knows 1 and 2`,
      `版本 ${version} 来自更新的 egov；当前支持 1 与 2`,
    ),
  fix: () => text('update egov', '升级 egov'),
});

export const LEDGER_CONFLICT = new ProblemKind<{ line: string }>({
  code: 'LEDGER_CONFLICT',
  why: text(
    'Two branches allocated at once. Every allocation of both stays where their blocks are apart.',
    '两个分支同时分配；互不重叠的分配均保留。',
  ),
  message: ({ line }) => text(`git left a conflict: ${line}`, `git 留下冲突：${line}`),
  fix: () =>
    text(
      '`egov addresses check --repair` joins both sides, or names who stands in the way of whom',
      '`egov addresses check --repair` 合并两侧，或指出互相冲突者',
    ),
});

export const LEDGER_CLASH = new ProblemKind<{ owner: string; block: string; other: string; otherBlock: string }>({
  code: 'LEDGER_CLASH',
  why: text(
    'Two branches gave the same addresses away. Which of them moves is for people to say.',
    '两个分支分配了相同地址；由人决定哪一方调整。',
  ),
  message: ({ owner, block, other, otherBlock }) =>
    text(
      `${owner} has ${block} on one side, ${other} has ${otherBlock} on the other`,
      `一侧 ${owner} 为 ${block}，另一侧 ${other} 为 ${otherBlock}`,
    ),
  fix: () =>
    text(
      'take the file of one side, and run the command of the other branch again: it finds another block',
      '采用一侧的文件，并在其上重新执行另一分支的命令，将分配到其他地址段',
    ),
});
