import type { Text } from '../model/text';
import type { ChangedPackets } from '../proof/semantic-diff';
import type { Lane } from './lane';

/** One thing that a branch changes, with all that a reviewer asks about it. Plain data. */
export interface Change {
  readonly environment: string;
  readonly lane: Lane;
  /** Order inside its lane: lower is graver. */
  readonly rank: number;
  /** What the same changes of several environments have in common besides their words: `flow`, `tier`, `quota`. */
  readonly kind: string;
  /** Key of what changes: `finance/budget/app`, `finance/budget/app → finance/budget/db`. */
  readonly subject: string;
  readonly what: Text;
  readonly before?: string;
  readonly after?: string;
  /** `file:line:column` of the words that caused it; of the base where they are gone. */
  readonly place?: string;
  readonly resources: readonly TouchedResource[];
  /** Packets that pass now and did not before, with one of them. */
  readonly opened?: ChangedPackets;
  readonly closed?: ChangedPackets;
  /** Packets of which it was known whether they pass, and is no longer. */
  readonly doubted?: ChangedPackets;
  /** Row of the flow matrix, invariant or clause that it touches. */
  readonly touches?: string;
  /** What approves it: a flow, a ticket, a waiver. */
  readonly approvedBy?: string;
}

export interface TouchedResource {
  readonly stack: string;
  /** `TYPE.NAME`. */
  readonly address: string;
  readonly action: ResourceAction;
  /** Attributes that differ; none for a resource that comes or goes. */
  readonly attributes: readonly AttributeChange[];
}

export type ResourceAction = 'add' | 'change' | 'replace' | 'destroy' | 'move' | 'drift';

export interface AttributeChange {
  /** `size`, `fixed_ip[0].ip_address`. */
  readonly path: string;
  /** JSON of the value; absent where there was none. Secrets are `***`. */
  readonly before?: string;
  readonly after?: string;
}
