import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const trxMutual: Policy = {
  ...answering('TRX-MUTUAL'),
  id: 'TRX-MUTUAL',
  title: { en: 'Both ends show who they are before they talk', zh: '通信双方基于密码技术的验证' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'At level 4 a password over TLS proves one end only.',
    zh: '四级系统中，仅 TLS 加口令只能验证一方。',
  },
  fix: { en: 'ask clients for a certificate: `clientCa`', zh: '要求客户端证书：`clientCa`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_lb_listener_v2'), ({ values }) =>
      values.text('client_authentication') === 'MANDATORY' && values.has('client_ca_tls_container_ref')
        ? undefined
        : { en: 'clients show no certificate', zh: '客户端未出示证书' },
    ),
};
