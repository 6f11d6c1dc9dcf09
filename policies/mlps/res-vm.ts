import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const resVm: Policy = {
  ...answering('RES-VM'),
  id: 'RES-VM',
  title: { en: 'Memory and disks of a server are cleared when it goes', zh: '虚拟机内存与存储回收时清除' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'The next server on the host would find what the last one left.',
    zh: '同一宿主机上的后续虚拟机可能读到遗留数据。',
  },
  fix: { en: 'clear memory and local disks of deleted servers', zh: '回收时清除内存与本地磁盘' },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/reclaim',
      ({ protection }) => protection.reclaim,
      ({ memory, disks }) => {
        const left = [...(memory ? [] : ['memory']), ...(disks ? [] : ['disks'])];
        return left.length === 0
          ? undefined
          : { en: `${left.join(' and ')} of servers are not cleared`, zh: `虚拟机 ${left.join('、')} 未清除` };
      },
    ),
};
