import type { InvariantId } from '../model/invariant';
import type { Text } from '../model/text';
import type { UnneededFlowSet } from './judge/accepted-flows';

/** PROVED for every value that apply may choose; VIOLATED with a packet that shows it; UNKNOWN with what is missing. */
export type Verdict = 'PROVED' | 'VIOLATED' | 'UNKNOWN';

/** What was asked of the resources, and all answers. */
export interface Proof {
  /** VIOLATED before UNKNOWN before PROVED: the worst of the statements. */
  readonly verdict: Verdict;
  readonly statements: readonly Statement[];
  /** What every answer takes for granted. */
  readonly assumptions: readonly Assumption[];
  /** Network driver behaviour that some answer depended on. */
  readonly deviations: readonly { readonly id: string; readonly what: Text; readonly source: string }[];
  /** Accepted flow sets that cover more than passes. */
  readonly unneeded: readonly UnneededFlowSet[];
  /** Resource types that cannot matter, with how many of each. */
  readonly passedOver: Readonly<Record<string, number>>;
}

export interface Statement {
  /** `INV-1`, `TENANT finance`, `FLOW F10 finance/budget/app-to-db`, `NOTHING-ELSE`. */
  readonly id: string;
  readonly kind: 'invariant' | 'tenant' | 'flow' | 'nothing-else';
  readonly invariant?: InvariantId;
  readonly text: Text;
  /** `file:line:column` of the words that asked for it, where somebody did. */
  readonly place?: string;
  readonly verdict: Verdict;
  /** At most `SHOWN` of them; `found` says how many there are. */
  readonly violations: readonly Violation[];
  readonly found: number;
  /** Without these the answer would be another; never empty for UNKNOWN. */
  readonly missing: readonly Missing[];
}

/** One packet, or one resource, that breaks a statement. */
export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly packet?: WitnessPacket;
  readonly path: readonly PathStep[];
  /** The line that causes it: the rule that lets the packet in, or the resource that stands in the way. */
  readonly place: string;
  readonly because: Text;
}

export interface WitnessPacket {
  readonly source: string;
  readonly destination: string;
  /** `tcp/443`, `icmp type 8`. */
  readonly service: string;
}

export interface PathStep {
  readonly what: string;
  readonly resource: string;
  readonly place: string;
  readonly detail: string;
  readonly description?: string;
}

export interface Missing {
  readonly place: string;
  readonly assumption: string;
}

export interface Assumption {
  readonly id: string;
  readonly text: Text;
}

/** How many violations of one statement are told in full. */
export const SHOWN = 20;

export function worst(verdicts: Iterable<Verdict>): Verdict {
  const all = new Set(verdicts);
  return all.has('VIOLATED') ? 'VIOLATED' : all.has('UNKNOWN') ? 'UNKNOWN' : 'PROVED';
}
