import { resourceName } from '../model/resource-name';
import type { Text } from '../model/text';

type Attributes = Readonly<Record<string, unknown>>;

/** A resource in words: `rule F14 … (egress tcp/3128 10.72.19.54/32) of group baseline`. */
export function thingWords(type: string, attributes: Attributes, groupOf: (id: string) => string | undefined): Text {
  const name = resourceName(type);
  if (type === 'openstack_networking_secgroup_rule_v2') return ruleWords(attributes, groupOf);
  const called = attributes['name'] ?? attributes['address'] ?? attributes['id'] ?? '';
  return { en: `${name.en} ${called}`, zh: `${name.zh} ${called}` };
}

/** The rule with its flow, as its description says it, and what it lets through. */
export function ruleWords(rule: Attributes, groupOf: (id: string) => string | undefined): Text {
  const id = String(rule['security_group_id'] ?? '');
  const group = groupOf(id) ?? id;
  const description = String(rule['description'] ?? '').trim();
  const passes = passWords(rule);
  return {
    en: `rule ${description === '' ? passes : `${description} (${passes})`} of group ${group}`,
    zh: `安全组 ${group} 的规则 ${description === '' ? passes : `${description}（${passes}）`}`,
  };
}

function passWords(rule: Attributes): string {
  const { direction, protocol, port_range_min: min, port_range_max: max } = rule;
  const ports = min ? (min === max ? `/${min}` : `/${min}-${max}`) : '';
  const remote = rule['remote_ip_prefix'] || rule['remote_group_id'] || 'any';
  return `${direction} ${protocol || 'any'}${ports} ${direction === 'egress' ? 'to' : 'from'} ${remote}`;
}
