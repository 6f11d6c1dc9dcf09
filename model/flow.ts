import type { MatrixRowId } from './flow-matrix';
import type { ZoneKind } from './zone-kind';

export type Protocol = 'tcp' | 'udp' | 'icmp';

/** One protocol with one inclusive range of destination ports; ICMP has none. */
export interface PortRange {
  readonly protocol: Protocol;
  readonly from: number;
  readonly to: number;
}

/** One end of a flow: who it is, and every address that it may have, written out. */
export interface FlowEnd {
  /** What a person calls it: `finance/budget/app`, `internet/dmz`, `Internet`. */
  readonly label: string;
  /** Absent for a party outside of the cloud. */
  readonly zone?: { readonly key: string; readonly kind: ZoneKind; readonly plane: string };
  readonly tenant?: string;
  /** Canonical blocks, IPv4 and IPv6. */
  readonly prefixes: readonly string[];
}

/** The row that admits a flow; `own-zone` inside one zone and one department, which the matrix leaves to the owner. */
export type FlowBasis = MatrixRowId | 'own-zone';

/** A flow that the environment allows. What no flow allows is denied. */
export interface AllowedFlow {
  /** Stable: `F10 finance/budget/app-to-db`. The description of every rule that results carries it. */
  readonly id: string;
  readonly row: FlowBasis;
  readonly from: FlowEnd;
  readonly to: FlowEnd;
  readonly ports: readonly PortRange[];
  readonly purpose: string;
  /** `file:line:column` of the words that asked for it. */
  readonly place: string;
}
