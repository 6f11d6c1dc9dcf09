import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What a description may get wrong about places and names. */
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
    'A profile is made for one administrative level; its sizes and zones fit no other.',
    '配置模板对应一个行政层级。',
  ),
  message: ({ adcode, level, profile }) =>
    text(
      `${adcode} is a ${level}, the profile is for a ${profile}`,
      `${adcode} 属于 ${level} 级，而模板为 ${profile} 级`,
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

export const REFERENCE_UNKNOWN = new ProblemKind<{ what: Text; name: string; known: readonly string[] }>({
  code: 'REFERENCE_UNKNOWN',
  why: text('A key that names nothing would be designed as nothing.', '引用的键必须存在。'),
  message: ({ what, name }) => text(`there is no ${what.en} ${name}`, `不存在${what.zh} ${name}`),
  fix: ({ known, what }) =>
    known.length === 0
      ? text(`declare a ${what.en}`, `请先声明${what.zh}`)
      : text(`use one of: ${shortList(known)}`, `可用：${shortList(known)}`),
});

function shortList(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, 12).join(', ');
  return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}

export const PLANE_ROLE_TWICE = new ProblemKind<{ role: string; site: string; other: string }>({
  code: 'PLANE_ROLE_TWICE',
  why: text(
    'At one site there is at most one extranet and one internet plane (一网双平面).',
    '同一站点至多一个政务外网平面和一个互联网平面。',
  ),
  message: ({ role, site, other }) =>
    text(`a second ${role} plane at ${site}, beside ${other}`, `站点 ${site} 已有 ${role} 平面 ${other}`),
  fix: () => text('merge the two, or give one another site', '合并两个平面或放到另一站点'),
});

export const PLANE_MISSING = new ProblemKind<{ role: string; mlps: number }>({
  code: 'PLANE_MISSING',
  why: text(
    'Management traffic is separate from business traffic: GB/T 22239-2019 8.2.5.1 b, levels 3 and 4.',
    'GB/T 22239-2019 8.2.5.1 b：管理流量与业务流量分离（三、四级）。',
  ),
  message: ({ role, mlps }) => text(`a cloud of level ${mlps} has no ${role} plane`, `${mlps} 级云缺少 ${role} 平面`),
  fix: ({ role }) =>
    text(
      `add \`${role}:\` to planes.yaml with its own physnet, segments and blocks`,
      `在 planes.yaml 中增加 \`${role}:\``,
    ),
});

export const PLANES_SHARE = new ProblemKind<{ what: Text; value: string; other: string }>({
  code: 'PLANES_SHARE',
  why: text(
    'Two planes never share a physical network, a segment or an address; the proof of their separation rests on it.',
    '两个平面不得共用物理网络、网段标识或地址。',
  ),
  message: ({ what, value, other }) =>
    text(`${what.en} ${value} is also used by plane ${other}`, `${what.zh} ${value} 已被平面 ${other} 使用`),
  fix: () => text('give each plane its own', '为每个平面分配各自的资源'),
});

export const NET_OVERLAP = new ProblemKind<{ block: string; other: string; otherBlock: string }>({
  code: 'NET_OVERLAP',
  why: text('Overlapping addresses cannot be told apart by any rule or route.', '地址重叠时，规则与路由均无法区分。'),
  message: ({ block, other, otherBlock }) =>
    text(`${block} overlaps ${otherBlock} of ${other}`, `${block} 与 ${other} 的 ${otherBlock} 重叠`),
  fix: () => text('move one of the two blocks', '调整其中一个地址段'),
});

export const VLAN_RANGE = new ProblemKind<{ last: number }>({
  code: 'VLAN_RANGE',
  why: text('IEEE 802.1Q has the VLAN identifiers 1 to 4094.', 'IEEE 802.1Q 的 VLAN 标识为 1 至 4094。'),
  message: ({ last }) => text(`the segments end at ${last}, VLANs end at 4094`, `网段标识到 ${last}，VLAN 至 4094`),
  fix: () => text('stay below 4095, or use `segmentation: geneve`', '不超过 4094，或使用 `segmentation: geneve`'),
});

export const ZONE_PLANE = new ProblemKind<{ kind: string; role: string; needs: string }>({
  code: 'ZONE_PLANE',
  why: text(
    'A kind of zone belongs to one plane: what is trusted there is not trusted elsewhere.',
    '每类区域只属于一种平面。',
  ),
  message: ({ kind, role, needs }) =>
    text(
      `a ${kind} zone lies in a plane of role ${needs}, not ${role}`,
      `${kind} 区域应位于 ${needs} 平面，而非 ${role}`,
    ),
  fix: () => text('move the zone to that plane, or choose another kind', '将区域移至相应平面或更换类型'),
});

export const BLOCK_OUTSIDE = new ProblemKind<{ block: string; holder: string }>({
  code: 'BLOCK_OUTSIDE',
  why: text(
    'Every zone lies inside its plane, so that one prefix describes the plane.',
    '区域地址须位于平面地址之内。',
  ),
  message: ({ block, holder }) => text(`${block} lies outside of ${holder}`, `${block} 不在 ${holder} 之内`),
  fix: () => text('choose a block inside, or leave it to be allocated', '选择其内的地址段，或留空自动分配'),
});

export const SPACE_FULL = new ProblemKind<{ holder: string; wants: string; size: string }>({
  code: 'SPACE_FULL',
  why: text(
    'Addresses and segments are allocated from the blocks that the plane declares.',
    '地址与网段从平面声明的范围内分配。',
  ),
  message: ({ holder, wants, size }) =>
    text(`${holder} has no free ${size} for ${wants}`, `${holder} 已无可用的 ${size} 分配给 ${wants}`),
  fix: ({ holder }) => text(`enlarge ${holder}, or ask for less`, `扩大 ${holder} 或减小需求`),
});

export const LEDGER_INVALID = new ProblemKind<{ owner: string; block: string; reason: Text }>({
  code: 'LEDGER_INVALID',
  why: text(
    'The ledger decides addresses that are in use; a wrong line would renumber somebody.',
    '地址台账记录在用地址，错误会导致重新编址。',
  ),
  message: ({ owner, block, reason }) =>
    text(`${owner} has ${block}, which ${reason.en}`, `${owner} 记录为 ${block}，${reason.zh}`),
  fix: () =>
    text(
      'restore addresses.lock.yaml from the last revision in which it was right',
      '从正确的版本恢复 addresses.lock.yaml',
    ),
});

export const LEVEL_TOO_HIGH = new ProblemKind<{ what: Text; level: number; holder: Text; holderLevel: number }>({
  code: 'LEVEL_TOO_HIGH',
  why: text(
    'A platform hosts nothing above its own level: GB/T 22239-2019 7.2.2.1 a, 8.2.2.1 a.',
    'GB/T 22239-2019 8.2.2.1 a：平台不承载高于自身等级的系统。',
  ),
  message: ({ what, level, holder, holderLevel }) =>
    text(
      `${what.en} is of level ${level}, ${holder.en} of level ${holderLevel}`,
      `${what.zh}为 ${level} 级，而${holder.zh}为 ${holderLevel} 级`,
    ),
  fix: () => text('lower the level of the one, or raise that of the other', '调整系统或承载方的等级'),
});

export const TIER_ZONE = new ProblemKind<{ tier: string; zone: string; kind: string }>({
  code: 'TIER_ZONE',
  why: text(
    'Zones of the platform hold its own hosts; departments have servers in tenant zones only.',
    '平台区域不承载部门服务器。',
  ),
  message: ({ tier, zone, kind }) =>
    text(`${tier} is in ${zone}, a zone of the platform (${kind})`, `${tier} 位于平台区域 ${zone}（${kind}）`),
  fix: () =>
    text(
      'use app or data of the internet plane, or public, dept, vpn, data or share of the extranet',
      '请使用互联网 app、data 或政务外网 public、dept、vpn、data、share',
    ),
});

export const TIER_POOL = new ProblemKind<{ tier: string; plane: string; level: number }>({
  code: 'TIER_POOL',
  why: text(
    'Servers of a plane run on hosts of that plane, at least of their level.',
    '服务器须运行于同平面且等级相符的资源池。',
  ),
  message: ({ tier, plane, level }) =>
    text(
      `no pool of plane ${plane} takes ${tier} of level ${level}`,
      `平面 ${plane} 没有可承载 ${tier}（${level} 级）的资源池`,
    ),
  fix: ({ plane, level }) =>
    text(
      `name a pool of ${plane} whose \`mlps\` is ${level} or more`,
      `请选择 ${plane} 平面中 \`mlps\` 不低于 ${level} 的资源池`,
    ),
});

export const POOL_FULL = new ProblemKind<{ pool: string; what: Text; wanted: number; has: number }>({
  code: 'POOL_FULL',
  why: text(
    'Servers that fit no host are refused by the scheduler, in the middle of a delivery.',
    '资源池容量不足会在交付中途失败。',
  ),
  message: ({ pool, what, wanted, has }) =>
    text(`${pool} has ${has} ${what.en}, its tiers want ${wanted}`, `${pool} 有 ${has} ${what.zh}，需求 ${wanted}`),
  fix: () => text('add hosts, choose smaller flavors, or another pool', '增加主机、减小规格或更换资源池'),
});

export const FLOW_FORBIDDEN = new ProblemKind<{ from: string; to: string; row: string; condition: Text }>({
  code: 'FLOW_FORBIDDEN',
  why: text('Everything that no row of the flow matrix allows is denied.', '访问矩阵未允许的一律禁止。'),
  message: ({ from, to, row, condition }) =>
    text(`${from} may not reach ${to}: ${row}, ${condition.en}`, `${from} 不得访问 ${to}：${row}，${condition.zh}`),
  fix: ({ row }) =>
    text(
      row === 'default deny'
        ? 'route the exchange over zones that a row joins'
        : `follow ${row}, or ask for a waiver with an approval and an end`,
      row === 'default deny' ? '经矩阵允许的区域交换' : `遵循 ${row}，或申请限期例外`,
    ),
});

export const FLOW_GRANT = new ProblemKind<{ from: string; to: string; owner: string }>({
  code: 'FLOW_GRANT',
  why: text(
    'Data of another department is read only with a grant of its owner (国发〔2016〕51号).',
    '使用其他部门数据须经授权（国发〔2016〕51号）。',
  ),
  message: ({ from, to, owner }) =>
    text(`${from} reaches ${to} of ${owner} without a grant`, `${from} 访问 ${owner} 的 ${to} 缺少授权`),
  fix: () => text('add `grant: { id: …, until: … }`', '增加 `grant: { id: …, until: … }`'),
});

export const FLOW_CHANNEL = new ProblemKind<{ from: string; to: string }>({
  code: 'FLOW_CHANNEL',
  why: text(
    'The planes meet nowhere but in a gap device, channel by channel (F05).',
    '两平面仅经网闸逐通道交换（F05）。',
  ),
  message: ({ from, to }) =>
    text(
      `${from} and ${to} are in different planes, and no channel joins them`,
      `${from} 与 ${to} 位于不同平面，且无通道`,
    ),
  fix: () =>
    text(
      'declare a channel in gap.yaml and name it: `through: <channel>`',
      '在 gap.yaml 声明通道并以 `through: <channel>` 引用',
    ),
});

export const CHANNEL_MISMATCH = new ProblemKind<{ channel: string; detail: Text }>({
  code: 'CHANNEL_MISMATCH',
  why: text('A channel is an approval of exactly one exchange.', '通道仅批准一种确定的交换。'),
  message: ({ channel, detail }) => text(`channel ${channel}: ${detail.en}`, `通道 ${channel}：${detail.zh}`),
  fix: () => text('make flow and channel say the same, or declare another channel', '使流与通道一致，或另行声明通道'),
});

export const CHANNEL_UNCHECKED = new ProblemKind<{ channel: string; missing: string }>({
  code: 'CHANNEL_UNCHECKED',
  why: text(
    'What enters the extranet is checked for malware and content; a stream may skip the content, a request needs a list of what passes.',
    '进入政务外网的数据须查杀病毒并检查内容；请求类需白名单。',
  ),
  message: ({ channel, missing }) => text(`channel ${channel} lacks ${missing}`, `通道 ${channel} 缺少 ${missing}`),
  fix: ({ missing }) => text(`add ${missing}`, `增加 ${missing}`),
});

export const ENTRY_ZONE = new ProblemKind<{ tier: string; kind: string; trust: number }>({
  code: 'ENTRY_ZONE',
  why: text(
    'No zone of trust 3 or more has a public address (INV-2); users reach the Internet business zone over the DMZ, and shared or department services on the extranet.',
    '信任级别 3 及以上区域没有公网地址（INV-2）。',
  ),
  message: ({ tier, kind, trust }) =>
    text(
      `${tier} has an entry, but lies in ${kind} of trust ${trust}`,
      `${tier} 位于 ${kind}（信任 ${trust}），不得设置入口`,
    ),
  fix: () =>
    text(
      'put the entry on a tier in internet/app, extranet/public or extranet/dept',
      '将入口放在 internet/app、extranet/public 或 extranet/dept 的层上',
    ),
});

export const ENTRY_SOURCES = new ProblemKind<{ tier: string }>({
  code: 'ENTRY_SOURCES',
  why: text('A department is open to its own sources only (F08).', '部门业务仅对本部门来源开放（F08）。'),
  message: ({ tier }) => text(`the entry of ${tier} has no sources`, `${tier} 的入口没有来源地址`),
  fix: () => text('add `sources` to the department or to the entry', '为部门或入口增加 `sources`'),
});

export const NAME_TOO_LONG = new ProblemKind<{ name: string; length: number; limit: number; what: Text }>({
  code: 'NAME_TOO_LONG',
  why: text(
    'Keystone takes project names of 64 characters, DNS labels of 63 (RFC 1035).',
    'Keystone 项目名至多 64 字符，DNS 标签至多 63 字符。',
  ),
  message: ({ name, length, limit, what }) =>
    text(
      `${what.en} would be named ${name}: ${length} characters, the limit is ${limit}`,
      `${what.zh}名称 ${name} 共 ${length} 字符，上限 ${limit}`,
    ),
  fix: () => text('use shorter keys', '使用更短的键'),
});

export const QUOTA_TOO_SMALL = new ProblemKind<{ project: string; what: string; needs: number; has: number }>({
  code: 'QUOTA_TOO_SMALL',
  why: text(
    'A quota that is too small fails in the middle of an apply, as hundreds of refusals.',
    '配额不足会在部署中途失败。',
  ),
  message: ({ project, what, needs, has }) =>
    text(`${project} needs ${needs} ${what}, its quota is ${has}`, `${project} 需要 ${needs} ${what}，配额为 ${has}`),
  fix: ({ what, needs }) =>
    text(
      `choose a larger class, or \`quotas: { ${what}: ${needs} }\``,
      `选择更大的配额等级，或 \`quotas: { ${what}: ${needs} }\``,
    ),
});

export const GROUP_RULES = new ProblemKind<{ group: string; rules: number }>({
  code: 'GROUP_RULES',
  why: text(
    'The provider writes the rules of one group one after the other; at most 50 keep an apply within minutes.',
    '单个安全组规则过多会显著拖慢部署，上限 50。',
  ),
  message: ({ group, rules }) =>
    text(`group ${group} would have ${rules} rules, the limit is 50`, `安全组 ${group} 将有 ${rules} 条规则，上限 50`),
  fix: () => text('split the tier, or join sources into one block', '拆分该层，或合并来源地址段'),
});

export const PLANE_ROLE = new ProblemKind<{ plane: string; roles: readonly string[] }>({
  code: 'PLANE_ROLE',
  why: text(
    'What may be in a plane, and what it may never meet, follows from its role.',
    '平面的角色决定其中可有何物。',
  ),
  message: ({ plane }) => text(`plane ${plane} has no role`, `平面 ${plane} 没有角色`),
  fix: ({ roles }) =>
    text(`add \`role:\` with one of: ${roles.join(', ')}`, `增加 \`role:\`，可用：${roles.join(', ')}`),
});

export const ZONE_MISSING = new ProblemKind<{ plane: string; kind: string; count: number }>({
  code: 'ZONE_MISSING',
  why: text(
    'Routers of a business plane meet the outside and each other at its edge, and nowhere else.',
    '业务平面的路由器仅在接入区与外部及彼此相接。',
  ),
  message: ({ plane, kind, count }) =>
    text(
      `plane ${plane} has ${count} zones of kind ${kind}, exactly one is needed`,
      `平面 ${plane} 有 ${count} 个 ${kind} 区域，应恰好一个`,
    ),
  fix: ({ kind }) => text(`declare one zone with \`kind: ${kind}\``, `声明一个 \`kind: ${kind}\` 的区域`),
});

export const STAGE_ZONE = new ProblemKind<{ tier: string; stage: string; kind: string }>({
  code: 'STAGE_ZONE',
  why: text(
    'Development and test are separate from production: GB/T 22239-2019 8.1.9.4 a, and F23.',
    'GB/T 22239-2019 8.1.9.4 a 与 F23：开发测试与生产分离。',
  ),
  message: ({ tier, stage, kind }) =>
    text(`${tier} is of stage ${stage} and lies in a ${kind} zone`, `${tier} 属于 ${stage} 阶段，却位于 ${kind} 区域`),
  fix: () =>
    text(
      'put test and dev systems, and only them, into a zone of kind T-TEST',
      '测试与开发系统（且仅限其）放入 T-TEST 区域',
    ),
});

export const TIER_SITE = new ProblemKind<{ tier: string; plane: string; site: string }>({
  code: 'TIER_SITE',
  why: text(
    'Departments have their servers at the primary site; other sites take their backups and replicas.',
    '部门服务器位于主站点，其他站点承接备份与副本。',
  ),
  message: ({ tier, plane, site }) =>
    text(`${tier} is in plane ${plane} at site ${site}`, `${tier} 位于站点 ${site} 的平面 ${plane}`),
  fix: () => text('choose a plane of the primary site', '请选择主站点的平面'),
});

export const TIER_SIZE = new ProblemKind<{ tier: string; servers: number; prefix: number; room: number }>({
  code: 'TIER_SIZE',
  why: text(
    'Half of a network is for servers, the other half for the ports that Neutron makes itself.',
    '网络的一半用于服务器，另一半留给 Neutron 自建端口。',
  ),
  message: ({ tier, servers, prefix, room }) =>
    text(
      `${tier} has ${servers} servers, a /${prefix} holds ${room}`,
      `${tier} 有 ${servers} 台服务器，/${prefix} 仅容纳 ${room} 台`,
    ),
  fix: () => text('leave `prefix` out, or choose a shorter one', '省略 `prefix` 或使用更短的前缀'),
});

export const NAME_TAKEN = new ProblemKind<{ what: Text; name: string; other: string }>({
  code: 'NAME_TAKEN',
  why: text(
    'Names are identities in OpenStack and in the state; two of one name cannot be told apart.',
    '名称是云与状态中的标识，不得重复。',
  ),
  message: ({ what, name, other }) => text(`${what.en} ${name} is also ${other}`, `${what.zh} ${name} 与${other} 重名`),
  fix: () => text('choose another key', '请更换键名'),
});

export const ENTRY_HOST = new ProblemKind<{ host: string; domain: string }>({
  code: 'ENTRY_HOST',
  why: text('The record of an entry is written into the DNS zone of the cloud.', '入口域名记录写入本云 DNS 区域。'),
  message: ({ host, domain }) => text(`${host} does not end with .${domain}`, `${host} 不以 .${domain} 结尾`),
  fix: ({ domain }) => text(`use a name below ${domain}`, `使用 ${domain} 下的名称`),
});

export const ENTRY_DMZ = new ProblemKind<{ tier: string; plane: string }>({
  code: 'ENTRY_DMZ',
  why: text(
    'Traffic from the Internet ends at a load balancer in the DMZ (F01).',
    '互联网流量终结于 DMZ 负载均衡（F01）。',
  ),
  message: ({ tier, plane }) =>
    text(
      `${tier} has an entry, but plane ${plane} has no zone of kind I-DMZ`,
      `${tier} 有入口，但平面 ${plane} 没有 I-DMZ 区域`,
    ),
  fix: () => text('declare a zone with `kind: I-DMZ`', '声明 `kind: I-DMZ` 的区域'),
});

export const FLOW_PORTS = new ProblemKind<{ flow: string }>({
  code: 'FLOW_PORTS',
  why: text(
    'Access is decided on source, destination, ports and protocol: GB/T 22239-2019 8.1.3.2 c.',
    'GB/T 22239-2019 8.1.3.2 c：按源、目的、端口和协议控制。',
  ),
  message: ({ flow }) => text(`${flow} names no ports`, `${flow} 没有端口`),
  fix: () => text('add `ports:`, such as tcp/5432', '增加 `ports:`，例如 tcp/5432'),
});

export const GAP_ZONE = new ProblemKind<{ device: string; side: string; zone: string; kind: string; needs: string }>({
  code: 'GAP_ZONE',
  why: text(
    'A gap device stands between the exchange zones of the two planes and nowhere else (F05).',
    '网闸仅位于两个平面的数据交换前置区之间（F05）。',
  ),
  message: ({ device, side, zone, kind, needs }) =>
    text(
      `the ${side} side of ${device} is in ${zone} of kind ${kind}, it belongs into one of kind ${needs}`,
      `${device} 的 ${side} 侧位于 ${kind} 区域 ${zone}，应位于 ${needs} 区域`,
    ),
  fix: ({ side, needs }) => text(`name a zone of kind ${needs} as \`${side}\``, `将 \`${side}\` 指向 ${needs} 区域`),
});

export const ENTRY_HOST_ZONE = new ProblemKind<{ host: string; tenant: string }>({
  code: 'ENTRY_HOST_ZONE',
  why: text(
    'Every department has a DNS zone of its own below that of the cloud; Designate refuses a record of the cloud that lies in it.',
    '各部门在本云域名下有自己的 DNS 区域，Designate 拒绝写入其中的记录。',
  ),
  message: ({ host, tenant }) =>
    text(`${host} lies in the DNS zone of department ${tenant}`, `${host} 位于部门 ${tenant} 的 DNS 区域内`),
  fix: ({ tenant }) => text(`choose a name that does not end in ${tenant}`, `选择不以 ${tenant} 结尾的名称`),
});

export const POOL_HOSTS = new ProblemKind<{ tier: string; servers: number; pool: string; hosts: number }>({
  code: 'POOL_HOSTS',
  why: text(
    'Servers of one tier never share a host, so that one failure takes one of them: GB/T 22239-2019 8.1.2.1 e.',
    'GB/T 22239-2019 8.1.2.1 e：同一层的服务器不共用主机。',
  ),
  message: ({ tier, servers, pool, hosts }) =>
    text(
      `${tier} has ${servers} servers, pool ${pool} has ${hosts} hosts`,
      `${tier} 有 ${servers} 台服务器，资源池 ${pool} 只有 ${hosts} 台主机`,
    ),
  fix: () => text('add hosts, or ask for fewer servers', '增加主机或减少服务器'),
});
