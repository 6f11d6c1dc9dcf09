import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

export const netQos: Policy = {
  ...answering('NET-QOS'),
  id: 'NET-QOS',
  title: { en: 'Important systems have bandwidth that nobody takes', zh: '按业务重要性分配带宽' },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'When a line is full, the first system to starve should not be the most important one.',
    zh: '线路拥塞时，应优先保障重要业务。',
  },
  fix: {
    en: 'give its ports a QoS policy with minimum bandwidth and a DSCP mark',
    zh: '为端口配置含最小带宽与 DSCP 标记的 QoS 策略',
  },
  check: ({ resources }) => {
    const withRule = (type: string) =>
      new Set(resources.ofType(type).flatMap(({ values }) => values.identity('qos_policy_id') ?? []));
    const minimum = withRule('openstack_networking_qos_minimum_bandwidth_rule_v2');
    const marked = withRule('openstack_networking_qos_dscp_marking_rule_v2');
    const asked = resources
      .ofType('openstack_networking_port_v2')
      .filter(({ tags }) => tags.get('importance') === 'high');
    return lookAtEach(asked, ({ values }) => {
      const policy = values.identity('qos_policy_id');
      if (policy === undefined) return { en: 'the port has no QoS policy', zh: '端口未配置 QoS 策略' };
      if (!minimum.has(policy)) return { en: 'its QoS policy keeps no bandwidth for it', zh: 'QoS 策略未保障最小带宽' };
      return marked.has(policy) ? undefined : { en: 'its QoS policy sets no DSCP mark', zh: 'QoS 策略未标记 DSCP' };
    });
  },
};
