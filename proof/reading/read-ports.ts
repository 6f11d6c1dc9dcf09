import type { Network } from '../world/network';
import type { Unknown } from '../world/network-world';
import type { Port } from '../world/port';
import type { SecurityGroup } from '../world/security-group';
import { Attributes } from './attributes';
import type { ResourceTable } from './resource-table';

/** A port as it is declared: where it names no groups, its project's `default` group is still to be found. */
export type DeclaredPort = Omit<Port, 'groups'> & { readonly groups: readonly string[] | 'project-default' };

const UNKNOWN_GROUPS = 'the groups of the port are those that were understood';

/** Ports that are declared as such. Their networks default to what the network says about port security. */
export function readPorts(table: ResourceTable, networks: readonly Network[], unknowns: Unknown[]): DeclaredPort[] {
  const byId = new Map(networks.map((network) => [network.id, network]));
  const groupsOf = addedGroups(table);
  const device = devices(table);
  const trunk = trunks(table);
  return table.ofType('openstack_networking_port_v2').flatMap((resource) => {
    const port = Attributes.of(resource, table);
    const network = port.identity('network_id');
    if (network === undefined) {
      unknowns.push(port.unknown({ kind: 'anything' }, 'the port lies on none of the networks here'));
      return [];
    }
    const [name, parent] = [port.text('name'), trunk.get(resource.id)];
    const owner = device.get(resource.id) ?? port.identity('device_id');
    const security =
      (port.flag('port_security_enabled') ?? byId.get(network)?.portSecurity ?? true) &&
      !(port.text('device_owner') ?? '').startsWith('network:');
    if (
      security &&
      (port.isUnresolved('security_group_ids') ||
        port.isUnresolved('port_security_enabled') ||
        resource.mode === 'data')
    )
      unknowns.push(port.unknown({ kind: 'port', id: resource.id }, UNKNOWN_GROUPS));
    return [
      {
        ...port.declared,
        ...(name !== undefined && { name }),
        network,
        project: port.project,
        addresses: addresses(port, resource.id),
        pairs: port.blocks('allowed_address_pairs').flatMap((pair) => pair.address('ip_address') ?? []),
        groups: groups(port, groupsOf.get(resource.id)),
        security,
        ...(owner !== undefined && { device: owner }),
        ...(parent !== undefined && { parent }),
        tags: port.texts('tags'),
      } satisfies DeclaredPort,
    ];
  });
}

function addresses(port: Attributes, id: string): string[] {
  if (port.flag('no_fixed_ip')) return [];
  const fixed = port.blocks('fixed_ip');
  if (fixed.length === 0) return [port.address('all_fixed_ips', 0) ?? `@${id}`];
  return fixed.map((one, i) => one.address('ip_address') ?? (i === 0 ? `@${id}` : `@${id}#${i}`));
}

function groups(port: Attributes, added: Added | undefined): DeclaredPort['groups'] {
  if (added?.replaces) return added.groups;
  const own = port.identities('security_group_ids');
  const all = [...new Set([...own, ...(added?.groups ?? [])])].sort();
  if (all.length > 0 || port.flag('no_security_groups') || port.has('security_group_ids')) return all;
  return 'project-default';
}

interface Added {
  readonly groups: string[];
  readonly replaces: boolean;
}

function addedGroups(table: ResourceTable): Map<string, Added> {
  const added = new Map<string, Added>();
  for (const resource of table.ofType('openstack_networking_port_secgroup_associate_v2')) {
    const association = Attributes.of(resource, table);
    const port = association.identity('port_id') ?? '';
    const before = added.get(port)?.groups ?? [];
    const replaces = association.flag('enforce') ?? false;
    added.set(port, {
      groups: [...new Set([...before, ...association.identities('security_group_ids')])].sort(),
      replaces,
    });
  }
  return added;
}

/** Which server a port belongs to. */
function devices(table: ResourceTable): Map<string, string> {
  const owners = new Map<string, string>();
  for (const resource of table.ofType('openstack_compute_instance_v2'))
    for (const network of Attributes.of(resource, table).blocks('network')) {
      const port = network.identity('port');
      if (port !== undefined) owners.set(port, resource.id);
    }
  for (const resource of table.ofType('openstack_compute_interface_attach_v2')) {
    const attachment = Attributes.of(resource, table);
    const [port, instance] = [attachment.identity('port_id'), attachment.identity('instance_id')];
    if (port !== undefined && instance !== undefined) owners.set(port, instance);
  }
  return owners;
}

/** Subports to the port whose trunk carries them. */
function trunks(table: ResourceTable): Map<string, string> {
  const parents = new Map<string, string>();
  for (const resource of table.ofType('openstack_networking_trunk_v2')) {
    const trunk = Attributes.of(resource, table);
    const parent = trunk.identity('port_id');
    for (const sub of trunk.blocks('sub_port')) {
      const port = sub.identity('port_id');
      if (port !== undefined && parent !== undefined) parents.set(port, parent);
    }
  }
  return parents;
}

/** Ports that Nova makes itself for a server that names networks instead of ports. */
export function readServerPorts(
  table: ResourceTable,
  networks: readonly Network[],
  groups: readonly SecurityGroup[],
  unknowns: Unknown[],
): DeclaredPort[] {
  const byId = new Map(networks.map((network) => [network.id, network]));
  return table.ofType('openstack_compute_instance_v2').flatMap((resource) => {
    const server = Attributes.of(resource, table);
    if (resource.mode === 'data') return [];
    return server.blocks('network').flatMap((block, i): DeclaredPort[] => {
      if (block.has('port')) return [];
      const named = networks.find((network) => network.name !== undefined && network.name === block.text('name'));
      const network = block.identity('uuid') ?? named?.id;
      if (network === undefined) {
        unknowns.push(server.unknown({ kind: 'anything' }, 'the server lies on none of the networks here'));
        return [];
      }
      const names = server.texts('security_groups');
      const chosen = groups.filter((group) => group.project === server.project && names.includes(group.name ?? ''));
      const id = i === 0 ? resource.id : `${resource.id}#network${i}`;
      if (names.some((name) => name !== 'default' && !chosen.some((group) => group.name === name)))
        unknowns.push(server.unknown({ kind: 'port', id }, UNKNOWN_GROUPS));
      return [
        {
          id,
          place: resource.place,
          name: server.text('name') ?? resource.id,
          network,
          project: server.project,
          addresses: [block.address('fixed_ip_v4') ?? `@${id}`],
          pairs: [],
          groups: names.every((name) => name === 'default')
            ? 'project-default'
            : chosen.map((group) => group.id).sort(),
          security: byId.get(network)?.portSecurity ?? true,
          device: resource.id,
          tags: server.texts('tags'),
        },
      ];
    });
  });
}
