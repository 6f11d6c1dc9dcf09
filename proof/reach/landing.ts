import type { IntervalSet } from '../packets/interval-set';
import type { Beam } from './beam';

/** Packets that have come to a wire and now look for whoever takes them there. */
export interface Landing {
  readonly wire: string;
  readonly beam: Beam;
  /** Where a router hands packets to a next hop that is no router: only its owner gets them. */
  readonly hop?: IntervalSet;
}
