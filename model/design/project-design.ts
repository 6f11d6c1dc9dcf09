/** One project: of one department (or the platform) in exactly one plane, so that no credential spans two. */
export interface ProjectDesign {
  /** `finance-extranet`, `platform-extranet`. */
  readonly key: string;
  /** `130000-finance-extranet`, at most 64 characters (Keystone). */
  readonly name: string;
  readonly plane: string;
  /** Absent for the platform's own. */
  readonly tenant?: string;
  readonly description: string;
  readonly quota: QuotaDesign;
  readonly tags: readonly string[];
  readonly place: string;
}

/** Limits of a project. Units: pieces, MiB of memory, GiB of volumes; -1 for none. */
export interface QuotaDesign {
  readonly instances: number;
  readonly cores: number;
  readonly ramMiB: number;
  readonly serverGroups: number;
  readonly serverGroupMembers: number;
  readonly volumes: number;
  readonly snapshots: number;
  readonly gigabytes: number;
  readonly networks: number;
  readonly subnets: number;
  readonly routers: number;
  readonly ports: number;
  readonly floatingIps: number;
  readonly securityGroups: number;
  readonly securityGroupRules: number;
  readonly loadBalancers: number;
  readonly listeners: number;
  readonly pools: number;
  readonly members: number;
}
