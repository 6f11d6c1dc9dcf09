import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

const words = (profile: string): string => profile.replace('-', ' ');

export const ADCODE_UNKNOWN = new ProblemKind<{ adcode: string }>({
  code: 'ADCODE_UNKNOWN',
  why: text(
    'Names, tags and autonomous system numbers derive from the code of GB/T 2260.',
    '名称、标签与自治系统号均由 GB/T 2260 代码得出。',
  ),
  message: ({ adcode }) =>
    text(
      `${adcode} is no code of GB/T 2260: its first two digits name no province`,
      `${adcode} 不是 GB/T 2260 代码：前两位不是省级代码`,
    ),
  fix: () => text('write the six digits of the division, such as "450222"', '填写六位行政区划代码，例如 "450222"'),
});

export const ADCODE_LEVEL = new ProblemKind<{ adcode: string; level: string; profile: string }>({
  code: 'ADCODE_LEVEL',
  why: text(
    'A profile is made for one administrative level, or for development zones, whose statistical codes end with 71 to 79; its sizes and zones fit no other.',
    '配置模板对应一个行政层级，或对应统计代码以 71 至 79 结尾的开发区。',
  ),
  message: ({ adcode, level, profile }) =>
    text(
      `${adcode} is a ${words(level)}, the profile is for a ${words(profile)}`,
      `${adcode} 对应模板 ${level}，而所用模板为 ${profile}`,
    ),
  fix: ({ level }) => text(`use \`profile: ${level}\`, or correct the code`, `改用 \`profile: ${level}\` 或更正代码`),
});

export const ADCODE_PARENT = new ProblemKind<{ adcode: string; parent: string; parentAdcode: string }>({
  code: 'ADCODE_PARENT',
  why: text('A folder inside an environment is a cloud of a division below it.', '环境目录的上下级须与行政区划一致。'),
  message: ({ adcode, parent, parentAdcode }) =>
    text(
      `${adcode} does not lie in ${parentAdcode}, the division of ${parent}`,
      `${adcode} 不属于上级环境 ${parent} 的 ${parentAdcode}`,
    ),
  fix: ({ parent }) =>
    text(`correct the code, or move the folder out of ${parent}`, `更正代码，或将目录移出 ${parent}`),
});

export const ADCODE_TAKEN = new ProblemKind<{ adcode: string; other: string }>({
  code: 'ADCODE_TAKEN',
  why: text(
    'Names of projects and flavors start with the code; two clouds of one code would collide.',
    '项目与规格名以代码开头，重复会冲突。',
  ),
  message: ({ adcode, other }) => text(`${adcode} is also the code of ${other}`, `${adcode} 已被 ${other} 使用`),
  fix: () =>
    text(
      'one environment per division: correct the code, or merge the folders',
      '每个区划一个环境：更正代码或合并目录',
    ),
});

export const SITE_PRIMARY = new ProblemKind<{ count: number }>({
  code: 'SITE_PRIMARY',
  why: text('A plane without a site of its own stands at the primary site.', '未指明站点的平面位于主站点。'),
  message: ({ count }) => text(`${count} sites are primary, exactly one must be`, `有 ${count} 个主站点，应恰好一个`),
  fix: () => text('give one site `role: primary`', '为一个站点设置 `role: primary`'),
});
