import type { Lane } from '../lane';
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

/** Attributes that cannot be changed in place, from the documentation of the provider. Only a plan knows of all. */
const REPLACING: Readonly<Record<string, readonly string[]>> = {
  openstack_networking_subnet_v2: ['network_id', 'cidr', 'ip_version', 'subnetpool_id', 'prefix_length', 'tenant_id'],
  openstack_networking_network_v2: ['segments', 'tenant_id', 'external', 'region'],
  openstack_networking_port_v2: ['network_id', 'tenant_id', 'region'],
  openstack_networking_floatingip_v2: ['pool', 'address', 'subnet_id', 'tenant_id', 'region'],
  openstack_networking_router_interface_v2: ['router_id', 'subnet_id', 'port_id'],
  openstack_lb_loadbalancer_v2: ['vip_subnet_id', 'vip_network_id', 'vip_address', 'tenant_id', 'flavor_id'],
  openstack_lb_listener_v2: ['loadbalancer_id', 'protocol', 'protocol_port', 'tenant_id'],
  openstack_lb_pool_v2: ['loadbalancer_id', 'listener_id', 'protocol', 'tenant_id'],
  openstack_lb_member_v2: ['address', 'protocol_port', 'pool_id', 'tenant_id'],
  openstack_compute_servergroup_v2: ['policies', 'name', 'region'],
  openstack_compute_flavor_v2: ['ram', 'vcpus', 'disk', 'name', 'swap', 'is_public', 'region'],
  openstack_blockstorage_volume_v3: [
    'region',
    'availability_zone',
    'snapshot_id',
    'source_vol_id',
    'image_id',
    'backup_id',
    'source_replica',
    'consistency_group_id',
  ],
  openstack_identity_project_v3: ['domain_id', 'region'],
  openstack_keymanager_secret_v1: [
    'region',
    'name',
    'payload',
    'payload_content_type',
    'algorithm',
    'bit_length',
    'mode',
  ],
  openstack_keymanager_container_v1: ['region', 'name', 'type', 'secret_refs'],
};

/** Whether a change of the definition already shows that the resource is made anew. */
export function isReplaced({ type, action, differences }: ResourceDifference): boolean {
  const attributes = REPLACING[type] ?? [];
  return action === 'change' && differences.some(({ path }) => attributes.includes(path.split(/[.[]/)[0] ?? ''));
}

/** The lane of one resource, by what becomes of it. What its packets mean is told by the flows. */
export function laneOfResource(difference: ResourceDifference): Lane {
  const { type, action, differences } = difference;
  if (action === 'move' && differences.every((one) => one.noise || one.path === 'name')) return 7;
  const gone = action === 'destroy' || action === 'replace' || isReplaced(difference);
  if (gone && (DATA.test(type) || type === PROJECT)) return 2;
  if (shrinks(difference)) return 2;
  if (action === 'change' && differences.every((one) => one.noise)) return 8;
  if (action === 'change' && differences.every((one) => one.noise || one.path === 'name')) return 7;
  if (IDENTITY.test(type)) return 3;
  return CAPACITY.test(type) ? 5 : 6;
}

/** A volume that is to be smaller: Cinder refuses, and whoever helps himself loses what lies beyond. */
function shrinks({ type, differences }: ResourceDifference): boolean {
  if (type !== 'openstack_blockstorage_volume_v3') return false;
  const size = differences.find(({ path }) => path === 'size');
  return size !== undefined && Number(size.after) < Number(size.before);
}
