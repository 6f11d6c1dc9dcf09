import type { ClusterStack } from '../../engines/pulumi/cluster-stack';
import type { Pulumi } from '../../engines/pulumi/pulumi';
import { type FoundObject, foundObjects } from '../../engines/pulumi/pulumi-change';
import type { ClusterClient, ListedObject } from './cluster-client';
import { addedFields, type OwnedField, ownerOf } from './field-owners';
import { CLUSTER_KINDS, leftObjects, NAMESPACED_KINDS } from './left-objects';

/** One thing that is otherwise in a cluster than it was left. */
export interface ClusterDrift {
  readonly stack: string;
  /**
   * `added`: fields beside the declared ones. `unmanaged`: an object that nobody declared, or that an apply which was
   * killed left and that was taken out of the description since.
   */
  readonly kind: 'missing' | 'changed' | 'added' | 'unmanaged';
  /** `core/v1:ResourceQuota finance-budget-prod/quota`. */
  readonly address: string;
  readonly fields: readonly OwnedField[];
  /** Who asked for it, `file:line:column`. */
  readonly place: string | undefined;
}

export interface ClusterDriftProps {
  readonly pulumi: Pulumi;
  readonly stack: ClusterStack;
  readonly client: ClusterClient;
  /** Namespaces of departments, in which nobody adds policies or rights. */
  readonly namespaces: readonly string[];
}

/** What became of a cluster since the last apply. Changes neither it nor the state. Throws ProblemsError. */
export async function clusterDrift({ pulumi, stack, client, namespaces }: ClusterDriftProps): Promise<ClusterDrift[]> {
  const { events } = await pulumi.look({ stack });
  const found = foundObjects(events);
  const drift = found.flatMap((object) => driftOf(object, stack)).sort((a, b) => (a.address < b.address ? -1 : 1));
  const known = new Set(found.map(({ address }) => address));
  const left = await leftObjects(client, known, [...CLUSTER_KINDS, ...NAMESPACED_KINDS]);
  const others = await unmanaged(client, found, namespaces);
  const strangers = new Set([...others, ...left.map(({ address }) => address)]);
  return [...drift, ...Array.from(strangers, (address) => driftAt(stack, 'unmanaged', address, []))];
}

function driftOf({ address, live, declared, fields }: FoundObject, stack: ClusterStack): ClusterDrift[] {
  if (live === undefined) return [driftAt(stack, 'missing', address, [])];
  const changed = fields.map((path) => ({ path, manager: ownerOf(live, path) }));
  const added = addedFields(live, declared).filter(({ path }) => !fields.some((field) => field.startsWith(path)));
  return [
    ...(changed.length > 0 ? [driftAt(stack, 'changed', address, changed)] : []),
    ...(added.length > 0 ? [driftAt(stack, 'added', address, added)] : []),
  ];
}

function driftAt(
  { name, placeOf }: ClusterStack,
  kind: ClusterDrift['kind'],
  address: string,
  fields: readonly OwnedField[],
): ClusterDrift {
  return { stack: name, kind, address, fields, place: kind === 'unmanaged' ? undefined : placeOf?.(address) };
}

/** What opens a namespace when somebody adds one: its collection in the API, and its name in an address. */
const GUARDED = [
  { group: '/apis/networking.k8s.io/v1', plural: 'networkpolicies', type: 'networking.k8s.io/v1:NetworkPolicy' },
  {
    group: '/apis/rbac.authorization.k8s.io/v1',
    plural: 'rolebindings',
    type: 'rbac.authorization.k8s.io/v1:RoleBinding',
  },
] as const;

async function unmanaged(
  client: ClusterClient,
  found: readonly FoundObject[],
  namespaces: readonly string[],
): Promise<string[]> {
  const strangers: string[] = [];
  for (const { group, plural, type } of GUARDED) {
    const ours = new Set(
      found.flatMap((one) => (one.type === `kubernetes:${type}` ? [nameOf(one.live?.metadata)] : [])),
    );
    for (const { metadata } of await client.list(`${group}/${plural}`)) {
      const inside = metadata.namespace !== undefined && namespaces.includes(metadata.namespace);
      if (inside && !ours.has(nameOf(metadata))) strangers.push(`${type} ${nameOf(metadata)}`);
    }
  }
  return strangers;
}

function nameOf({ namespace = '', name = '' }: Partial<ListedObject['metadata']> = {}): string {
  return `${namespace}/${name}`;
}
