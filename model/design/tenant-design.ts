import type { BackupTierName } from '../environment/backup-schema';
import type { EntryDesign } from './entry-design';
import type { NetworkDesign } from './network-design';
import type { PortDesign } from './port-design';
import type { ProjectDesign } from './project-design';
import type { RouterDesign } from './router-design';
import type { SecurityGroupDesign } from './security-group-design';
import type { SystemDesign } from './system-design';

/** A department as decided: everything that its own stack holds. */
export interface TenantDesign {
  readonly key: string;
  readonly name: string;
  readonly systems: readonly SystemDesign[];
  readonly vpcs: readonly VpcDesign[];
  /** DNS zone of the department, with the final dot. */
  readonly dnsZone: { readonly name: string; readonly email: string };
  readonly place: string;
}

/** A department in one plane. */
export interface VpcDesign {
  /** Key of the project: `finance-extranet`. */
  readonly key: string;
  readonly plane: string;
  readonly project: ProjectDesign;
  readonly router: RouterDesign;
  readonly networks: readonly NetworkDesign[];
  readonly groups: readonly SecurityGroupDesign[];
  readonly tiers: readonly TierDesign[];
  readonly entries: readonly EntryDesign[];
  /** Keys of the flavors (`pool/size`) that its tiers use. */
  readonly flavors: readonly string[];
  /** Name of the container in which the department keeps its keys. */
  readonly keyContainer: string;
}

/** Equal servers: their ports, volumes and spread. */
export interface TierDesign {
  /** `finance/budget/app`. */
  readonly key: string;
  readonly name: string;
  readonly network: string;
  readonly zone: string;
  readonly mlps: number;
  readonly pool: string;
  readonly flavor: string;
  /** Key of the image that its servers boot from, where one is declared. */
  readonly image?: string;
  readonly ports: readonly PortDesign[];
  /** Present where there is more than one server: they never share a host. */
  readonly serverGroup?: { readonly name: string };
  readonly volumes: readonly VolumeDesign[];
  readonly tags: readonly string[];
  readonly place: string;
}

export interface VolumeDesign {
  /** `finance/budget/db/1/data`. */
  readonly key: string;
  readonly name: string;
  readonly sizeGiB: number;
  /** Name of a volume type of the cloud. */
  readonly type: string;
  readonly backup: BackupTierName;
  readonly metadata: Readonly<Record<string, string>>;
  readonly place: string;
}
