import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

/** A group that forgets connections needs rules for answers, and those let in more than answers. */
export const aclState: Policy = {
  ...answering('ACL-STATE'),
  id: 'ACL-STATE',
  title: { en: 'Security groups keep the state of connections', zh: '安全组基于会话状态过滤' },
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A stateless group must admit the answers by rules of their own; whoever sends from those ports comes in too.',
    zh: '无状态安全组须另放行应答流量，任何以这些端口为源的流量也随之进入。',
  },
  fix: { en: 'remove `stateful = false` from the group', zh: '删除该安全组的 `stateful = false`' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_secgroup_v2'), ({ values }) =>
      values.flag('stateful') === false
        ? { en: 'the group keeps no state of connections', zh: '安全组不跟踪会话状态' }
        : undefined,
    ),
};
