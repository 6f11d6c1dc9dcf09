import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

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

export const ENTRY_HOST = new ProblemKind<{ host: string; domain: string }>({
  code: 'ENTRY_HOST',
  why: text('The record of an entry is written into the DNS zone of the cloud.', '入口域名记录写入本云 DNS 区域。'),
  message: ({ host, domain }) => text(`${host} does not end with .${domain}`, `${host} 不以 .${domain} 结尾`),
  fix: ({ domain }) => text(`use a name below ${domain}`, `使用 ${domain} 下的名称`),
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

export const ENTRY_PORT = new ProblemKind<{ tier: string; port: string }>({
  code: 'ENTRY_PORT',
  why: text(
    'A load balancer speaks HTTP to one port of its members (Octavia).',
    '负载均衡以 HTTP 访问成员的单个端口（Octavia）。',
  ),
  message: ({ tier, port }) =>
    text(`the entry of ${tier} goes to ${port}, not to one TCP port`, `${tier} 的入口指向 ${port}，而非单个 TCP 端口`),
  fix: () => text('name one port, such as tcp/8443', '填写单个端口，例如 tcp/8443'),
});
