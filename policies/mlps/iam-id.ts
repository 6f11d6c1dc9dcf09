import { counted } from '../../model/counted';
import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

/** Values of practice; the standard asks for complexity and rotation and names no numbers. */
const LENGTH = 8;
const CLASSES = 3;
const DAYS = 90;

export const iamId: Policy = {
  ...answering('IAM-ID'),
  id: 'IAM-ID',
  title: {
    en: 'Operators have accounts of their own and passwords that are hard to guess',
    zh: '身份标识唯一且口令复杂',
  },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'A shared account names nobody, and a short or old password is found by trying.',
    zh: '共用账户无法追溯到人，过短或长期不变的口令容易被猜出。',
  },
  fix: {
    en: `ask for ${LENGTH} characters of ${CLASSES} kinds, ${DAYS} days at most, one person for each account`,
    zh: `口令至少 ${LENGTH} 位、${CLASSES} 类字符、最长 ${DAYS} 天，一人一账户`,
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'operations/passwords',
      ({ operations }) => operations.passwords,
      ({ length, classes, days, shared }) => [
        ...(shared ? [{ about: 'shared', message: { en: 'accounts are shared', zh: '存在共用账户' } }] : []),
        ...(length < LENGTH || classes < CLASSES
          ? [
              {
                about: 'complexity',
                message: {
                  en: `passwords of ${counted(length, 'character')} of ${counted(classes, 'kind')} will do`,
                  zh: `口令仅要求 ${length} 位、${classes} 类字符`,
                },
              },
            ]
          : []),
        ...(days > DAYS
          ? [
              {
                about: 'days',
                message: { en: `a password may stay for ${counted(days, 'day')}`, zh: `口令可使用 ${days} 天` },
              },
            ]
          : []),
      ],
    ),
};
