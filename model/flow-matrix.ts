import type { Text } from './text';
import type { ZoneKind } from './zone-kind';

/** A party of the matrix: a zone kind, a set of them, or somebody outside of the cloud. */
export type MatrixParty =
  | ZoneKind
  | 'Internet'
  | 'extranet-users'
  | 'operator'
  | 'supervisor'
  | 'tenant-zones'
  | 'all-zones';

/**
 * One row of the flow matrix. Everything that no row allows is denied, both ways, all protocols, between any two
 * zones and between any two tenants of one zone.
 */
export interface MatrixRow {
  readonly id: MatrixRowId;
  readonly from: readonly MatrixParty[];
  readonly to: readonly MatrixParty[];
  readonly verdict: 'allow' | 'deny' | 'gap';
  /** Fixed ports; absent where the flow declares its own. */
  readonly ports?: readonly string[];
  /** Which two tenants the row joins. */
  readonly tenants: 'same' | 'granted' | 'other' | 'platform';
  readonly condition: Text;
}

const row = (
  id: MatrixRow['id'],
  from: MatrixRow['from'],
  to: MatrixRow['to'],
  verdict: MatrixRow['verdict'],
  tenants: MatrixRow['tenants'],
  en: string,
  zh: string,
  ports?: readonly string[],
): MatrixRow => ({ id, from, to, verdict, tenants, condition: { en, zh }, ...(ports && { ports }) });

export const matrixRowIds = [
  'F01',
  'F02',
  'F03',
  'F04',
  'F05',
  'F06',
  'F07',
  'F08',
  'F09',
  'F10',
  'F11',
  'F12',
  'F13',
  'F14',
  'F15',
  'F16',
  'F17',
  'F18',
  'F19',
  'F20',
  'F21',
  'F22',
  'F23',
  'F24',
  'F25',
] as const;
export type MatrixRowId = (typeof matrixRowIds)[number];

/** The matrix of the domain, in the order of its rows. */
export const flowMatrix: readonly MatrixRow[] = [
  row(
    'F01',
    ['Internet'],
    ['I-DMZ'],
    'allow',
    'platform',
    'ends at a load balancer in the DMZ',
    '经互联网接入区，终结于 DMZ 负载均衡',
    ['tcp/443', 'tcp/80'],
  ),
  row(
    'F02',
    ['I-DMZ'],
    ['I-APP'],
    'allow',
    'same',
    'from the load balancer to declared ports',
    '仅负载均衡到已声明端口',
  ),
  row('F03', ['I-APP'], ['I-DATA', 'I-APP'], 'allow', 'same', 'one tenant, declared ports', '同一单位，已声明端口'),
  row('F04', ['I-APP'], ['I-EXCH'], 'allow', 'same', 'only the endpoint of a declared channel', '仅已声明通道的端点'),
  row(
    'F05',
    ['I-EXCH', 'E-EXCH'],
    ['E-EXCH', 'I-EXCH'],
    'gap',
    'platform',
    'only through a gap device, channel by channel',
    '仅经网闸，逐通道审批',
  ),
  row(
    'F06',
    ['E-EXCH'],
    ['E-SHARE', 'E-DEPT', 'E-PUB'],
    'allow',
    'same',
    'endpoint of the same channel',
    '同一通道的端点',
  ),
  row(
    'F07',
    ['extranet-users', 'E-EDGE'],
    ['E-PUB'],
    'allow',
    'platform',
    'extranet users reach shared services',
    '政务外网用户访问公共服务',
    ['tcp/443'],
  ),
  row(
    'F08',
    ['extranet-users', 'E-EDGE'],
    ['E-DEPT'],
    'allow',
    'platform',
    'only the sources of that department',
    '仅本部门来源地址',
  ),
  row('F09', ['E-VPN'], ['E-DEPT'], 'allow', 'same', 'one department', '同一部门'),
  row(
    'F10',
    ['E-PUB', 'E-DEPT'],
    ['E-DATA', 'E-DEPT', 'E-PUB'],
    'allow',
    'granted',
    'declared consumer, own or granted data',
    '已声明的使用方，自有或经授权',
  ),
  row('F11', ['E-DEPT'], ['E-SHARE'], 'allow', 'same', 'to its own front-end host', '仅到本部门前置机'),
  row(
    'F12',
    ['E-SHARE'],
    ['E-SHARE'],
    'allow',
    'granted',
    'hub and spoke: the centre to front ends',
    '交换中心到前置机，前置机之间不互通',
  ),
  row(
    'F13',
    ['E-DEPT'],
    ['E-DEPT'],
    'deny',
    'other',
    'departments exchange by F11 and F12; a waiver needs an approval and an end',
    '部门间经 F11+F12；例外须审批并限期',
  ),
  row(
    'F14',
    ['tenant-zones'],
    ['I-EDGE', 'E-EDGE'],
    'allow',
    'platform',
    'egress proxy with a list of names',
    '出口代理与域名白名单',
    ['tcp/3128'],
  ),
  row('F15', ['operator'], ['M-OPS'], 'allow', 'platform', 'listed sources, two factors', '限定来源，双因素', [
    'tcp/443',
    'tcp/22',
  ]),
  row('F16', ['M-OPS'], ['all-zones'], 'allow', 'platform', 'from the bastion only', '仅堡垒机', [
    'tcp/22',
    'tcp/3389',
    'tcp/6443',
  ]),
  row('F17', ['all-zones'], ['M-SEC'], 'allow', 'platform', 'logs and agents, outbound only', '日志与代理，仅出向', [
    'tcp/6514',
    'tcp/443',
  ]),
  row('F18', ['M-SEC'], ['all-zones'], 'allow', 'platform', 'scanner, in its window', '扫描器，限定时间窗'),
  row('F19', ['M-SUP'], ['M-CTRL'], 'allow', 'platform', 'read-only supervision', '只读监管', ['tcp/443']),
  row('F20', ['all-zones'], ['M-OPS'], 'allow', 'platform', 'time and names', '时钟与域名解析', [
    'udp/123',
    'udp/53',
    'tcp/53',
  ]),
  row('F21', ['all-zones'], ['X-BACKUP'], 'allow', 'platform', 'backup network only', '仅备份网络'),
  row('F22', ['X-BACKUP'], ['X-DR'], 'allow', 'platform', 'replication plane only', '仅复制平面'),
  row(
    'F23',
    ['T-TEST'],
    ['all-zones'],
    'deny',
    'other',
    'test never meets production, either way',
    '测试与生产双向隔离',
  ),
  row(
    'F24',
    ['tenant-zones'],
    ['M-OPS', 'M-SEC', 'M-CTRL', 'M-SUP'],
    'deny',
    'platform',
    'but for F17 and F20',
    '除 F17、F20 外禁止',
  ),
  row(
    'F25',
    ['supervisor'],
    ['tenant-zones'],
    'deny',
    'platform',
    'supervision reads the control plane only',
    '监管仅读控制面',
  ),
];
