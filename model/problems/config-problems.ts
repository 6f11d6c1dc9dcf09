import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

const own = text(
  'egov.config.ts adds to what egov brings: policies, sets of departments. It takes nothing away.',
  'egov.config.ts 只能增加策略与部门集合，不能取消自带内容。',
);

export const CONFIG_BROKEN = new ProblemKind<{ got: string }>({
  code: 'CONFIG_BROKEN',
  why: text(
    'A configuration that is left out because it broke would make its policies pass in silence.',
    '若因配置出错而忽略它，其中的策略会被视为通过。',
  ),
  message: ({ got }) => text(`the configuration broke: ${got}`, `配置出错：${got}`),
  fix: () => text('repair that line; nothing else was looked at', '修正该行；其余内容尚未检查'),
});

export const CONFIG_TYPESCRIPT = new ProblemKind<{ version: string }>({
  code: 'CONFIG_TYPESCRIPT',
  why: text(
    'Node.js reads TypeScript by itself from 22.18 on; an older one needs the compiler of the repository.',
    'Node.js 自 22.18 起可直接读取 TypeScript；更早版本需要仓库中的编译器。',
  ),
  message: ({ version }) =>
    text(
      `Node.js ${version} does not read TypeScript, and the repository has no compiler`,
      `Node.js ${version} 不能读取 TypeScript，且仓库中没有编译器`,
    ),
  fix: () =>
    text(
      '`npm install --save-dev typescript`, or use Node.js 22.18 or newer, or write egov.config.js',
      '`npm install --save-dev typescript`，或使用 Node.js 22.18 以上版本，或改用 egov.config.js',
    ),
});

export const CONFIG_SEVERAL = new ProblemKind<{ files: readonly string[] }>({
  code: 'CONFIG_SEVERAL',
  why: text('Of two configurations nobody knows which one holds.', '存在两个配置时无法确定以哪个为准。'),
  message: ({ files }) => text(`there are ${files.join(' and ')}`, `同时存在 ${files.join(' 与 ')}`),
  fix: () => text('keep one of them', '仅保留一个'),
});

export const CONFIG_VALUE = new ProblemKind<{ path: string; got: string; expected: Text }>({
  code: 'CONFIG_VALUE',
  why: own,
  message: ({ path, got, expected }) =>
    text(`${path} is ${got}; it must be ${expected.en}`, `${path} 为 ${got}；应为${expected.zh}`),
  fix: ({ path }) => text(`correct ${path}`, `更正 ${path}`),
});

export const CONFIG_KEY = new ProblemKind<{ path: string; near: string | undefined; known: readonly string[] }>({
  code: 'CONFIG_KEY',
  why: own,
  message: ({ path }) => text(`${path} is nothing that a configuration has`, `配置中没有 ${path}`),
  fix: ({ near, known }) =>
    near === undefined
      ? text(`remove it; there are: ${known.join(', ')}`, `删除该项；可用：${known.join('、')}`)
      : text(`did you mean ${near}?`, `是否应为 ${near}？`),
});

export const CONFIG_TAKEN = new ProblemKind<{ path: string; name: string; by: Text }>({
  code: 'CONFIG_TAKEN',
  why: text(
    'Waivers, fingerprints and answers hold on to a name: it means one thing.',
    '豁免、指纹与答案均依赖名称，一个名称只有一个含义。',
  ),
  message: ({ path, name, by }) => text(`${path}: ${name} is taken by ${by.en}`, `${path}：${name} 已被${by.zh}使用`),
  fix: () =>
    text('give it a name of your own, such as one that begins with the province', '请另取名称，例如以省名开头'),
});

export const CONFIG_FORBIDDEN = new ProblemKind<{ path: string }>({
  code: 'CONFIG_FORBIDDEN',
  why: text(
    'Planes, zones, flows and levels keep INV-1 to INV-7; they follow from the level and from the division above.',
    '平面、区域、流与等级保证 INV-1 至 INV-7；由层级与上级决定。',
  ),
  message: ({ path }) => text(`${path} is no choice of a profile`, `${path} 不由模板决定`),
  fix: () =>
    text(
      'remove it, and choose a form of system that has what is needed: portal, hall, office or exchange',
      '删除该项，并选用合适的系统形式：portal、hall、office 或 exchange',
    ),
});
