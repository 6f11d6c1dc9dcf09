import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

const TYPES = [
  'openstack_networking_port_v2',
  'openstack_blockstorage_volume_v3',
  'openstack_lb_loadbalancer_v2',
  'openstack_compute_instance_v2',
];

export const cldLabel4: Policy = {
  ...answering('CLD-LABEL4'),
  id: 'CLD-LABEL4',
  title: { en: 'Every virtual subject and object is labelled', zh: '虚拟主客体安全标记' },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'Mandatory access control compares labels; what has none cannot be compared.',
    zh: '强制访问控制基于标记比较，无标记则无法判定。',
  },
  fix: { en: 'tag it with `dataClass` and `mlps`', zh: '标记 `dataClass` 与 `mlps`' },
  check: ({ resources }) =>
    lookAtEach(
      TYPES.flatMap((type) => resources.ofType(type)),
      ({ tags }) => {
        const missing = ['dataClass', 'mlps'].filter((one) => !tags.has(one));
        return missing.length === 0
          ? undefined
          : { en: `it has no ${missing.join(' and ')}`, zh: `缺少标记 ${missing.join('、')}` };
      },
    ),
};
