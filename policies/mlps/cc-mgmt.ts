import type { Policy } from '../policy';
import { lookAtInvariant } from '../statement-look';
import { answering } from './control';

export const ccMgmt: Policy = {
  ...answering('CC-MGMT'),
  id: 'CC-MGMT',
  title: { en: 'Management traffic is apart from that of departments', zh: '管理流量与业务流量分离' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Who reaches the management plane reaches every hypervisor.',
    zh: '进入管理平面即可触及所有宿主机。',
  },
  fix: { en: 'take the router out of the management plane', zh: '从管理平面移除该路由器接口' },
  check: (subject) => lookAtInvariant(subject, 'INV-5'),
};
