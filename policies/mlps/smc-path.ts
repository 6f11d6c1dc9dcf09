import type { PortRange } from '../../model/flow';
import { designOf } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

/** Secure shell, HTTPS, remote desktop over TLS, the Kubernetes API, and IKE with NAT traversal. */
const SAFE: readonly string[] = ['tcp/22', 'tcp/443', 'tcp/3389', 'tcp/6443', 'udp/500', 'udp/4500'];
const ROWS: readonly string[] = ['F15', 'F16', 'F19'];

export const smcPath: Policy = {
  ...answering('SMC-PATH'),
  id: 'SMC-PATH',
  title: { en: 'Security components are managed over protected paths only', zh: '安全的管理信息传输路径' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A management path in the clear gives away the keys of the house.',
    zh: '管理通道明文传输等于交出全部权限。',
  },
  fix: { en: 'use SSH, HTTPS or IPsec', zh: '使用 SSH、HTTPS 或 IPsec' },
  check: (subject) =>
    lookAtEach(
      designOf(subject)
        .intent.flows.filter(({ row }) => ROWS.includes(row))
        .map((flow) => ({ ...subject.part('flow', { key: flow.id, place: flow.place }), flow })),
      ({ flow }) => {
        const open = flow.ports.find((one) => !isSafe(one));
        return open === undefined
          ? undefined
          : {
              en: `${open.protocol}/${open.from}-${open.to} is no protected way to manage`,
              zh: `${open.protocol}/${open.from}-${open.to} 不是安全的管理通道`,
            };
      },
    ),
};

function isSafe({ protocol, from, to }: PortRange): boolean {
  return from === to && SAFE.includes(`${protocol}/${from}`);
}
