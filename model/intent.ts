import type { AllowedFlow, FlowEnd } from './flow';
import type { PlaneRole } from './plane-role';
import type { ZoneKind } from './zone-kind';

/** Which network driver and release enforces the rules; where it is not stated, an answer must hold for all. */
export interface NetworkDriver {
  readonly driver: 'ovn' | 'ovs' | 'unknown';
  /** An OpenStack release name in lower case (`zed`), or `unknown`. */
  readonly release: string;
}

/** What a cloud is meant to let through, as plain data: the side of the proof that does not come from resources. */
export interface Intent {
  readonly network: NetworkDriver;
  readonly planes: readonly {
    readonly key: string;
    readonly role: PlaneRole;
    readonly physnet: string;
    readonly blocks: readonly string[];
    readonly place: string;
  }[];
  readonly zones: readonly {
    readonly key: string;
    readonly kind: ZoneKind;
    readonly plane: string;
    readonly prefixes: readonly string[];
    readonly place: string;
  }[];
  /** Every named end inside the cloud: tiers, relays, gap hosts, platform zones. */
  readonly ends: readonly FlowEnd[];
  readonly flows: readonly AllowedFlow[];
  /** Blocks from which administrators come: the bastion relays and the operations zone. */
  readonly operations: readonly string[];
}
