import { type DelegatedBlock, type DelegationPools, delegatedBlocks, delegationOwner } from './delegation';
import type { LedgerValues } from './ledger';

/**
 * Blocks that a division gave and that lie in no pool of their use, without an exception that says why. Plans that were
 * made by hand have such; `egov new` gives none.
 */
export function outsideOfPools(pools: DelegationPools, ledger: LedgerValues): readonly DelegatedBlock[] {
  return delegatedBlocks(ledger).filter(
    (one) => !isInPool(pools, one) && !Object.hasOwn(pools.exceptions ?? {}, delegationOwner(one)),
  );
}

/** Owners of exceptions that nothing needs: there is no such block, or a pool holds it. */
export function unusedExceptions(pools: DelegationPools, ledger: LedgerValues): readonly string[] {
  const outside = new Set(
    delegatedBlocks(ledger)
      .filter((one) => !isInPool(pools, one))
      .map(delegationOwner),
  );
  return Object.keys(pools.exceptions ?? {}).filter((owner) => !outside.has(owner));
}

function isInPool(pools: DelegationPools, { use, block }: DelegatedBlock): boolean {
  return pools[use].some((pool) => pool.contains(block));
}
