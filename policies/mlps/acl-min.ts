import { Cidr } from '../../model/cidr';
import type { JudgedResource } from '../judged-resources';
import { lookAtEach, type Policy, together } from '../policy';
import { answering } from './control';

export const aclMin: Policy = {
  ...answering('ACL-MIN'),
  id: 'ACL-MIN',
  title: { en: 'No rule and no group is left over', zh: '访问控制规则最小化' },
  severity: 'low',
  scope: 'resources',
  why: {
    en: 'A rule that another one covers stays when the other one is taken out.',
    zh: '被覆盖的冗余规则会在清理时遗留下来。',
  },
  fix: { en: 'remove it', zh: '删除冗余规则或安全组' },
  check: ({ resources }) => {
    const rules = resources.ofType('openstack_networking_secgroup_rule_v2');
    const byGroup = new Map<string, JudgedResource[]>();
    for (const rule of rules) {
      const key = groupKey(rule);
      const known = byGroup.get(key);
      if (known) known.push(rule);
      else byGroup.set(key, [rule]);
    }
    const used = new Set([
      ...resources.all.flatMap(({ type, values }) =>
        type === 'openstack_networking_secgroup_rule_v2' ? [] : values.identities('security_group_ids'),
      ),
      ...rules.flatMap(({ values }) => values.identity('remote_group_id') ?? []),
    ]);
    return together(
      lookAtEach(rules, (rule) => {
        const covers = (byGroup.get(groupKey(rule)) ?? []).find(
          (other) => other !== rule && holds(other, rule) && (!holds(rule, other) || other.key < rule.key),
        );
        return covers && { en: `${covers.key} lets all of it pass already`, zh: `已被 ${covers.key} 覆盖` };
      }),
      lookAtEach(resources.ofType('openstack_networking_secgroup_v2'), ({ id, tags }) =>
        // Hosts of the platform's zones are put there by its operators.
        used.has(id) || (tags.has('zone') && !tags.has('dept'))
          ? undefined
          : { en: 'no port has the group', zh: '没有端口使用该安全组' },
      ),
    );
  },
};

function groupKey({ values }: JudgedResource): string {
  const [group, direction] = [values.identity('security_group_id'), values.text('direction')];
  return [group, direction, values.text('ethertype') ?? 'IPv4'].join(' ');
}

/** Whether everything that `inner` lets pass, `outer` does, as far as both are written out. */
function holds({ values: outer }: JudgedResource, { values: inner }: JudgedResource): boolean {
  const protocol = outer.text('protocol');
  if (protocol !== undefined && protocol !== inner.text('protocol')) return false;
  const [first, last] = [outer.number('port_range_min'), outer.number('port_range_max')];
  const [from, to] = [inner.number('port_range_min'), inner.number('port_range_max')];
  if (first !== undefined && (from === undefined || from < first || (to ?? from) > (last ?? first))) return false;
  for (const key of ['remote_group_id', 'remote_address_group_id'])
    if (outer.has(key)) return outer.identity(key) !== undefined && outer.identity(key) === inner.identity(key);
  const [whole, part] = [outer.text('remote_ip_prefix'), inner.text('remote_ip_prefix')];
  if (whole === undefined) return !outer.isUnresolved('remote_ip_prefix');
  if (part === undefined) return false;
  const [block, other] = [Cidr.parse(whole), Cidr.parse(part)];
  return block instanceof Cidr && other instanceof Cidr ? block.contains(other) : whole === part;
}
