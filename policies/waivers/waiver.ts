import type { PortRange } from '../../model/flow';

/** An accepted finding, as `waivers.yaml` says it. */
export interface Waiver {
  readonly policy: string;
  /** Keys of things. */
  readonly at: readonly string[];
  readonly fingerprint?: string;
  readonly flows?: { readonly from: string; readonly to: string; readonly ports: PortRange };
  readonly clause?: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly ticket: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string;
  readonly compensating?: string;
  /** `file:line:column` of the waiver, or of one field of it. */
  place(field?: string): string;
}
