import { createHash } from 'node:crypto';
import type { LedgerValues } from './ledger-values';
import { sortedEntries } from './stable-hash';

/**
 * SHA-256 of what a ledger says, whatever the file looks like: comments and the order of lines do not matter, the order
 * of the history does. It is no signature: it shows an edit by hand, a lost line and a merge without the merge driver.
 */
export function ledgerSeal({ blocks, segments, released = {}, history = [] }: LedgerValues): string {
  const said = [sortedEntries(blocks), sortedEntries(segments), sortedEntries(released), history];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
