import { lookAtEach, type Policy } from '../policy';
import { OWN } from '../standards';

export const durSpread: Policy = {
  id: 'DUR-SPREAD',
  title: { en: 'Server groups keep their servers apart', zh: '服务器组反亲和' },
  standard: OWN,
  controls: [],
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'Two servers of one tier on one host are one server.',
    zh: '同层两台服务器位于同一宿主机等同于一台。',
  },
  fix: { en: 'use the policy `anti-affinity`', zh: '使用 `anti-affinity` 策略' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_compute_servergroup_v2'), ({ values }) => {
      const policies = values.texts('policies');
      if (policies.includes('anti-affinity')) return undefined;
      if (policies.includes('soft-anti-affinity'))
        return {
          outcome: 'warn',
          message: { en: 'servers may share a host when room is short', zh: '资源不足时可能同机' },
        };
      return { en: 'its servers may share a host', zh: '其服务器可能同机' };
    }),
};
