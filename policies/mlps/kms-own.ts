import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const kmsOwn: Policy = {
  ...answering('KMS-OWN'),
  id: 'KMS-OWN',
  title: { en: 'A department may hold its own keys', zh: '租户可自行管理密钥' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Whoever holds the keys can read the data, whatever the contract says.',
    zh: '无论合同如何约定，掌握密钥者即可读取数据。',
  },
  fix: { en: 'let departments have key containers of their own', zh: '允许租户使用自有密钥容器' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/keys',
      ({ protection }) => protection.keys,
      ({ tenantOwned }) =>
        tenantOwned ? undefined : { en: 'all keys belong to the operator', zh: '密钥均由云服务商持有' },
    ),
};
