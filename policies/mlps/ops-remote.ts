import { designOf } from '../design-things';
import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const opsRemote: Policy = {
  ...answering('OPS-REMOTE'),
  id: 'OPS-REMOTE',
  title: { en: 'What was allowed until a day is closed after it', zh: '临时开放到期关闭' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'Openings are remembered by those who asked for them until they work, and then by nobody.',
    zh: '开放的通道在业务办结后往往无人记得关闭。',
  },
  fix: { en: 'remove what was allowed, or renew the approval', zh: '关闭该通道或重新审批' },
  check: (subject) =>
    lookAtEach(
      designOf(subject).assurance.approvals.map((one) => ({
        ...subject.part('approval', { key: one.what, place: one.place }),
        one,
      })),
      ({ one }) =>
        one.until >= subject.asOf
          ? undefined
          : { en: `approval ${one.id} ended on ${one.until}`, zh: `审批 ${one.id} 已于 ${one.until} 到期` },
    ),
};
