import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const cldMutual: Policy = {
  ...answering('CLD-MUTUAL'),
  id: 'CLD-MUTUAL',
  title: { en: 'Management clients and the cloud authenticate each other', zh: '远程管理双向身份验证' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A password given to a false server is a password lost.',
    zh: '在仿冒的服务端输入口令等同于泄露口令。',
  },
  fix: { en: 'ask remote management clients for a certificate', zh: '远程管理终端使用客户端证书' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/api',
      ({ operations }) => operations.api,
      ({ clientCertificates }) =>
        clientCertificates
          ? undefined
          : { en: 'management clients show no certificate', zh: '管理终端未使用客户端证书' },
    ),
};
