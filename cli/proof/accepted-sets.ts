import { dayOn } from '../../policies/waivers/day';
import type { Waiver } from '../../policies/waivers/waiver';
import type { AcceptedFlowSet } from '../../proof/judge/accepted-flows';

/**
 * The flow sets that waivers accept although a statement of the proof says otherwise: those that name the statement
 * (`at: statement INV-4`) and flows, and have not ended.
 */
export function acceptedSets(waivers: readonly Waiver[], on = dayOn(new Date())): AcceptedFlowSet[] {
  return waivers.flatMap(({ at, flows, until, place }) =>
    at.flatMap((thing): AcceptedFlowSet[] =>
      flows && until >= on && thing.startsWith('statement ')
        ? [{ statement: thing.slice('statement '.length), ...flows, ports: [flows.ports], place: place('flows') }]
        : [],
    ),
  );
}
