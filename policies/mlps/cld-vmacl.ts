import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const cldVmacl: Policy = {
  ...answering('CLD-VMACL'),
  id: 'CLD-VMACL',
  title: { en: 'Servers of different networks have groups of their own', zh: '虚拟机之间可设访问控制' },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'One group for everything cannot tell the web server from the database.',
    zh: '共用一个安全组则无法区分 Web 与数据库。',
  },
  fix: { en: 'give each tier a group of its own', zh: '为每一层配置独立安全组' },
  check: ({ resources }) => {
    const ports = resources.ofType('openstack_networking_port_v2');
    const networks = new Map<string, Set<string | undefined>>();
    for (const { values } of ports)
      for (const group of values.identities('security_group_ids')) {
        const known = networks.get(group) ?? new Set();
        networks.set(group, known.add(values.identity('network_id')));
      }
    return lookAtEach(ports, ({ values }) => {
      const groups = values.identities('security_group_ids');
      // A port without any is the matter of CLD-MIGACL.
      if (groups.length === 0 || groups.some((one) => networks.get(one)?.size === 1)) return undefined;
      return { en: 'all its groups are those of other networks too', zh: '其安全组均与其他网络共用' };
    });
  },
};
