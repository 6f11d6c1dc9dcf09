import type { Text } from '../model/text';

/** What a change means, the gravest first. The first two are never cut from a review. */
export const lanes = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type Lane = (typeof lanes)[number];

/** Lanes of which every item is told, whatever the size. */
export const wholeLanes: readonly Lane[] = [1, 2];

export const laneNames: Readonly<Record<Lane, Text>> = {
  1: { en: 'Reachability and exposure', zh: '可达性与暴露面' },
  2: { en: 'Data lost or replaced', zh: '数据丢失或替换' },
  3: { en: 'Identity, credentials, quotas', zh: '身份、凭据与配额' },
  4: { en: 'Policy findings', zh: '策略检查结果' },
  5: { en: 'Capacity, addresses, cost', zh: '容量、地址与费用' },
  6: { en: 'Ordinary changes', zh: '一般变更' },
  7: { en: 'State only: moved, renamed, adopted', zh: '仅状态变化：移动、改名、接管' },
  8: { en: 'Noise: tags, descriptions, order', zh: '噪声：标签、描述、顺序' },
};

export const laneMark = (lane: Lane): string => '①②③④⑤⑥⑦⑧'[lane - 1] as string;
