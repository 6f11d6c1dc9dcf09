import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const trxHsm: Policy = {
  ...answering('TRX-HSM'),
  id: 'TRX-HSM',
  title: { en: 'Keys are kept in a hardware module', zh: '密钥由硬件密码模块保护' },
  severity: 'high',
  scope: 'design',
  why: { en: 'A key in a file is copied without a trace.', zh: '存于文件的密钥可被无痕复制。' },
  fix: { en: 'put a hardware module behind the key manager', zh: '密钥管理服务接入硬件密码机' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/keys',
      ({ protection }) => protection.keys,
      ({ backend }) =>
        backend === 'software'
          ? { en: 'the key manager keeps its master key in software', zh: '密钥管理服务使用软件主密钥' }
          : undefined,
    ),
};
