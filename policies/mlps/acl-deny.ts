import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const aclDeny: Policy = {
  ...answering('ACL-DENY'),
  id: 'ACL-DENY',
  title: { en: 'What no rule admits is dropped, in both directions', zh: '默认拒绝' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'Neutron gives every new group two rules that let everything out.',
    zh: 'Neutron 会为新建安全组添加两条放行全部出向流量的规则。',
  },
  fix: { en: 'set `delete_default_rules = true`', zh: '设置 `delete_default_rules = true`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_secgroup_v2'), ({ values }) =>
      values.flag('delete_default_rules') === true
        ? undefined
        : { en: 'the group keeps the rules that Neutron gives it', zh: '安全组保留了 Neutron 默认规则' },
    ),
};
