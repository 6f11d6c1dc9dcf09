import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

export const FILE_MISSING = new ProblemKind<{ file: string; schema: string }>({
  code: 'FILE_MISSING',
  why: text('The toolkit guesses no part of a cloud that has no sensible default.', '没有合理默认值的部分不会被猜测。'),
  message: ({ file }) => text(`${file} is missing`, `缺少 ${file}`),
  fix: ({ file, schema }) =>
    text(
      `create ${file}, with \`# yaml-language-server: $schema=${schema}\` as its first line`,
      `创建 ${file}，首行为 \`# yaml-language-server: $schema=${schema}\``,
    ),
});

export const FILE_UNKNOWN = new ProblemKind<{ name: string; near?: string | undefined; known: readonly string[] }>({
  code: 'FILE_UNKNOWN',
  why: text('A file that nobody reads looks like a decision and is none.', '无人读取的文件容易被误认为已生效。'),
  message: ({ name }) => text(`${name} is no file of an environment`, `${name} 不是环境文件`),
  fix: ({ near, known }) =>
    near === undefined
      ? text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`)
      : text(`rename it to ${near}`, `改名为 ${near}`),
});

export const FILE_UNREADABLE = new ProblemKind<{ reason: Text; repair: Text }>({
  code: 'FILE_UNREADABLE',
  why: text('A part of the cloud that cannot be read is not taken as absent.', '无法读取的部分不会被当作不存在。'),
  message: ({ reason }) => reason,
  fix: ({ repair }) => repair,
});

export const FILE_TOO_LARGE = new ProblemKind<{ bytes: number; limit: number }>({
  code: 'FILE_TOO_LARGE',
  why: text(
    'Descriptions are written by people and reviewed by people; a department takes some kilobytes.',
    '环境描述由人编写和评审，一个部门仅数千字节。',
  ),
  message: ({ bytes, limit }) =>
    text(`the file has ${bytes} bytes, at most ${limit} are read`, `文件有 ${bytes} 字节，上限 ${limit} 字节`),
  fix: () =>
    text('one object per file: move departments to files of their own', '每个对象一个文件：将部门拆分为独立文件'),
});

export const FILE_EMPTY = new ProblemKind<{ file: string }>({
  code: 'FILE_EMPTY',
  why: text('An empty file is mostly a merge or a copy that went wrong.', '空文件多为合并或复制出错所致。'),
  message: ({ file }) => text(`${file} says nothing`, `${file} 没有内容`),
  fix: () => text('write its keys, {} for none, or delete the file', '填写内容（无内容写 {}）或删除该文件'),
});

export const FILE_ENCODING = new ProblemKind<{ offset: number }>({
  code: 'FILE_ENCODING',
  why: text('Names are Chinese; only one encoding is the same everywhere.', '名称含中文，须统一编码。'),
  message: ({ offset }) => text(`byte ${offset} is not UTF-8`, `第 ${offset} 字节不是 UTF-8`),
  fix: () =>
    text(
      'save the file as UTF-8, for example: iconv -f GB18030 -t UTF-8 FILE',
      '以 UTF-8 保存，例如：iconv -f GB18030 -t UTF-8 FILE',
    ),
});

export const FOLDER_LOOP = new ProblemKind<{ target: string }>({
  code: 'FOLDER_LOOP',
  why: text('A folder inside itself has no end.', '目录包含自身则无法遍历完毕。'),
  message: ({ target }) => text(`the link leads back to ${target}`, `链接指回 ${target}`),
  fix: () => text('remove the link', '删除该链接'),
});

export const FILE_OUTSIDE = new ProblemKind<object>({
  code: 'FILE_OUTSIDE',
  why: text(
    'What a reviewer approves lies in the folder of environments; a link out of it reads what nobody reviewed.',
    '评审内容均在环境目录之内，指向其外的链接会读入未经评审的内容。',
  ),
  message: () => text('the link leads out of the folder of environments', '链接指向环境目录之外'),
  fix: () => text('put a copy of the file in its place', '以文件副本代替链接'),
});
