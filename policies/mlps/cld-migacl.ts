import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const cldMigacl: Policy = {
  ...answering('CLD-MIGACL'),
  id: 'CLD-MIGACL',
  title: { en: 'Rules are bound to ports and move with the server', zh: '访问控制策略随虚拟机迁移' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A rule on a host stays behind when the server moves.',
    zh: '绑定在宿主机上的规则不会随虚拟机迁移。',
  },
  fix: { en: 'give every port a security group', zh: '为每个端口配置安全组' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_port_v2'), ({ values }) => {
      if (values.flag('no_security_groups') === true)
        return { en: 'the port has no rules that could move with it', zh: '端口没有可随迁的规则' };
      return values.has('security_group_ids')
        ? undefined
        : { en: 'the port names no group and gets the default one', zh: '端口未指定安全组，将使用默认组' };
    }),
};
