import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const secAdminPass: Policy = {
  id: 'SEC-ADMIN-PASS',
  title: { en: 'No server has a password in its definition', zh: '服务器定义中不含管理员口令' },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'Nova hands the password to the server, and the state keeps it for ever.',
    zh: '口令会写入状态文件并长期留存。',
  },
  fix: { en: 'use `key_pair`', zh: '使用 `key_pair`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_compute_instance_v2'), ({ values }) =>
      values.has('admin_pass') ? { en: 'it has `admin_pass`', zh: '设置了 `admin_pass`' } : undefined,
    ),
};
