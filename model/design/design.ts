import type { Intent } from '../intent';
import type { AdminLevel } from '../jurisdiction';
import type { LedgerValues } from '../ledger';
import type { MovedKey } from '../moved-key';
import type { AssuranceDesign } from './assurance-design';
import type { ClusterDesign } from './cluster-design';
import type { GapDesign } from './gap-design';
import type { PlaneDesign } from './plane-design';
import type { PoolDesign } from './pool-design';
import type { EdgeRoute } from './router-design';
import type { StackDesign } from './stack-design';
import type { TenantDesign } from './tenant-design';

/**
 * Everything that follows from an environment: the only place where a decision is taken. Plain data, the same bytes
 * for the same input; all lists are sorted by key.
 */
export interface Design {
  /** Path below `environments/`. */
  readonly environment: string;
  readonly name: string;
  readonly adcode: string;
  readonly level: AdminLevel;
  readonly mlps: number;
  readonly provider: string;
  /** Zone of the cloud in the DNS, with the final dot. */
  readonly dnsZone: { readonly name: string; readonly email: string };
  /** Number of the service contract. */
  readonly contract?: string;
  readonly sites: readonly SiteDesign[];
  readonly planes: readonly PlaneDesign[];
  readonly pools: readonly PoolDesign[];
  readonly gaps: readonly GapDesign[];
  readonly tenants: readonly TenantDesign[];
  /** The Kubernetes clusters; absent where the cloud has none. */
  readonly clusters?: readonly ClusterDesign[];
  readonly edgeRoutes: readonly EdgeRoute[];
  /** What may pass: the side of the proof that does not come from resources. */
  readonly intent: Intent;
  /** What was declared about the cloud and no resource shows. */
  readonly assurance: AssuranceDesign;
  readonly stacks: readonly StackDesign[];
  /** Keys that have another name since, the oldest first; absent where there are none. */
  readonly moved?: readonly MovedKey[];
  /** What the ledger must hold so that none of these addresses and segments ever moves. */
  readonly ledger: LedgerDesign;
}

export interface SiteDesign {
  readonly key: string;
  readonly role: 'primary' | 'same-city' | 'remote';
  /** Division in which it stands. */
  readonly adcode: string;
  readonly region: string;
  readonly zones: readonly string[];
}

export type LedgerDesign = LedgerValues;
