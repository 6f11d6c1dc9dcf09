import { counted } from '../../model/counted';
import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** Values of practice: attempts, minutes of lock, minutes of silence. */
const TRIES = 5;
const LOCK = 30;
const IDLE = 30;

export const iamLock: Policy = {
  ...answering('IAM-LOCK'),
  id: 'IAM-LOCK',
  title: { en: 'Failed logins lock, silent sessions end', zh: '登录失败锁定，空闲会话超时' },
  severity: 'medium',
  scope: 'design',
  why: {
    en: 'Without a lock passwords can be tried for ever; a session that stays open serves whoever sits down.',
    zh: '无锁定则口令可无限尝试；未超时的会话可被他人使用。',
  },
  fix: {
    en: `lock after at most ${TRIES} tries for at least ${LOCK} minutes, end sessions after ${IDLE}`,
    zh: `失败 ${TRIES} 次以内即锁定，锁定不少于 ${LOCK} 分钟，空闲 ${IDLE} 分钟退出`,
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/bastion',
      ({ operations }) => operations.bastion,
      ({ tries, lockMinutes, idleMinutes }) =>
        tries <= TRIES && lockMinutes >= LOCK && idleMinutes <= IDLE
          ? undefined
          : {
              en: `${counted(tries, 'try', 'tries')}, ${counted(lockMinutes, 'minute')} of lock, ${counted(idleMinutes, 'minute')} of silence`,
              zh: `允许尝试 ${tries} 次，锁定 ${lockMinutes} 分钟，空闲 ${idleMinutes} 分钟`,
            },
    ),
};
