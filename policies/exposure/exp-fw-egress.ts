import { lookAtEach, type Policy } from '../policy';
import { isPublic } from '../public-blocks';
import { OWN } from '../standards';

export const expFwEgress: Policy = {
  id: 'EXP-FW-EGRESS',
  title: { en: 'No firewall rule lets everything out to everybody', zh: '防火墙规则不放行任意出向' },
  standard: OWN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A firewall that lets everything out tells an intruder that he may leave with what he has.',
    zh: '放行全部出向的防火墙无法阻止数据外泄。',
  },
  fix: { en: 'name destination and port', zh: '限定目的地址与端口' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_fw_rule_v2'), ({ values }) => {
      if (values.text('action') !== 'allow' || values.flag('enabled') === false) return undefined;
      const open = isPublic(values.text('destination_ip_address')) && !values.has('destination_port');
      return open ? { en: 'it lets everything out to everybody', zh: '放行到任意地址的全部端口' } : undefined;
    }),
};
