import type { Text } from '../model/text';
import type { FlowSet } from './flow-set';
import type { Severity } from './severity';
import type { Thing } from './thing';

/** What a policy says of one thing that is not as it should be. */
export interface Found {
  readonly thing: Thing;
  /**
   * Tells two findings about one thing apart, and is a part of their identity: a key, a port, a name. No address that
   * may be decided anew, no line.
   */
  readonly about?: string;
  readonly message: Text;
  /** What passes, where it is about reachability: a waiver covers it only where all of it is within. */
  readonly flow?: FlowSet;
  /** @default that of the policy */
  readonly outcome?: Outcome;
  /** @default the place of the thing */
  readonly place?: string;
  /** @default that of the policy */
  readonly fix?: Text;
}

/** `evidence-missing`: nobody declared what would have to be judged. */
export type Outcome = 'fail' | 'warn' | 'evidence-missing';

/** `waived`: somebody answers for it until a day. `error`: the policy itself broke, and its answer is missing. */
export type FindingStatus = Outcome | 'waived' | 'error';

/** What was found, with all that a reader needs. */
export interface Finding {
  readonly policy: string;
  /** Twelve hexadecimal digits of policy, thing and `about`: the same at every door and after lines have moved. */
  readonly fingerprint: string;
  readonly status: FindingStatus;
  readonly severity: Severity;
  readonly level: number;
  /** Key of the thing. */
  readonly resource: string;
  readonly about?: string;
  readonly place: string;
  readonly standard: string;
  readonly clauses: readonly string[];
  readonly message: Text;
  readonly fix: Text;
  readonly flow?: FlowSet;
  /** Ticket of the waiver, where one covers it. */
  readonly waiver?: string;
}
