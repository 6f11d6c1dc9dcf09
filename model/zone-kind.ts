import type { PlaneRole } from './plane-role';
import type { Text } from './text';

/** How far a zone is trusted: 0 faces the Internet, 5 runs the cloud. */
export type Trust = 0 | 1 | 2 | 3 | 4 | 5;

/** What a zone of this kind is and may hold. The nineteen kinds are a closed dictionary: places, not permissions. */
export interface ZoneKindFacts {
  readonly name: Text;
  readonly plane: PlaneRole | 'any';
  readonly trust: Trust;
  /** `lb`: only the address of a load balancer; `nat`: only a one-to-one mapping on the extranet. */
  readonly publicAddress: 'yes' | 'lb' | 'nat' | 'no';
  /** Whether the authoritative copy of data may live here. */
  readonly authoritativeData: boolean;
  /** `platform`: one network that the platform owns; `tenant`: address space from which tenants' networks are cut. */
  readonly tenancy: 'platform' | 'tenant';
}

const kind = (
  en: string,
  zh: string,
  plane: ZoneKindFacts['plane'],
  trust: Trust,
  publicAddress: ZoneKindFacts['publicAddress'],
  authoritativeData: boolean,
  tenancy: ZoneKindFacts['tenancy'],
): ZoneKindFacts => ({ name: { en, zh }, plane, trust, publicAddress, authoritativeData, tenancy });

/** Zones of a government cloud; GW0013 and GB/T 22239-2019 8.1.2.1 c ask for zoning, the dictionary is ours. */
export const zoneKinds = {
  'I-EDGE': kind('Internet access', '互联网接入区', 'internet', 0, 'yes', false, 'platform'),
  'I-DMZ': kind('DMZ', 'DMZ / 前置发布区', 'internet', 1, 'lb', false, 'platform'),
  'I-APP': kind('Internet business', '互联网业务区', 'internet', 2, 'no', false, 'tenant'),
  'I-DATA': kind('Internet data', '互联网数据区', 'internet', 2, 'no', false, 'tenant'),
  'I-EXCH': kind('Outer exchange', '数据交换前置区(外)', 'internet', 2, 'no', false, 'platform'),
  'E-EDGE': kind('Extranet access', '政务外网接入区', 'extranet', 1, 'yes', false, 'platform'),
  'E-PUB': kind('Public services', '公共服务区', 'extranet', 3, 'nat', true, 'tenant'),
  'E-DEPT': kind('Department business', '部门业务区', 'extranet', 3, 'nat', true, 'tenant'),
  'E-VPN': kind('Private network', '专用网络区', 'extranet', 3, 'no', true, 'tenant'),
  'E-DATA': kind('Data resources', '数据资源区', 'extranet', 4, 'no', true, 'tenant'),
  'E-SHARE': kind('Data sharing', '数据共享交换区', 'extranet', 3, 'no', false, 'tenant'),
  'E-EXCH': kind('Inner exchange', '数据交换前置区(内)', 'extranet', 2, 'no', false, 'platform'),
  'M-OPS': kind('Operations', '运维管理区', 'management', 5, 'no', false, 'platform'),
  'M-SEC': kind('Security management', '安全管理区', 'management', 5, 'no', false, 'platform'),
  'M-CTRL': kind('Cloud control', '云控制区', 'management', 5, 'no', false, 'platform'),
  'M-SUP': kind('Supervision access', '监管接入区', 'management', 4, 'no', false, 'platform'),
  'X-BACKUP': kind('Backup', '备份区', 'storage', 4, 'no', false, 'platform'),
  'X-DR': kind('Disaster recovery', '灾备区', 'replication', 4, 'no', false, 'platform'),
  'T-TEST': kind('Development and test', '开发测试区', 'any', 1, 'no', false, 'tenant'),
} as const satisfies Record<string, ZoneKindFacts>;

export type ZoneKind = keyof typeof zoneKinds;
export const zoneKindNames = Object.keys(zoneKinds) as ZoneKind[];
