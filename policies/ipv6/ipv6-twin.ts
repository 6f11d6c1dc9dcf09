import { Cidr } from '../../model/cidr';
import { groups } from '../group-look';
import type { JudgedResource } from '../judged-resources';
import { lookAtEach, type Policy } from '../policy';
import { IPV6_PLAN } from './ipv6-plan';

/** What is said of IPv4 for one group must be said of IPv6 too, or IPv6 is another cloud. */
export const ipv6Twin: Policy = {
  id: 'IPV6-TWIN',
  title: { en: 'A group that opens more in IPv6 than in IPv4 says why', zh: 'IPv6 规则不宽于 IPv4' },
  standard: IPV6_PLAN,
  controls: [],
  severity: 'high',
  scope: 'resources',
  why: {
    en: 'A deny that was written for IPv4 alone leaves the other door open.',
    zh: '仅针对 IPv4 的限制会留下 IPv6 通道。',
  },
  fix: { en: 'write the same ports for both families, or none for IPv6', zh: '两个协议族使用相同端口，或不开放 IPv6' },
  check: (subject) => {
    const rules = new Map<string, JudgedResource[]>();
    for (const rule of subject.resources.ofType('openstack_networking_secgroup_rule_v2')) {
      const group = rule.values.identity('security_group_id') ?? '';
      rules.set(group, [...(rules.get(group) ?? []), rule]);
    }
    return lookAtEach(groups(subject), ({ id }) => {
      const own = (rules.get(id) ?? []).filter((rule) => rule.values.text('direction') === 'ingress');
      const four = new Set(own.filter((rule) => !isSix(rule)).map(service));
      const more = own.filter((rule) => isSix(rule) && isWide(rule) && !four.has(service(rule)) && four.size > 0);
      return more.map((rule) => ({
        about: service(rule),
        message: {
          en: `IPv6 admits ${service(rule)} and IPv4 does not`,
          zh: `IPv6 放行 ${service(rule)}，IPv4 未放行`,
        },
      }));
    });
  },
};

function isSix({ values }: JudgedResource): boolean {
  return values.text('ethertype') === 'IPv6';
}

/** From everybody, or from a block that is larger than a plane's. */
function isWide({ values }: JudgedResource): boolean {
  const prefix = values.text('remote_ip_prefix');
  if (prefix === undefined) return !values.has('remote_group_id');
  const block = Cidr.parse(prefix);
  return !(block instanceof Cidr) || block.prefix < 32;
}

function service({ values }: JudgedResource): string {
  const [protocol, from, to] = ['protocol', 'port_range_min', 'port_range_max'].map((key) => values.text(key));
  const name = protocol === 'ipv6-icmp' || protocol === 'icmpv6' ? 'icmp' : (protocol ?? 'any');
  return from === undefined ? name : `${name}/${from}${to === undefined || to === from ? '' : `-${to}`}`;
}
