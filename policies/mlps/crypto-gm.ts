import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

const NATIONAL = ['SM2', 'SM3', 'SM4'] as const;

export const cryptoGm: Policy = {
  ...answering('CRYPTO-GM'),
  id: 'CRYPTO-GM',
  title: { en: 'National cryptography is in use', zh: '采用国家密码算法' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Government systems are assessed for commercial cryptography (GB/T 39786) beside the protection scheme.',
    zh: '政务系统除等保外还须通过商用密码应用安全性评估（GB/T 39786）。',
  },
  fix: { en: 'offer SM2, SM3 and SM4 where the products have them', zh: '在产品支持处启用 SM2、SM3、SM4' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/algorithms',
      ({ protection }) => protection.algorithms,
      (algorithms) => {
        const missing = NATIONAL.filter((one) => !algorithms.some((name) => name.split('-')[0] === one));
        return missing.length === 0
          ? undefined
          : { en: `${missing.join(', ')} are not in use`, zh: `未使用 ${missing.join('、')}` };
      },
    ),
};
