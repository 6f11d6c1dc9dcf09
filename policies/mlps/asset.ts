import type { JudgedResource } from '../judged-resources';
import { lookAtEach, type Policy, together } from '../policy';
import { answering } from './control';

const OWNED = [
  'openstack_networking_port_v2',
  'openstack_blockstorage_volume_v3',
  'openstack_lb_loadbalancer_v2',
  'openstack_compute_instance_v2',
];
const EVERYBODY = ['owner', 'site'];
const SYSTEM = ['dept', 'owner', 'system', 'mlps', 'importance', 'site'];

export const asset: Policy = {
  ...answering('ASSET'),
  id: 'ASSET',
  title: {
    en: 'Every asset says whose it is, where it is and how important',
    zh: '资产清单：责任部门、重要程度、位置',
  },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'A server of nobody is patched by nobody.',
    zh: '没有责任人的资产无人维护。',
  },
  fix: { en: `tag it: ${SYSTEM.join(', ')}`, zh: `补充标记：${SYSTEM.join('、')}` },
  check: ({ resources }) =>
    together(
      lookAtEach(resources.ofType('openstack_networking_network_v2'), (one) => lacks(one, EVERYBODY)),
      lookAtEach(
        OWNED.flatMap((type) => resources.ofType(type)),
        // What has an owner and no department is the platform's own.
        (one) => lacks(one, one.tags.has('owner') && !one.tags.has('dept') ? EVERYBODY : SYSTEM),
      ),
    ),
};

function lacks({ tags }: JudgedResource, wanted: readonly string[]) {
  const missing = wanted.filter((name) => !tags.has(name));
  return missing.length === 0
    ? undefined
    : { en: `it does not say ${missing.join(', ')}`, zh: `缺少标记 ${missing.join('、')}` };
}
