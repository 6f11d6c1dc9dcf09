import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may go wrong between a design and the files that OpenTofu reads. */
export const SYNTHESIS_DISK_FULL = new ProblemKind<{ file: string }>({
  code: 'SYNTHESIS_DISK_FULL',
  why: text(
    'A synthesis is written whole or not at all; the one before it stays as it was.',
    '综合结果要么完整写入，要么不写入；原有结果保持不变。',
  ),
  message: ({ file }) => text(`no space left to write ${file}`, `空间不足，无法写入 ${file}`),
  fix: () => text('free some space, or name another folder with --out', '释放空间，或用 --out 指定其他目录'),
});

export const SYNTHESIS_DENIED = new ProblemKind<{ reason: string }>({
  code: 'SYNTHESIS_DENIED',
  why: text('The result of a synthesis is a folder of files.', '综合结果是一个文件目录。'),
  message: ({ reason }) => text(`cannot be written: ${reason}`, `无法写入：${reason}`),
  fix: () =>
    text(
      'give yourself the right to write there, or name another folder with --out',
      '授予该目录写权限，或用 --out 指定其他目录',
    ),
});

export const SYNTHESIS_FOLDER = new ProblemKind<{ reason: Text }>({
  code: 'SYNTHESIS_FOLDER',
  why: text(
    'A synthesis replaces its folder as a whole, so it replaces only what a synthesis wrote.',
    '综合会整体替换目录，因此只替换由综合写入的目录。',
  ),
  message: ({ reason }) => reason,
  fix: () => text('move what is there, or name another folder with --out', '移走其中的内容，或用 --out 指定其他目录'),
});

export const SYNTHESIS_STACK_LARGE = new ProblemKind<{ stack: string; resources: number; limit: number }>({
  code: 'SYNTHESIS_STACK_LARGE',
  why: text(
    'OpenTofu reads every resource of a state before it plans, and one lock guards all of them; a state has about 500.',
    'OpenTofu 规划前读取状态中的全部资源并共用一把锁；每个状态约 500 个资源。',
  ),
  message: ({ stack, resources, limit }) =>
    text(
      `stack ${stack} has ${resources} resources, at most ${limit} are planned in reasonable time`,
      `堆栈 ${stack} 有 ${resources} 个资源，上限为 ${limit}`,
    ),
  fix: () =>
    text(
      'describe the department as two, or merge tiers and flows that differ in nothing',
      '将部门拆分为两个，或合并相同的层与流',
    ),
});
