import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** `did you mean x?`, or the repair for a reader who meant nothing that exists. */
const meant = (near: string | undefined, otherwise: Text): Text =>
  near === undefined ? otherwise : text(`did you mean ${near}?`, `是否应为 ${near}？`);

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

export const ENV_ROOT = new ProblemKind<{ folder: string }>({
  code: 'ENV_ROOT',
  why: text('Environments live in one folder, so that one command sees them all.', '所有环境位于同一目录下。'),
  message: ({ folder }) => text(`there is no folder ${folder}`, `目录 ${folder} 不存在`),
  fix: () =>
    text(
      'run egov where environments/ lies, or name the folder with --environments DIR',
      '在 environments/ 所在目录运行，或用 --environments DIR 指定',
    ),
});

export const ENV_UNKNOWN = new ProblemKind<{ id: string; near?: string | undefined; known: readonly string[] }>({
  code: 'ENV_UNKNOWN',
  why: text(
    'A folder with an environment.yaml is an environment; its id is its path below environments/.',
    '含 environment.yaml 的目录即为环境，其标识为 environments/ 下的路径。',
  ),
  message: ({ id }) => text(`there is no environment ${id}`, `不存在环境 ${id}`),
  fix: ({ near, known }) =>
    meant(
      near,
      known.length === 0
        ? text('create a folder with an environment.yaml', '创建含 environment.yaml 的目录')
        : text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`),
    ),
});

export const ENV_ID = new ProblemKind<{ id: string; near?: string | undefined }>({
  code: 'ENV_ID',
  why: text(
    'The id becomes names and state addresses, and it never leaves the folder of environments.',
    '标识用于资源名与状态地址，且不得越出环境目录。',
  ),
  message: ({ id }) => text(`${id} is no environment id`, `${id} 不是有效的环境标识`),
  fix: ({ near }) =>
    meant(
      near,
      text(
        'use keys of lower-case letters, digits and single hyphens, joined by /, such as guangxi/liuzhou',
        '使用小写字母、数字与单个连字符，以 / 连接，例如 guangxi/liuzhou',
      ),
    ),
});

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

export const TENANT_FILE = new ProblemKind<{ name: string; near: string }>({
  code: 'TENANT_FILE',
  why: text(
    'The name of the file is the key of the tenant; projects, routers and state are named after it.',
    '文件名即租户键，项目、路由器与状态均由其命名。',
  ),
  message: ({ name }) =>
    text(
      `${name} gives no key: a key has up to 24 lower-case letters, digits and single hyphens and starts with a letter`,
      `${name} 不能作为键：键以字母开头，最长 24 个字符，仅含小写字母、数字与单个连字符`,
    ),
  fix: ({ near }) => text(`rename it to ${near}`, `改名为 ${near}`),
});

export const TENANT_TWICE = new ProblemKind<{ key: string; other: string }>({
  code: 'TENANT_TWICE',
  why: text(
    'Some file systems hold both files and some only one; the cloud would depend on who checked it out.',
    '部分文件系统不区分大小写，检出结果会因机器而异。',
  ),
  message: ({ key, other }) => text(`${other} already describes tenant ${key}`, `租户 ${key} 已由 ${other} 描述`),
  fix: () => text('merge the two files, or give one another key', '合并两个文件或更换其中一个键'),
});

export const PROFILE_UNKNOWN = new ProblemKind<{ name: string; near?: string | undefined; known: readonly string[] }>({
  code: 'PROFILE_UNKNOWN',
  why: text('A profile gives an environment the zones and sizes of its level.', '模板提供相应层级的区域与规模。'),
  message: ({ name }) => text(`there is no profile ${name}`, `不存在模板 ${name}`),
  fix: ({ near, known }) => meant(near, text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`)),
});

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

export const ENV_KEY_UNKNOWN = new ProblemKind<{
  key: string;
  near?: string | undefined;
  known: readonly string[];
  file?: string | undefined;
}>({
  code: 'ENV_KEY_UNKNOWN',
  why: text('A misspelt key would leave the default in force without a word.', '拼错的键会静默使用默认值。'),
  message: ({ key }) => text(`unknown key ${key}`, `未知的键 ${key}`),
  fix: ({ near, known, file }) =>
    file !== undefined
      ? text(`move it to ${file}`, `移至 ${file}`)
      : meant(near, text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`)),
});

export const ENV_KEY_INVALID = new ProblemKind<{ key: string; expected: Text; near?: string | undefined }>({
  code: 'ENV_KEY_INVALID',
  why: text('Keys become construct ids, resource names and state addresses.', '键用于构造标识、资源名与状态地址。'),
  message: ({ key, expected }) =>
    text(`${key} is no key here: expected ${expected.en}`, `${key} 不是有效的键：应为${expected.zh}`),
  fix: ({ near }) => meant(near, text('choose such a key', '请更换键名')),
});

export const ENV_MISSING = new ProblemKind<{ key: string; what: Text }>({
  code: 'ENV_MISSING',
  why: text('The toolkit guesses no value that has no sensible default.', '没有合理默认值的内容不会被猜测。'),
  message: ({ key }) => text(`${key} is missing`, `缺少 ${key}`),
  fix: ({ key, what }) => text(`add \`${key}:\` with ${what.en}`, `增加 \`${key}:\`，值为${what.zh}`),
});

export const ENV_TYPE = new ProblemKind<{ key: string; got: Text; expected: Text; repair?: Text | undefined }>({
  code: 'ENV_TYPE',
  why: text('YAML decides the type by the look of a value.', 'YAML 按书写形式判断类型。'),
  message: ({ key, got, expected }) =>
    text(`${key}: got ${got.en}, expected ${expected.en}`, `${key}：得到${got.zh}，应为${expected.zh}`),
  fix: ({ repair, expected }) => repair ?? text(`write ${expected.en}`, `填写${expected.zh}`),
});

export const ENV_VALUE = new ProblemKind<{ key: string; got: string; expected: Text; repair?: Text | undefined }>({
  code: 'ENV_VALUE',
  why: text('The value is of the right type and outside of what it may be.', '值的类型正确，但超出允许范围。'),
  message: ({ key, got, expected }) =>
    text(`${key}: got ${got}, expected ${expected.en}`, `${key}：得到 ${got}，应为${expected.zh}`),
  fix: ({ repair, expected }) => repair ?? text(`write ${expected.en}`, `填写${expected.zh}`),
});
