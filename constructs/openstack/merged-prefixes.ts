import { Cidr } from '../../model/cidr';

/**
 * The fewest blocks that hold the same addresses, in the order of addresses: as Neutron answers them. Written in any
 * other way, a subnet pool differs from its plan for ever.
 */
export function mergedPrefixes(prefixes: readonly string[]): string[] {
  const merged: Cidr[] = [];
  const ordered = prefixes.map((text) => Cidr.of(text)).sort(byAddress);
  for (const block of ordered) {
    if (merged.at(-1)?.contains(block)) continue;
    merged.push(block);
    for (let parent = parentOfLastTwo(merged); parent !== undefined; parent = parentOfLastTwo(merged))
      merged.splice(-2, 2, parent);
  }
  return merged.map(String);
}

/** Where two blocks start together, the larger one comes first and holds the other. */
function byAddress(a: Cidr, b: Cidr): number {
  const [first, second] = [a.address(0).value, b.address(0).value];
  return first < second ? -1 : first > second ? 1 : a.prefix - b.prefix;
}

/** The block that the last two are the halves of. */
function parentOfLastTwo(blocks: readonly Cidr[]): Cidr | undefined {
  const [left, right] = [blocks.at(-2), blocks.at(-1)];
  if (left === undefined || right === undefined || left.prefix !== right.prefix || left.prefix === 0) return undefined;
  const parent = Cidr.around(left.address(0), left.prefix - 1);
  return parent.contains(right) ? parent : undefined;
}
