import { lookAtEach, type Policy } from '../policy';
import { answering } from './control';

/** Numbers of the protocols that have ports, as text or by number. */
const WITH_PORTS: readonly string[] = ['tcp', 'udp', 'sctp', 'dccp', 'udplite', '6', '17', '132', '33', '136'];

export const acl5tuple: Policy = {
  ...answering('ACL-5TUPLE'),
  id: 'ACL-5TUPLE',
  title: { en: 'Rules say protocol, ports and the other end', zh: '规则含源、目的、端口与协议' },
  severity: 'medium',
  scope: 'resources',
  why: {
    en: 'What a rule leaves out it allows.',
    zh: '规则未限定的要素即视为全部放行。',
  },
  fix: { en: 'write protocol, ports and remote', zh: '补充协议、端口与对端' },
  check: ({ resources }) =>
    lookAtEach(resources.ofType('openstack_networking_secgroup_rule_v2'), ({ values }) => {
      const protocol = values.text('protocol');
      const [from, to] = [values.number('port_range_min'), values.number('port_range_max')];
      const remote = ['remote_ip_prefix', 'remote_group_id', 'remote_address_group_id'].some((key) => values.has(key));
      if (protocol === undefined || protocol === '0' || protocol === 'any')
        return { en: 'the rule names no protocol', zh: '规则未指定协议' };
      if (WITH_PORTS.includes(protocol) && (!from || (from <= 1 && (to ?? from) >= 65535)))
        return { en: 'the rule names no ports', zh: '规则未指定端口' };
      return remote ? undefined : { en: 'the rule names no other end', zh: '规则未指定对端' };
    }),
};
