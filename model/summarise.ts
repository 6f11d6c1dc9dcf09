import { Cidr } from './cidr';

/**
 * The fewest blocks that hold exactly the same addresses, in order of family and address: what Neutron makes of the
 * prefixes of a subnet pool, so that its answer equals what was asked for.
 */
export function summarise(blocks: readonly Cidr[]): readonly Cidr[] {
  const kept: Cidr[] = [];
  for (const block of [...blocks].sort(inOrder)) {
    if (kept.at(-1)?.contains(block)) continue;
    kept.push(block);
    for (let pair = joined(kept.at(-2), kept.at(-1)); pair; pair = joined(kept.at(-2), kept.at(-1)))
      kept.splice(-2, 2, pair);
  }
  return kept;
}

/** Order of family, then address, then size: an enclosing block comes first. */
export function inOrder(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  const [first, second] = [a.address(0).value, b.address(0).value];
  return first === second ? a.prefix - b.prefix : first < second ? -1 : 1;
}

/** Two halves of one block make that block. */
function joined(left: Cidr | undefined, right: Cidr | undefined): Cidr | undefined {
  if (left === undefined || right === undefined || left.family !== right.family) return undefined;
  if (left.prefix !== right.prefix || left.prefix === 0) return undefined;
  const whole = Cidr.around(left.address(0), left.prefix - 1);
  return whole.contains(right) && left.prefix === right.prefix && `${left}` !== `${right}` ? whole : undefined;
}
