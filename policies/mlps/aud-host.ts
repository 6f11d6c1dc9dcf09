import { declaration, lookAtDeclared } from '../declared';
import { lookAtImages } from '../image-look';
import { type Policy, together } from '../policy';
import { answering } from './control';

export const audHost: Policy = {
  ...answering('AUD-HOST'),
  id: 'AUD-HOST',
  title: { en: 'Every server audits its users, and the records are safe', zh: '主机审计覆盖每个用户且记录受保护' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'What nobody recorded cannot be explained afterwards; what can be changed proves nothing.',
    zh: '未记录的行为事后无法追溯，可被篡改的记录不具证明力。',
  },
  fix: {
    en: 'put the audit agent into the image and send its records to an immutable sink with a copy',
    zh: '镜像内置审计代理，记录送往不可篡改且有备份的日志库',
  },
  check: (subject) =>
    together(
      lookAtImages(subject, ({ image }) => {
        if (image.agents === undefined) return 'undeclared';
        if (image.agents.includes('audit')) return undefined;
        return { en: `image ${image.key} has no audit agent`, zh: `镜像 ${image.key} 无审计代理` };
      }),
      lookAtDeclared(
        subject,
        'detection/sinks',
        ({ detection }) => detection.sinks,
        (sinks) => {
          const own = sinks.filter((one) => one.sources.includes('hosts'));
          if (own.length === 0) return { en: 'no sink takes the records of hosts', zh: '没有日志库接收主机审计记录' };
          return own
            .filter((one) => !one.immutable || one.backup === undefined)
            .map((one) => ({
              about: one.key,
              place: declaration(subject, 'detection/sinks', one).place,
              message: one.immutable
                ? { en: `sink ${one.key} has no copy`, zh: `日志库 ${one.key} 没有备份` }
                : { en: `records of sink ${one.key} can be changed`, zh: `日志库 ${one.key} 的记录可被篡改` },
            }));
        },
      ),
    ),
};
