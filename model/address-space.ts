import { allocate, type UnitRange } from './allocation';
import type { Cidr } from './cidr';
import { byKey } from './stable-hash';

/** Somebody who wants a block of the given prefix length. */
export interface BlockRequest {
  readonly key: string;
  readonly prefix: number;
}

export interface GrantedBlocks {
  readonly granted: ReadonlyMap<string, Cidr>;
  readonly refused: readonly BlockRequest[];
}

/**
 * Blocks of one family, from which smaller blocks are given out by the laws of `allocate`. A block never spans two
 * of the space's own blocks.
 */
export class AddressSpace {
  private readonly parts: readonly { readonly block: Cidr; readonly offset: bigint }[];

  /** Blocks that do not overlap, in any order. */
  constructor(blocks: readonly Cidr[]) {
    const ordered = [...blocks].sort((a, b) => a.prefix - b.prefix || byKey(String(a), String(b)));
    let offset = 0n;
    this.parts = ordered.map((block) => {
      const part = { block, offset };
      offset += block.size;
      return part;
    });
  }

  holds(block: Cidr): boolean {
    return this.parts.some((part) => part.block.contains(block));
  }

  /**
   * `recorded` blocks stay with their keys; `reserved` blocks are given to nobody. Both must lie inside; the recorded
   * ones must not overlap each other.
   */
  allocate(
    requests: readonly BlockRequest[],
    recorded: ReadonlyMap<string, Cidr>,
    reserved: readonly Cidr[] = [],
  ): GrantedBlocks {
    const bits = this.parts[0]?.block.bits ?? 32;
    const taken = new Map<string, UnitRange>();
    for (const [key, block] of recorded) taken.set(key, this.range(block));
    const sized = requests.map(({ key, prefix }) => ({ key, size: 1n << BigInt(bits - prefix) }));
    const result = allocate(
      (size) => this.room(size),
      sized,
      taken,
      reserved.map((block) => this.range(block)),
    );
    const refused = new Set(result.refused.map((one) => one.key));
    return {
      granted: new Map(Array.from(result.granted, ([key, range]) => [key, this.block(range)])),
      refused: requests.filter((one) => refused.has(one.key)),
    };
  }

  /** Larger parts come first, so all that can hold an aligned block of `size` form the beginning of the space. */
  private room(size: bigint): bigint {
    return this.parts.filter((part) => part.block.size >= size).reduce((sum, part) => sum + part.block.size, 0n);
  }

  private range(block: Cidr): UnitRange {
    const part = this.parts.find((one) => one.block.contains(block));
    if (part === undefined) throw new RangeError(`${block} lies outside of the address space`);
    return { start: part.offset + block.offsetIn(part.block), size: block.size };
  }

  private block({ start, size }: UnitRange): Cidr {
    const part = this.parts.findLast((one) => one.offset <= start);
    if (part === undefined) throw new RangeError(`no block starts at unit ${start}`);
    const prefix = part.block.bits - (size.toString(2).length - 1);
    return part.block.subnet(prefix, (start - part.offset) / size);
  }
}
