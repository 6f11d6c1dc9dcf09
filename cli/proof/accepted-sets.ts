import { dayOn } from '../../policies/waivers/day';
import type { Waiver } from '../../policies/waivers/waiver';
import type { AcceptedFlowSet } from '../../proof/judge/accepted-flows';

/** A flow set of a waiver, with who answers for it and how long. */
export interface FlowWaiver extends AcceptedFlowSet {
  readonly ticket: string;
  /** The last day, YYYY-MM-DD. */
  readonly until: string;
}

/**
 * The flow sets that waivers accept although a statement of the proof says otherwise: those that name the statement
 * (`at: statement INV-4`) and flows, and have not ended.
 */
export function acceptedSets(waivers: readonly Waiver[], on = dayOn(new Date())): AcceptedFlowSet[] {
  return flowWaivers(waivers)
    .filter(({ until }) => until >= on)
    .map(({ ticket: _ticket, until: _until, ...set }) => set);
}

/** The same with the waivers that have ended. */
export function flowWaivers(waivers: readonly Waiver[]): FlowWaiver[] {
  return waivers.flatMap(({ at, flows, until, ticket, place }) =>
    at.flatMap((thing): FlowWaiver[] =>
      flows && thing.startsWith('statement ')
        ? [
            {
              statement: thing.slice('statement '.length),
              ...flows,
              ports: [flows.ports],
              place: place('flows'),
              ticket,
              until,
            },
          ]
        : [],
    ),
  );
}
