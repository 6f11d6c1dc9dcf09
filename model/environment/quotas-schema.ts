import { z } from 'zod';

const limit = (what: string) => z.int().nonnegative().describe(what);

/** Limits of one project. Units: pieces, GiB of memory, GiB of volumes. */
const quota = z.strictObject({
  instances: limit('Servers.'),
  cores: limit('Virtual processors.'),
  ramGiB: limit('Memory of servers, GiB.'),
  volumes: limit('Volumes.'),
  gigabytes: limit('Volumes and snapshots together, GiB.'),
  snapshots: limit('Snapshots.'),
  networks: limit('Networks.'),
  subnets: limit('Subnets.'),
  routers: limit('Routers.'),
  ports: limit('Ports.'),
  floatingIps: limit('Floating addresses.'),
  securityGroups: limit('Security groups.'),
  securityGroupRules: limit('Rules of security groups. Neutron starts with 100, too few for three tiers.'),
  loadBalancers: limit('Load balancers.'),
});

export const quotaOverrides = quota.partial();
export const quotasSchema = z.record(z.string(), quota).describe('Quota classes by key.').meta({ title: 'Quotas' });
