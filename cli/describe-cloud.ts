import type { Design } from '../model/design/design';
import type { PlaneDesign } from '../model/design/plane-design';
import type { TenantDesign } from '../model/design/tenant-design';
import { Jurisdiction } from '../model/jurisdiction';
import type { Language, Text } from '../model/text';
import { type TableProps, table } from './table';
import { levelNames } from './words';

const WORDS = {
  sites: { en: 'Sites', zh: '站点' },
  planes: { en: 'Planes', zh: '平面' },
  pools: { en: 'Compute pools, asked for / there', zh: '计算资源池（需求 / 容量）' },
  gaps: { en: 'Gap devices', zh: '网闸' },
  departments: { en: 'Departments', zh: '部门' },
  stacks: { en: 'Stacks', zh: '堆栈' },
  reachable: { en: 'reachable', zh: '外部可达' },
  networks: { en: 'networks', zh: '网络' },
  ports: { en: 'ports', zh: '端口' },
  entries: { en: 'entries', zh: '访问入口' },
  rules: { en: 'rules', zh: '规则' },
  channels: { en: 'channels', zh: '条通道' },
  level: { en: 'MLPS level', zh: '等保' },
  trust: { en: 'trust', zh: '信任级别' },
  flows: { en: 'flows may pass; everything else is denied', zh: '条流允许通过，其余一律拒绝' },
} satisfies Record<string, Text>;

/** What was decided about a cloud, on a page: where it stands, what separates it, who is in it, what is deployed. */
export function describeCloud(design: Design, language: Language): string[] {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const part = (title: keyof typeof WORDS, lines: TableProps): string[] =>
    lines.rows.length === 0 ? [] : ['', say(title), ...table({ indent: 2, ...lines })];
  return [
    `${design.environment} · ${design.name} (${design.adcode}, ${levelNames[Jurisdiction.parse(design.adcode)?.profile ?? design.level][language]}) · ${say('level')} ${design.mlps} · ${design.provider} · ${design.dnsZone.name}`,
    ...part('sites', {
      rows: design.sites.map(({ key, role, region, zones }) => [key, role, region, zones.join(', ')]),
    }),
    ...part('planes', { rows: design.planes.flatMap((plane) => planeRows(plane, say)) }),
    ...part('pools', { rows: design.pools.map(poolRow), right: [4, 5] }),
    ...part('gaps', {
      rows: design.gaps.map(({ key, sides, channels }) => [
        key,
        sides.map(({ plane }) => plane).join(' | '),
        `${channels.length} ${say('channels')}`,
      ]),
    }),
    ...departments(design.tenants, say),
    ...part('stacks', { rows: stackRows(design) }),
    '',
    `${design.intent.flows.length} ${say('flows')}`,
  ];
}

type Say = (word: keyof typeof WORDS) => string;

function planeRows({ key, site, physnet, segments, blocks, reachable, zones }: PlaneDesign, say: Say): string[][] {
  const outside = reachable.length === 0 ? [] : [`${say('reachable')} ${reachable.join(', ')}`];
  return [
    [key, site, `${physnet} ${segments.first}-${segments.last}`, [blocks.join(', '), ...outside].join(' · ')],
    ...zones.map((zone) => [`  ${zone.key}`, zone.kind, `${say('trust')} ${zone.trust}`, zone.blocks.join(', ')]),
  ];
}

function poolRow({ key, plane, site, arch, xinchuang, capacity, wanted }: Design['pools'][number]): string[] {
  const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;
  const used = (part: number, whole: number, unit: string): string =>
    `${part} / ${whole} ${unit} ${share(part, whole)}`;
  return [
    key,
    plane,
    site,
    xinchuang ? `${arch} 信创` : arch,
    used(wanted.vcpus, capacity.vcpus, 'vCPU'),
    used(wanted.memoryGiB, capacity.memoryGiB, 'GiB'),
  ];
}

function departments(tenants: readonly TenantDesign[], say: Say): string[] {
  if (tenants.length === 0) return [];
  const head = [say('departments'), '', '', say('networks'), say('ports'), say('rules'), say('entries')];
  const rows = tenants.map((tenant) => tenantRow(tenant));
  return ['', ...table({ rows: [head, ...rows.map(([key, ...rest]) => [`  ${key}`, ...rest])], right: [3, 4, 5, 6] })];
}

function tenantRow({ key, name, vpcs }: TenantDesign): string[] {
  const sum = (count: (vpc: TenantDesign['vpcs'][number]) => number): number =>
    vpcs.reduce((total, vpc) => total + count(vpc), 0);
  return [
    key,
    name,
    vpcs.map(({ plane }) => plane).join(' + '),
    `${sum(({ networks }) => networks.length)}`,
    `${sum(({ tiers }) => tiers.reduce((ports, tier) => ports + tier.ports.length, 0))}`,
    `${sum(({ groups }) => groups.reduce((rules, group) => rules + group.rules.length, 0))}`,
    `${sum(({ entries }) => entries.length)}`,
  ];
}

/** The stacks of the platform one by one, those of the departments as a number. */
function stackRows({ stacks }: Design): string[][] {
  const own = stacks.filter(({ kind }) => kind !== 'tenant');
  const departments = stacks.filter(({ kind }) => kind === 'tenant');
  const after = (keys: readonly string[]): string => (keys.length === 0 ? '' : `← ${keys.join(', ')}`);
  const [first] = departments;
  return [
    ...own.map((stack) => [stack.key, stack.region, after(stack.after)]),
    ...(first === undefined ? [] : [[`tenant-… × ${departments.length}`, first.region, after(first.after)]]),
  ];
}
