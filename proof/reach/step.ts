import type { Declared } from '../world/declared';

/** One thing that happens to a packet on its way. */
export interface Step {
  readonly at: Declared;
  readonly what: StepKind;
  /** What exactly: a route, an address, a rule. Words are made when they are asked for, which is seldom. */
  readonly detail: string;
}

export type StepKind =
  | 'sent'
  | 'let out'
  | 'on the wire'
  | 'routed'
  | 'source translated'
  | 'destination translated'
  | 'let through the firewall'
  | 'let in'
  | 'received';
