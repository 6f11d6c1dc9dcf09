import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

const identity = text(
  'A key is the identity of a thing, of its state and of what is written about it; two things of one key cannot be told apart later.',
  '键是对象、其状态与相关记录的标识；同一键先后指向两个对象，日后将无法区分。',
);

/** What may be wrong with keys that get another name. */
export const MOVED_REUSED = new ProblemKind<{ key: string; now: string; on: string }>({
  code: 'MOVED_REUSED',
  why: identity,
  message: ({ key, now, on }) =>
    text(
      `${key} was the name of ${now} until ${on}, and names something else here`,
      `${key} 在 ${on} 之前指 ${now}，此处却另有所指`,
    ),
  fix: () => text('give the new one another key', '为新对象另取键名'),
});

export const RENAME_KEY = new ProblemKind<{ key: string; near: string | undefined }>({
  code: 'RENAME_KEY',
  why: text('Keys become names of resources and addresses of states.', '键会成为资源名与状态地址。'),
  message: ({ key }) =>
    text(
      `${key} is no key: up to 24 lower-case letters, digits and single hyphens, a letter first`,
      `${key} 不是有效的键：字母开头，最长 24 个字符，仅含小写字母、数字与单个连字符`,
    ),
  fix: ({ near }) =>
    near === undefined ? text('choose another one', '请更换名称') : text(`did you mean ${near}?`, `是否应为 ${near}？`),
});

export const RENAME_KIND = new ProblemKind<{ path: string }>({
  code: 'RENAME_KIND',
  why: text(
    'Departments, systems, tiers and pools are named by the environment. Planes, zones and sites are what other clouds, carriers and devices know a cloud by, and a profile shares them.',
    '部门、系统、层与资源池由环境命名；平面、区域与站点为外部云、运营商与设备所知，且由模板共享。',
  ),
  message: ({ path }) => text(`${path} cannot be renamed`, `${path} 不能改名`),
  fix: () =>
    text(
      'name tenants/KEY, tenants/KEY/SYSTEM, tenants/KEY/SYSTEM/TIER or pools/KEY',
      '使用 tenants/键、tenants/键/系统、tenants/键/系统/层 或 pools/键',
    ),
});

export const RENAME_UNKNOWN = new ProblemKind<{
  path: string;
  near: string | undefined;
  known: readonly string[];
}>({
  code: 'RENAME_UNKNOWN',
  why: text('What is not described cannot be renamed.', '未描述的对象无法改名。'),
  message: ({ path }) => text(`there is no ${path}`, `不存在 ${path}`),
  fix: ({ near, known }) =>
    near === undefined
      ? text(`use one of: ${known.join(', ')}`, `可用：${known.join('、')}`)
      : text(`did you mean ${near}?`, `是否应为 ${near}？`),
});

export const RENAME_TAKEN = new ProblemKind<{ key: string; holder: Text }>({
  code: 'RENAME_TAKEN',
  why: identity,
  message: ({ key, holder }) => text(`${key} ${holder.en}`, `${key} ${holder.zh}`),
  fix: () => text('choose another key', '请更换键名'),
});

export const RENAME_ELSEWHERE = new ProblemKind<{ path: string; file: string }>({
  code: 'RENAME_ELSEWHERE',
  why: text(
    'A file that several environments share names things of each of them.',
    '多个环境共享的文件同时为各环境命名。',
  ),
  message: ({ path, file }) =>
    text(`${path} is written in ${file}, which others read too`, `${path} 写在共享文件 ${file} 中`),
  fix: () =>
    text(
      'write it into a file of the environment first, under the key that it has',
      '请先以现有键名写入该环境自己的文件',
    ),
});

export const RENAME_ALIAS = new ProblemKind({
  code: 'RENAME_ALIAS',
  why: text(
    'Behind an alias stands a text that other places use too, and they may mean something else.',
    '别名所指文本可能被其他位置以不同含义使用。',
  ),
  message: () => text('a YAML alias stands where the key is named', '引用该键的位置使用了 YAML 别名'),
  fix: () => text('write the name itself here', '请在此处直接写出名称'),
});

export const RENAME_CHANGES = new ProblemKind<{ path: string; differences: readonly string[] }>({
  code: 'RENAME_CHANGES',
  why: text(
    'A renaming changes what things are called, and nothing else: nothing is destroyed, nothing moves.',
    '改名只改变名称，不得删除或迁移任何资源。',
  ),
  message: ({ path, differences }) => {
    const shown = differences.slice(0, 5).join(', ');
    const more = differences.length - Math.min(5, differences.length);
    return text(
      `with another name of ${path} the design differs in more than names: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
      `${path} 改名后，设计的差异不止名称：${shown}${more > 0 ? ` 等 ${differences.length} 项` : ''}`,
    );
  },
  fix: () =>
    text(
      'a default that follows the order of keys changed with it (such as the pool of a tier that names none): write it out, then rename',
      '某个依键序取值的默认项随之改变（例如未指定资源池的层）：请先明确写出，再改名',
    ),
});

export const RENAME_DENIED = new ProblemKind<{ file: string; reason: string }>({
  code: 'RENAME_DENIED',
  why: text('A renaming is written whole or not at all.', '改名要么完整写入，要么不写入。'),
  message: ({ file, reason }) =>
    text(`${file} cannot be written: ${reason}; everything is as it was`, `无法写入 ${file}：${reason}；未作任何改动`),
  fix: () => text('free some space, or give yourself the right to write there', '释放空间，或授予该目录写权限'),
});
