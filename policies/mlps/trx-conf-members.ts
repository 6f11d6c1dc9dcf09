import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

/** Protocols of pools that carry the content itself in the clear; PROXY and TCP carry what the client sent. */
const CLEAR: readonly string[] = ['HTTP'];

export const trxConfMembers: Policy = {
  ...answering('TRX-CONF'),
  id: 'TRX-CONF-MEMBERS',
  title: { en: 'What a load balancer has decrypted it encrypts again', zh: '负载均衡至后端重新加密' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Behind the end of TLS passwords and records go on in the clear, from the DMZ into the zone of the servers.',
    zh: 'TLS 卸载后，口令与数据以明文从 DMZ 进入业务区。',
  },
  fix: { en: 'set `tls_enabled = true` on the pool', zh: '为后端池设置 `tls_enabled = true`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_lb_pool_v2'), ({ values }) =>
      CLEAR.includes(values.text('protocol') ?? '') && values.flag('tls_enabled') !== true
        ? { en: 'the pool speaks HTTP to its members in the clear', zh: '后端池以明文 HTTP 访问成员' }
        : undefined,
    ),
};
