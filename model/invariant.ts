import type { Text } from './text';

export type InvariantId = 'INV-1' | 'INV-2' | 'INV-3' | 'INV-4' | 'INV-5' | 'INV-6' | 'INV-7';

/** What holds in every government cloud, whatever its description says. */
export const invariants: Readonly<Record<InvariantId, Text>> = {
  'INV-1': {
    en: 'no path leads from the internet plane to the extranet plane, or back, without a gap device',
    zh: '互联网平面与政务外网平面之间，除网闸外无任何通路',
  },
  'INV-2': { en: 'no zone of trust 3 or more has a public address', zh: '信任级别 3 及以上的区域没有公网地址' },
  'INV-3': { en: 'no authoritative store lies in the internet plane', zh: '权威数据不落互联网平面' },
  'INV-4': {
    en: 'every administrative port is open to the bastion or an operations block only',
    zh: '管理端口仅对堡垒机或运维地址段开放',
  },
  'INV-5': { en: 'no route leads from a tenant network to the management plane', zh: '租户网络没有到管理平面的路由' },
  'INV-6': { en: 'no chain of VRF imports joins two departments', zh: 'VRF 导入关系不连通两个部门' },
  'INV-7': {
    en: 'between zones of different MLPS level only explicit rules pass, and they are logged',
    zh: '不同等保级别区域之间仅放行显式规则并记录日志',
  },
};
