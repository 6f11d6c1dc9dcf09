import { readBlock } from '../packets/ip-block';
import { hasPorts, isIcmp, protocolNumber } from '../packets/service-line';
import type { Unknown } from '../world/network-world';
import type { AddressGroup, Remote, Rule, SecurityGroup } from '../world/security-group';
import { Attributes } from './attributes';
import type { ResourceTable } from './resource-table';

export function readGroups(table: ResourceTable): SecurityGroup[] {
  return table.ofType('openstack_networking_secgroup_v2').map((resource): SecurityGroup => {
    const group = Attributes.of(resource, table);
    const name = group.text('name');
    return {
      ...group.declared,
      ...(name !== undefined && { name }),
      project: group.project,
      stateful: group.flag('stateful') ?? true,
      defaultRules: resource.mode === 'managed' && group.flag('delete_default_rules') !== true,
      known: resource.mode === 'managed',
    };
  });
}

export function readRules(table: ResourceTable, unknowns: Unknown[]): Rule[] {
  return table.ofType('openstack_networking_secgroup_rule_v2').flatMap((resource) => {
    const rule = Attributes.of(resource, table);
    const [group, direction] = [rule.identity('security_group_id'), rule.text('direction')];
    const protocolText = rule.text('protocol');
    const protocol = protocolText && protocolText !== 'any' ? protocolNumber(protocolText) : undefined;
    const misread = protocolText !== undefined && protocolText !== 'any' && protocol === undefined;
    if (
      group === undefined ||
      (direction !== 'ingress' && direction !== 'egress') ||
      misread ||
      rule.isUnresolved('protocol')
    ) {
      const assumption = 'the rule allows nothing more than the rules that were understood';
      unknowns.push(
        rule.unknown(group === undefined ? { kind: 'anything' } : { kind: 'group', id: group }, assumption),
      );
      return [];
    }
    const description = rule.text('description');
    const family = rule.text('ethertype')?.toLowerCase() === 'ipv6' ? 6 : 4;
    return [
      {
        ...rule.declared,
        group,
        direction,
        family,
        ...(protocol !== undefined && { protocol: family === 6 && protocol === 1 ? 58 : protocol }),
        ...range(rule, protocol),
        remote: readRemote(rule),
        ...(description !== undefined && { description }),
      } satisfies Rule,
    ];
  });
}

/**
 * The provider sends neither bound when it is 0 (gophercloud marks both `omitempty`), so `0` means "not given": ports
 * 0–0 open every port, ICMP type 0 every type.
 */
function range(rule: Attributes, protocol: number | undefined): { from?: number; to?: number } {
  const [from, to] = [rule.number('port_range_min') || undefined, rule.number('port_range_max') || undefined];
  if (protocol === undefined) return {};
  if (isIcmp(protocol)) return from === undefined ? {} : { from, ...(to !== undefined && { to }) };
  if (!hasPorts(protocol) || (from === undefined && to === undefined)) return {};
  return { from: from ?? 0, to: to ?? 65_535 };
}

function readRemote(rule: Attributes): Remote {
  if (rule.has('remote_ip_prefix')) {
    const prefix = rule.address('remote_ip_prefix');
    return prefix !== undefined && (prefix.startsWith('@') || readBlock(prefix))
      ? { kind: 'prefix', prefix }
      : { kind: 'unknown' };
  }
  if (rule.has('remote_group_id')) {
    const group = rule.identity('remote_group_id');
    return group === undefined ? { kind: 'unknown' } : { kind: 'group', group };
  }
  if (rule.has('remote_address_group_id')) {
    const group = rule.identity('remote_address_group_id');
    return group === undefined ? { kind: 'unknown' } : { kind: 'address-group', group };
  }
  return { kind: 'any' };
}

export function readAddressGroups(table: ResourceTable): AddressGroup[] {
  return table
    .ofType('openstack_networking_address_group_v2')
    .filter((resource) => resource.mode === 'managed')
    .map((resource) => ({
      id: resource.id,
      place: resource.place,
      prefixes: Attributes.of(resource, table).texts('addresses'),
    }));
}
