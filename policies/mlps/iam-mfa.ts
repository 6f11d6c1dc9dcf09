import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** Factors that prove the possession of a key. */
const CRYPTOGRAPHIC: readonly string[] = ['certificate', 'fido2', 'ukey-sm2'];

export const iamMfa: Policy = {
  ...answering('IAM-MFA'),
  id: 'IAM-MFA',
  title: { en: 'Operators show two factors, one of them cryptographic', zh: '双因素鉴别，其一使用密码技术' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A password that was seen or guessed opens the bastion, and with it every server.',
    zh: '口令一旦泄露，即可登录堡垒机并由此进入所有服务器。',
  },
  fix: {
    en: 'add a certificate, a FIDO2 key or a USB key with SM2 to the password',
    zh: '在口令之外增加数字证书、FIDO2 或国密 UKey',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/bastion',
      ({ operations }) => operations.bastion,
      ({ factors }) =>
        new Set(factors).size >= 2 && factors.some((one) => CRYPTOGRAPHIC.includes(one))
          ? undefined
          : {
              en: `the bastion asks for ${factors.join(' and ')} only`,
              zh: `堡垒机仅要求 ${factors.join('、')}`,
            },
    ),
};
