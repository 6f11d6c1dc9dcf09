import { protocolNumber } from '../packets/service-line';
import type { FirewallGroup, FirewallRule } from '../world/firewall';
import type { Unknown, VpnMembership } from '../world/network-world';
import { Attributes } from './attributes';
import type { ResourceTable } from './resource-table';

export function readFirewalls(table: ResourceTable, unknowns: Unknown[]): FirewallGroup[] {
  const rules = new Map(
    table.ofType('openstack_fw_rule_v2').map((resource) => [resource.id, readRule(Attributes.of(resource, table))]),
  );
  const policies = new Map(
    table.ofType('openstack_fw_policy_v2').map((resource) => {
      const listed = Attributes.of(resource, table).identities('rules');
      return [resource.id, listed.flatMap((id) => rules.get(id) ?? [])];
    }),
  );
  return table.ofType('openstack_fw_group_v2').map((resource) => {
    const group = Attributes.of(resource, table);
    const [ingress, egress] = [
      group.identity('ingress_firewall_policy_id'),
      group.identity('egress_firewall_policy_id'),
    ];
    if (group.isUnresolved('ports'))
      unknowns.push(group.unknown({ kind: 'anything' }, 'the firewall group is bound to no further port'));
    return {
      ...group.declared,
      ports: group.identities('ports'),
      ...(ingress !== undefined && { ingress: policies.get(ingress) ?? [] }),
      ...(egress !== undefined && { egress: policies.get(egress) ?? [] }),
      enabled: group.flag('admin_state_up') ?? true,
    };
  });
}

function readRule(rule: Attributes): FirewallRule[] {
  if (rule.flag('enabled') === false) return [];
  const protocolText = rule.text('protocol');
  const protocol = protocolText && protocolText !== 'any' ? protocolNumber(protocolText) : undefined;
  const family = rule.number('ip_version') === 6 ? 6 : 4;
  const [source, destination, ports] = [
    rule.text('source_ip_address'),
    rule.text('destination_ip_address'),
    rule.text('destination_port'),
  ];
  const [from, to] = (ports ?? '').split(':').map(Number);
  return [
    {
      ...rule.declared,
      allow: rule.text('action') === 'allow',
      family,
      ...(protocol !== undefined && { protocol: family === 6 && protocol === 1 ? 58 : protocol }),
      ...(source !== undefined && { source }),
      ...(destination !== undefined && { destination }),
      ...(from !== undefined && ports !== undefined && { ports: [from, to ?? from] as const }),
      sourcePorts: rule.has('source_port'),
    },
  ];
}

/** BGP VPNs: who exports to, and imports from, whom. */
export function readVpns(table: ResourceTable): VpnMembership[] {
  return table.ofType('openstack_bgpvpn_v2').flatMap((resource) => {
    const vpn = Attributes.of(resource, table);
    const both = vpn.texts('route_targets');
    const members = ['network', 'router', 'port'].flatMap((kind) => [
      ...vpn.identities(`${kind}s`).map((id) => ({ id, project: vpn.project })),
      ...table.ofType(`openstack_bgpvpn_${kind}_associate_v2`).flatMap((one) => {
        const association = Attributes.of(one, table);
        const id = association.identity(`${kind}_id`);
        if (association.identity('bgpvpn_id') !== resource.id || id === undefined) return [];
        const member = table.find(id);
        return [{ id, project: member ? Attributes.of(member, table).project : association.project }];
      }),
    ]);
    const targets = {
      vpn: resource.id,
      place: resource.place,
      imports: [...both, ...vpn.texts('import_targets')],
      exports: [...both, ...vpn.texts('export_targets')],
    };
    return members.length === 0
      ? [{ ...targets, project: vpn.project }]
      : members.map((member) => ({ ...targets, member: member.id, project: member.project }));
  });
}
