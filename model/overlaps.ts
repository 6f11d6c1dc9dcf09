import type { Cidr } from './cidr';
import { inOrder } from './summarise';

/**
 * Every block that overlaps another, with the largest block that it meets, in O(n log n): two blocks of one family
 * overlap only if one contains the other, so that the enclosing block comes first in order of address and size.
 */
export function overlaps<T extends { readonly block: Cidr }>(items: readonly T[]): readonly (readonly [T, T])[] {
  const ordered = [...items].sort((a, b) => inOrder(a.block, b.block));
  const found: (readonly [T, T])[] = [];
  let outer: T | undefined;
  for (const item of ordered) {
    if (outer?.block.contains(item.block)) found.push([outer, item]);
    else outer = item;
  }
  return found;
}
