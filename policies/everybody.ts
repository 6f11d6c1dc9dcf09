import { readBlock } from '../proof/packets/ip-block';

/** Whether blocks together hold every address of a family, however they are cut: two halves are a whole. */
export function isEverybody(blocks: readonly string[]): boolean {
  const read = blocks.flatMap((text) => readBlock(text.trim()) ?? []);
  return [4, 6].some((family) => {
    const own = read
      .filter((one) => one.family === family)
      .map(({ first, last }) => [BigInt(first), BigInt(last)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    let next = 0n;
    for (const [first, last] of own) if (first <= next && last >= next) next = last + 1n;
    return next === 1n << (family === 4 ? 32n : 128n);
  });
}
