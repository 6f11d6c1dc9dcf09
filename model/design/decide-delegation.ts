import { delegationOwner } from '../delegation';
import { outsideOfPools, unusedExceptions } from '../delegation-exceptions';
import { DELEGATION_EXCEPTION, DELEGATION_POOL } from '../problems/division-problems';
import type { Decision } from './decision';

/** What a division gave lies in its pools, or is an exception with a reason; and no exception is one too many. */
export function decideDelegation(decision: Decision): void {
  const { delegation, ledger } = decision.values;
  if (delegation === undefined) return;
  for (const one of outsideOfPools(delegation, ledger)) {
    const { use, block } = one;
    const [owner, pools] = [delegationOwner(one), delegation[use].map(String)];
    decision.report(
      DELEGATION_POOL.at(decision.place('ledger', 'blocks', owner), { owner, use, block: `${block}`, pools }),
    );
  }
  for (const owner of unusedExceptions(delegation, ledger))
    decision.report(DELEGATION_EXCEPTION.at(decision.place('delegation', 'exceptions', owner), { owner }));
}
