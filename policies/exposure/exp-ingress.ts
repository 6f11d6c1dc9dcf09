import { lookAtIngress } from '../group-look';
import type { Policy } from '../policy';
import { OWN } from '../standards';

export const expIngress: Policy = {
  id: 'EXP-INGRESS',
  title: { en: 'No group admits anything from the Internet', zh: '安全组不向互联网开放任何入向' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Citizens come over a load balancer in the DMZ; a server that they reach itself has no such door.',
    zh: '公众访问应经 DMZ 负载均衡；服务器直接暴露则无此防护。',
  },
  fix: { en: 'use an entry, and admit the load balancer alone', zh: '使用入口，仅允许负载均衡' },
  check: (subject) =>
    lookAtIngress(subject, undefined, ({ remote, service }) => ({
      en: `it admits ${service} from ${remote}`,
      zh: `放行来自 ${remote} 的 ${service}`,
    })),
};
