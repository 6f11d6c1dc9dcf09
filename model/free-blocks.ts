import type { Cidr } from './cidr';
import { inOrder } from './summarise';

/** What of the pools nobody has, as the fewest aligned blocks, by address. O(n log n) in what is taken. */
export function freeBlocks(pools: readonly Cidr[], taken: readonly Cidr[]): readonly Cidr[] {
  const ordered = [...taken].sort(inOrder);
  return [...pools].sort(inOrder).flatMap((pool) => freeIn(pool, ordered));
}

function freeIn(block: Cidr, taken: readonly Cidr[]): readonly Cidr[] {
  const here = taken.filter((one) => one.overlaps(block));
  if (here.length === 0) return [block];
  if (here.some((one) => one.contains(block))) return [];
  return [0, 1].flatMap((half) => freeIn(block.subnet(block.prefix + 1, half), here));
}
