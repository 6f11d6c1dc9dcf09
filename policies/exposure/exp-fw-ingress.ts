import type { JudgedResource } from '../judged-resources';
import { lookAtEach, type Policy } from '../policy';
import { isPublic } from '../public-blocks';
import { OWN } from '../standards';

const ADMINISTRATION = [22, 3389];

export const expFwIngress: Policy = {
  id: 'EXP-FW-INGRESS',
  title: {
    en: 'No firewall rule admits the Internet to administration or to everything',
    zh: '防火墙规则不向互联网开放管理端口或全部端口',
  },
  standard: OWN,
  controls: [],
  severity: 'critical',
  scope: 'resources',
  why: {
    en: 'A firewall rule opens a whole router, where a group opens one server.',
    zh: '防火墙规则作用于整台路由器，影响远大于单个安全组。',
  },
  fix: { en: 'name source and ports', zh: '限定来源与端口' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_fw_rule_v2'), (rule) => {
      if (!allows(rule) || !isPublic(rule.values.text('source_ip_address'))) return undefined;
      const port = rule.values.text('destination_port');
      if (port === undefined) return { en: 'it admits everybody to every port', zh: '向任意来源开放全部端口' };
      const [from, to = from] = port.split(':').map(Number);
      const open = ADMINISTRATION.find((one) => (from ?? 0) <= one && one <= (to ?? 0));
      return open === undefined
        ? undefined
        : { en: `it admits everybody to port ${open}`, zh: `向任意来源开放 ${open} 端口` };
    }),
};

function allows({ values }: JudgedResource): boolean {
  return values.text('action') === 'allow' && values.flag('enabled') !== false;
}
