import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

export const accLeastAccounts: Policy = {
  ...answering('ACC-LEAST'),
  id: 'ACC-LEAST-ACCOUNTS',
  title: { en: 'Images have no account that everybody knows', zh: '镜像禁用默认账户与默认口令' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'The account that an image brings with its password is the first one that is tried.',
    zh: '镜像自带账户及口令是攻击者首先尝试的对象。',
  },
  fix: { en: 'disable default accounts and passwords; log in by key', zh: '禁用默认账户与口令，改用密钥登录' },
  check: (subject) =>
    lookAtImages(subject, ({ image }) => {
      if (image.accounts === undefined) return 'undeclared';
      if (image.accounts === 'key-only') return undefined;
      return { en: `one logs into ${image.key} by password`, zh: `镜像 ${image.key} 使用口令登录` };
    }),
};
