import { lookAtDeclared } from '../declared';
import type { Policy } from '../policy';
import { answering } from './control';

export const netRedDevices: Policy = {
  ...answering('NET-RED'),
  id: 'NET-RED-DEVICES',
  title: { en: 'Routers and load balancers survive the loss of a node', zh: '路由器与负载均衡冗余' },
  severity: 'high',
  scope: 'design',
  why: {
    en: 'One network node that is restarted takes every department off the air.',
    zh: '单个网络节点重启会使所有租户中断。',
  },
  fix: {
    en: 'use HA or distributed routers and active-standby load balancers',
    zh: '使用 HA/分布式路由与主备负载均衡',
  },
  check: (subject) =>
    lookAtDeclared(
      subject,
      'protection/redundancy',
      ({ protection }) => protection.redundancy,
      ({ routers, loadBalancers }) => [
        ...(routers === 'single'
          ? [{ about: 'routers', message: { en: 'a router lives on one node', zh: '路由器为单节点' } }]
          : []),
        ...(loadBalancers === 'single'
          ? [{ about: 'load balancers', message: { en: 'a load balancer is one server', zh: '负载均衡为单实例' } }]
          : []),
      ],
    ),
};
