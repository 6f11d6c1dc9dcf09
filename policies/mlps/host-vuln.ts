import { daysBetween } from '../days-between';
import { lookAtImages } from '../image-look';
import type { Policy } from '../policy';
import { answering } from './control';

/** A value of practice. */
const DAYS = 30;

export const hostVuln: Policy = {
  ...answering('HOST-VULN'),
  id: 'HOST-VULN',
  title: { en: 'Images were scanned this month and have no critical flaw', zh: '镜像一月内扫描且无严重漏洞' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'A flaw that is known is tried within days of its publication.',
    zh: '漏洞公开后数日内即会被利用。',
  },
  fix: { en: 'patch the image, scan it and write down the day', zh: '修补并重新扫描镜像，更新扫描日期' },
  check: (subject) =>
    lookAtImages(subject, ({ image: { key, scan } }) => {
      if (scan === undefined) return 'undeclared';
      if (scan.critical > 0)
        return {
          en: `image ${key} has ${scan.critical} critical flaws`,
          zh: `镜像 ${key} 有 ${scan.critical} 个严重漏洞`,
        };
      const days = daysBetween(scan.date, subject.asOf);
      if (days <= DAYS) return undefined;
      return { en: `image ${key} was scanned ${days} days ago`, zh: `镜像 ${key} 的扫描已过去 ${days} 天` };
    }),
};
