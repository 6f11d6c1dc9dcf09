import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const migInt: Policy = {
  ...answering('MIG-INT'),
  id: 'MIG-INT',
  title: { en: 'The memory of a server moves under TLS', zh: '虚拟机迁移使用 TLS' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A live migration sends the whole memory of a server, keys included, over the wire.',
    zh: '在线迁移会传输虚拟机的全部内存，其中包含密钥。',
  },
  fix: {
    en: 'turn on `live_migration_with_native_tls` in Nova',
    zh: '在 Nova 中启用 `live_migration_with_native_tls`',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/migration',
      ({ protection }) => protection.migration,
      (how) => (how === 'tls' ? undefined : { en: 'servers move in the clear', zh: '虚拟机以明文迁移' }),
    ),
};
