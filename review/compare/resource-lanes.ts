import type { Lane } from '../lane';
import { replacingAttributes } from '../replacing-attributes';
import type { ResourceDifference } from './resource-differences';

/** Types that hold what cannot be made again: data, and the keys without which data cannot be read. */
const DATA =
  /^openstack_(blockstorage_volume_v\d|db_(instance|database)|objectstorage_(container|object)|sharedfilesystem_share_v|images_image_v|keymanager_(secret|container|order)|containerinfra_cluster_v|orchestration_stack|compute_instance)/;
/** Whoever destroys a project destroys what its members put into it. */
const PROJECT = 'openstack_identity_project_v3';
const IDENTITY =
  /^openstack_(identity_|keymanager_|compute_(keypair|quotaset|flavor_access)|\w+_(quota|quotaset)_v|blockstorage_volume_type_access|images_image_access|networking_rbac_policy|sharedfilesystem_share_access)/;
const CAPACITY =
  /^openstack_(compute_(aggregate|flavor)_v|networking_(subnetpool|addressscope|segment)_v|blockstorage_volume_type_v)/;
/** Kinds of objects in a cluster: who reaches whom; who may do what, and how much; the cluster itself. */
const POD_REACH = /^(NetworkPolicy|Ingress)$/;
const POD_IDENTITY =
  /^((Cluster)?Role(Binding)?|ServiceAccount|ResourceQuota|LimitRange|ValidatingAdmissionPolicy(Binding)?)$/;
const POD_CAPACITY = /^(Cluster|HorizontalPodAutoscaler|StorageClass)$/;

/**
 * Whether a change of the definition already shows that the resource is made anew. That a list is in another order does
 * not show it: many lists are sets to the provider.
 */
export function isReplaced({ type, action, differences }: ResourceDifference): boolean {
  if (action !== 'change' && action !== 'move') return false;
  const attributes = (replacingAttributes[type] ?? '').split(' ');
  return differences.some(({ path, noise, after }) => {
    const plain = path.replace(/\[\d+\]/g, '');
    if (noise && plain !== 'description') return false;
    return attributes.some((one) => {
      const name = one.replace('?', '');
      const meant = plain === name || plain.startsWith(`${name}.`) || name.startsWith(`${plain}.`);
      return meant && (after !== undefined || name === one);
    });
  });
}

/** The lane of one resource, by what becomes of it. What its packets mean is told by the flows. */
export function laneOfResource(difference: ResourceDifference): Lane {
  const { type, action, differences } = difference;
  const gone = action === 'destroy' || action === 'replace' || isReplaced(difference);
  const words = differences.every((one) => one.noise || one.path === 'name');
  // A namespace goes with everything in it.
  if (gone && (DATA.test(type) || type === PROJECT || type === 'Namespace')) return 2;
  if (shrinks(difference)) return 2;
  if (action === 'change' && !gone && differences.every((one) => one.noise)) return 8;
  if ((action === 'change' || action === 'move') && !gone && words) return 7;
  if (POD_REACH.test(type)) return 1;
  if (IDENTITY.test(type) || POD_IDENTITY.test(type)) return 3;
  return CAPACITY.test(type) || POD_CAPACITY.test(type) ? 5 : 6;
}

/** A volume that is to be smaller: Cinder refuses, and whoever helps himself loses what lies beyond. */
function shrinks({ type, differences }: ResourceDifference): boolean {
  if (type !== 'openstack_blockstorage_volume_v3') return false;
  const size = differences.find(({ path }) => path === 'size');
  return size !== undefined && Number(size.after) < Number(size.before);
}
