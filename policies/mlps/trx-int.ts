import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

const SAFE: readonly string[] = ['TLSv1.2', 'TLSv1.3'];
/** Suites of TLS 1.2 that authenticate what they encrypt, in the names of OpenSSL. */
const AEAD = /GCM|CCM|CHACHA20/;

export const trxInt: Policy = {
  ...answering('TRX-INT'),
  id: 'TRX-INT',
  title: { en: 'What users send cannot be changed on the way', zh: '通信完整性' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A page in the clear can be replaced by anybody on the way.',
    zh: '明文页面可在传输途中被替换。',
  },
  fix: { en: 'end TLS 1.2 or 1.3 at the listener', zh: '监听器启用 TLS 1.2 或 1.3' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_lb_listener_v2'), ({ values, mlps }) => {
      const protocol = values.text('protocol') ?? '';
      if (protocol === 'HTTP' || protocol === 'PROMETHEUS')
        return { en: `the listener speaks ${protocol} in the clear`, zh: `监听器使用明文 ${protocol}` };
      if (protocol !== 'TERMINATED_HTTPS')
        // The servers behind it end TLS, or nobody does.
        return protocol === 'HTTPS'
          ? undefined
          : {
              outcome: 'warn',
              message: {
                en: `what passes ${protocol} is not known to be protected`,
                zh: `${protocol} 承载内容是否加密未知`,
              },
            };
      const versions = values.texts('tls_versions');
      const old = versions.find((one) => !SAFE.includes(one));
      if (old !== undefined) return { en: `the listener speaks ${old}`, zh: `监听器允许 ${old}` };
      if (mlps < 4 || (versions.length > 0 && !versions.includes('TLSv1.2'))) return undefined;
      const suites = (values.text('tls_ciphers') ?? '').split(':').filter((one) => one !== '');
      return suites.length > 0 && suites.every((one) => AEAD.test(one))
        ? undefined
        : { en: 'TLS 1.2 may use suites without authenticated encryption', zh: 'TLS 1.2 可能使用非 AEAD 套件' };
    }),
};
