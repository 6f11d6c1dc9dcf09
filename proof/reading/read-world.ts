import type { NetworkWorld, Unknown } from '../world/network-world';
import type { Port } from '../world/port';
import type { SecurityGroup } from '../world/security-group';
import { Attributes } from './attributes';
import { readFirewalls, readVpns } from './read-firewalls';
import { readAddressGroups, readGroups, readRules } from './read-groups';
import { readLoadBalancers } from './read-load-balancers';
import { readNetworks, readShares, readSubnets } from './read-networks';
import { type DeclaredPort, readPorts, readServerPorts } from './read-ports';
import { readFloatingIps, readRouters } from './read-routers';
import type { ResourceTable } from './resource-table';
import { unknownResources } from './unknown-resources';

/** Everything about the network that the resources say. */
export function readWorld(table: ResourceTable): NetworkWorld {
  const unknowns: Unknown[] = [];
  const shares = readShares(table);
  const networks = readNetworks(table).map((one) => (shares.external.has(one.id) ? { ...one, external: true } : one));
  const subnets = readSubnets(table, unknowns);
  const own = readGroups(table).map((one) => (shares.groups.has(one.id) ? { ...one, shared: true } : one));
  const declared = readPorts(table, networks, unknowns);
  const ports = [...declared, ...readServerPorts(table, networks, own, unknowns)].map((port) => ({
    ...port,
    groups: groupsOf(port, own),
  }));
  const around = { networks, subnets, ports };
  const routers = readRouters(table, around, unknowns);
  const loadBalancers = readLoadBalancers(table, subnets, ports, unknowns);
  const groups = withDefaults(own, ports);
  const rules = [...readRules(table, unknowns), ...defaultGroupRules(groups)];
  const elsewhere = new Set([
    ...routers.flatMap((router) => router.interfaces.flatMap((one) => one.port ?? [])),
    ...loadBalancers.flatMap((one) => one.port ?? []),
  ]);
  const other = unknownResources(table);
  return {
    networks: [...networks, ...adoptedNetworks(networks, subnets, ports, table)],
    subnets,
    shares: shares.networks,
    ports: ports.filter((port) => !elsewhere.has(port.id)),
    groups: [...groups, ...adoptedGroups(groups, ports, rules)],
    rules,
    addressGroups: readAddressGroups(table),
    routers,
    floatingIps: readFloatingIps(table, around, unknowns),
    loadBalancers,
    firewalls: readFirewalls(table, unknowns),
    vpns: readVpns(table),
    unknowns: [...unknowns, ...other.unknowns],
    passedOver: other.passedOver,
  };
}

/** A port without port security has no groups, and is a member of none. */
function groupsOf(port: DeclaredPort, groups: readonly SecurityGroup[]): readonly string[] {
  if (!port.security) return [];
  return port.groups === 'project-default' ? [defaultGroup(groups, port.project)] : port.groups;
}

/** A project's `default` group: the one that was read, or the one that Neutron makes. */
function defaultGroup(groups: readonly SecurityGroup[], project: string): string {
  return (
    groups.find((group) => group.name === 'default' && group.project === project)?.id ?? `default group of ${project}`
  );
}

function withDefaults(groups: readonly SecurityGroup[], ports: readonly Port[]): SecurityGroup[] {
  const made = new Map<string, SecurityGroup>();
  for (const port of ports)
    for (const id of port.groups)
      if (id === `default group of ${port.project}`)
        made.set(id, {
          id,
          place: id,
          name: 'default',
          project: port.project,
          stateful: true,
          defaultRules: true,
          known: true,
        });
  // Adopting `default` by a data source does not hide what Neutron puts into it.
  const own = groups.map((group) =>
    group.name === 'default' && !group.known ? { ...group, defaultRules: true, known: true } : group,
  );
  return [...own, ...made.values()];
}

/** Members of `default` may talk to each other (Neutron's template; an operator can change it from release 2023.2 on). */
function defaultGroupRules(groups: readonly SecurityGroup[]): NetworkWorld['rules'] {
  return groups
    .filter((group) => group.name === 'default')
    .flatMap((group) =>
      ([4, 6] as const).map((family) => ({
        id: `${group.id}, own members, IPv${family}`,
        place: group.place,
        group: group.id,
        direction: 'ingress' as const,
        family,
        remote: { kind: 'group' as const, group: group.id },
      })),
    );
}

/** Networks that are only named by their id: they exist, and what else is on them is not written here. */
function adoptedNetworks(
  networks: NetworkWorld['networks'],
  subnets: NetworkWorld['subnets'],
  ports: readonly Port[],
  table: ResourceTable,
): NetworkWorld['networks'] {
  const known = new Set(networks.map((network) => network.id));
  const routed = table
    .ofType('openstack_networking_router_v2')
    .flatMap((one) => Attributes.of(one, table).identity('external_network_id') ?? []);
  const named = new Set([...subnets, ...ports].map((one) => one.network));
  return [...new Set([...named, ...routed])]
    .filter((id) => !known.has(id))
    .map((id) => ({
      id,
      place: id,
      project: 'unknown',
      external: routed.includes(id),
      shared: false,
      portSecurity: true,
      segments: [],
      tags: [],
    }));
}

function adoptedGroups(
  groups: readonly SecurityGroup[],
  ports: readonly Port[],
  rules: NetworkWorld['rules'],
): SecurityGroup[] {
  const known = new Set(groups.map((group) => group.id));
  const named = [...ports.flatMap((port) => port.groups), ...rules.map((rule) => rule.group)];
  const missing = [...new Set(named)].filter((id) => !known.has(id));
  return missing.map((id) => ({
    id,
    place: id,
    project: 'unknown',
    stateful: true,
    defaultRules: false,
    known: false,
  }));
}
