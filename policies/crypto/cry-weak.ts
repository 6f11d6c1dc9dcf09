import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';

/** What is broken or too short: MD5, SHA-1, DES and 3DES, RC4, RSA and DSA below 2048 bits, curves below 224. */
const WEAK = /^(MD[245]|SHA-?1|3?DES|TDES|RC[24]|BLOWFISH|IDEA|NULL|DH-1024|DSA-1024)(-[A-Z]{2,4})?$/;

export const cryWeak: Policy = {
  id: 'CRY-WEAK',
  title: { en: 'No broken algorithm is in use', zh: '不使用已不安全的密码算法' },
  standard: 'GB/T 39786-2021',
  controls: [],
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Certificates with MD5 have been forged, sessions with RC4 and DES read.',
    zh: 'MD5 证书曾被伪造，RC4、DES 会话可被破解。',
  },
  fix: {
    en: 'use SM2, SM3, SM4, or AES, SHA-256 and RSA of 2048 bits and more',
    zh: '改用 SM2/SM3/SM4，或 AES、SHA-256、RSA 2048 及以上',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/algorithms',
      ({ protection }) => protection.algorithms,
      (algorithms) =>
        algorithms.filter(isWeak).map((one) => ({
          about: one,
          message: { en: `${one} is in use`, zh: `使用了 ${one}` },
        })),
    ),
};

function isWeak(name: string): boolean {
  const [, bits] = /^RSA-(\d+)$/.exec(name) ?? [];
  return bits === undefined ? WEAK.test(name) : Number(bits) < 2048;
}
