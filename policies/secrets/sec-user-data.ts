import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

/** Words before what is usually a secret, and the beginnings of keys. */
const SECRET = /(passw(or)?d|secret|token|api[_-]?key)\s*[:=]\s*["']?[^\s"'$]{4,}|-----BEGIN [A-Z ]*PRIVATE KEY-----/i;
const BASE64 = /^[A-Za-z0-9+/\s]{16,}={0,2}\s*$/;

export const secUserData: Policy = {
  id: 'SEC-USER-DATA',
  title: { en: 'No secret is in what a server is told at its start', zh: 'user_data 不含敏感信息' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Whatever runs on the server can read it from 169.254.169.254.',
    zh: '服务器上的任何程序都可从 169.254.169.254 读取。',
  },
  fix: { en: 'let the server fetch it from the key manager', zh: '由服务器从密钥管理服务获取' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_compute_instance_v2'), ({ values }) => {
      const text = values.text('user_data') ?? '';
      const plain = BASE64.test(text) ? Buffer.from(text, 'base64').toString('utf8') : '';
      return SECRET.test(text) || SECRET.test(plain)
        ? { en: 'its user_data holds what looks like a secret', zh: 'user_data 疑似包含敏感信息' }
        : undefined;
    }),
};
