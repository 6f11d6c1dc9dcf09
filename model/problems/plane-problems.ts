import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

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
      `zones of kind ${kind} lie in a plane of role ${needs}, not ${role}`,
      `${kind} 区域应位于 ${needs} 平面，而非 ${role}`,
    ),
  fix: () => text('move the zone to that plane, or choose another kind', '将区域移至相应平面或更换类型'),
});

export const ZONE_MISSING = new ProblemKind<{ plane: string; kind: string; count: number }>({
  code: 'ZONE_MISSING',
  why: text(
    'Routers of a business plane meet the outside and each other at its edge and nowhere else; its relays have their other leg in the operations and security zones.',
    '业务平面的路由器仅在接入区与外部及彼此相接；其中继主机的另一端位于运维区与安全区。',
  ),
  message: ({ plane, kind, count }) =>
    text(
      `plane ${plane} has ${count} zones of kind ${kind}, exactly one is needed`,
      `平面 ${plane} 有 ${count} 个 ${kind} 区域，应恰好一个`,
    ),
  fix: ({ kind }) => text(`declare one zone with \`kind: ${kind}\``, `声明一个 \`kind: ${kind}\` 的区域`),
});
