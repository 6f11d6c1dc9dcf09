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
