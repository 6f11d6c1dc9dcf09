import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const smcSys: Policy = {
  ...answering('SMC-SYS'),
  id: 'SMC-SYS',
  title: { en: 'Administrators work over the bastion, and it records them', zh: '系统管理经堡垒机进行并全程记录' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A session that nobody recorded leaves only its results.',
    zh: '未录制的会话只留下结果，无法还原过程。',
  },
  fix: { en: 'record the sessions of the bastion', zh: '启用堡垒机会话录制' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/bastion',
      ({ operations }) => operations.bastion,
      ({ recorded }) => (recorded ? undefined : { en: 'the bastion records no sessions', zh: '堡垒机未录制会话' }),
    ),
};
