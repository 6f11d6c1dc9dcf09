import type { Thing } from '../openstack/openstack-client';
import { type Found, found, type NaturalKey } from './natural-key';

/** Of Keystone, Nova, Cinder, Barbican, Designate and Magnum. */
export const serviceKeys: Readonly<Record<string, NaturalKey>> = {
  openstack_identity_project_v3: {
    needs: ['name'],
    async find(cloud, { name }) {
      const { domainId } = cloud.cloud.session;
      const all = await cloud.list('identity', `/projects?domain_id=${domainId}`, 'projects');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_compute_flavor_v2: {
    needs: ['name'],
    async find(cloud, { name }) {
      const all = await cloud.list('compute', '/flavors/detail?is_public=None', 'flavors');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_compute_flavor_access_v2: {
    needs: ['flavor_id', 'tenant_id'],
    async find(cloud, { flavor_id: flavor, tenant_id: project }) {
      const all = await cloud.list('compute', `/flavors/${flavor}/os-flavor-access`, 'flavor_access');
      const id = `${flavor}/${project}`;
      return all.filter((one) => one['tenant_id'] === project).map(() => found({ id }));
    },
  },
  openstack_compute_aggregate_v2: {
    needs: ['name'],
    async find(cloud, { name }) {
      const all = await cloud.list('compute', '/os-aggregates', 'aggregates');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_compute_servergroup_v2: {
    needs: ['name'],
    async find(cloud, { name }, project) {
      const all = await cloud.listWithin(project, 'compute', '/os-server-groups', 'server_groups');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_blockstorage_volume_v3: {
    needs: ['name'],
    async find(cloud, { name }, project) {
      const all = await cloud.listWithin(project, 'volume', '/volumes/detail', 'volumes');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_keymanager_container_v1: {
    needs: ['name'],
    async find(cloud, { name }, project) {
      const all = await cloud.listWithin(project, 'keys', '/v1/containers?limit=100', 'containers');
      return all
        .filter((one) => one['name'] === name)
        .map((one) => found({ id: String(one['container_ref']).split('/').at(-1), created_at: one['created'] }));
    },
  },
  openstack_dns_zone_v2: {
    needs: ['name'],
    async find(cloud, { name }) {
      const all = await cloud.list('dns', '/v2/zones', 'zones');
      return all.filter((one) => one['name'] === name).map((one) => found(one));
    },
  },
  openstack_dns_recordset_v2: {
    needs: ['zone_id', 'name', 'type'],
    async find(cloud, { zone_id: zone, name, type }) {
      const all = await cloud.list('dns', `/v2/zones/${zone}/recordsets`, 'recordsets');
      return all
        .filter((one) => one['name'] === name && one['type'] === type)
        .map((one) => found(one, { importId: `${zone}/${one['id']}` }));
    },
  },
  openstack_containerinfra_clustertemplate_v1: {
    needs: ['name'],
    async find(cloud, { name }, project) {
      const all = await cloud.listWithin(project, 'containers', '/clustertemplates', 'clustertemplates');
      return all.filter((one) => one['name'] === name).map(foundByUuid);
    },
  },
  openstack_containerinfra_cluster_v1: {
    needs: ['name'],
    async find(cloud, { name }, project) {
      const all = await cloud.listWithin(project, 'containers', '/clusters', 'clusters');
      return all.filter((one) => one['name'] === name).map(foundByUuid);
    },
  },
  openstack_containerinfra_nodegroup_v1: {
    needs: ['cluster_id', 'name'],
    async find(cloud, { cluster_id: cluster, name }, project) {
      const all = await cloud.listWithin(project, 'containers', `/clusters/${cluster}/nodegroups`, 'nodegroups');
      return all.filter((one) => one['name'] === name).map((one) => found({ ...one, id: `${cluster}/${one['uuid']}` }));
    },
  },
};

/** Magnum's things have a `uuid`; their `id` is a number of its database. */
function foundByUuid(one: Thing): Found {
  return found({ ...one, id: one['uuid'] });
}
