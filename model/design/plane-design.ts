import type { PlaneRole } from '../plane-role';
import type { Trust, ZoneKind } from '../zone-kind';
import type { NetworkDesign, SubnetPoolDesign } from './network-design';
import type { PortDesign } from './port-design';
import type { ProjectDesign } from './project-design';
import type { RouterDesign } from './router-design';
import type { SecurityGroupDesign } from './security-group-design';

/** A plane as decided, with what the platform itself has in it. */
export interface PlaneDesign {
  readonly key: string;
  readonly role: PlaneRole;
  readonly site: string;
  readonly physnet: string;
  readonly segmentation: 'vlan' | 'vxlan' | 'geneve';
  readonly segments: { readonly first: number; readonly last: number };
  readonly blocks: readonly string[];
  readonly reachable: readonly string[];
  readonly uplinks: readonly UplinkDesign[];
  /** Greatest load that is expected on its lines, Mbit/s; absent where nobody said it. */
  readonly peakMbps?: number;
  readonly pools: readonly SubnetPoolDesign[];
  /** The platform's own project in this plane. */
  readonly project: ProjectDesign;
  /** For its DMZ and exchange networks; only in business planes. */
  readonly router?: RouterDesign;
  readonly zones: readonly ZoneDesign[];
  /** Hosts of the platform with one leg here and one in the management plane: bastion, proxy, resolver, log relay. */
  readonly relays: readonly RelayDesign[];
  readonly tags: readonly string[];
  readonly place: string;
}

export interface UplinkDesign {
  readonly key: string;
  readonly carrier: string;
  readonly mbps: number;
  readonly role: 'primary' | 'standby' | 'active';
  readonly forwardingPlane?: 'A' | 'B';
}

export interface ZoneDesign {
  readonly key: string;
  readonly kind: ZoneKind;
  readonly plane: string;
  readonly trust: Trust;
  readonly mlps: number;
  /** One IPv4 block, and one IPv6 block where the plane has IPv6. */
  readonly blocks: readonly string[];
  /** The network of the zone where the platform owns it; zones of tenants are address space only. */
  readonly network?: NetworkDesign;
  /** The groups of the zone's hosts: one, or several where it has many rules; none without a network. */
  readonly groups: readonly SecurityGroupDesign[];
  readonly place: string;
}

/** A host that relays one service between a business plane and the management plane. It is no router. */
export interface RelayDesign {
  /** `bastion`, `proxy`, `resolver`, `log`. */
  readonly key: RelayKind;
  /** The leg in the edge network of the business plane, then the leg in the management plane. */
  readonly legs: readonly RelayLeg[];
  readonly place: string;
}

export type RelayKind = 'bastion' | 'proxy' | 'resolver' | 'log';

export interface RelayLeg {
  readonly plane: string;
  readonly port: PortDesign;
  readonly groups: readonly SecurityGroupDesign[];
}
