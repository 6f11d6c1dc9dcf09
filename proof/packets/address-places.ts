import { type IpBlock, readBlock } from './ip-block';

/** An address that apply will choose, known to lie in `cidr`, and to be none of those already taken there. */
export interface SymbolicAddress {
  /** Names the address wherever it is meant: `@` and the resource address of its port. */
  readonly key: string;
  readonly cidr: string;
}

export const V4_LAST = 2 ** 32 - 1;
export const V6_START = 2 ** 33;
export const SYMBOL_START = { 4: 2 ** 46, 6: 2 ** 47 } as const;

/**
 * Where every address lies on a line of numbers: IPv4 as itself, IPv6 as atoms between the boundaries that occur, then
 * one point for each symbolic address. Two worlds that are to be compared have the same places.
 */
export class AddressPlaces {
  private readonly cuts: readonly bigint[];
  private readonly symbols = new Map<string, number>();
  private readonly names = new Map<number, SymbolicAddress>();

  constructor(texts: Iterable<string>, symbols: readonly SymbolicAddress[]) {
    const cuts = new Set<bigint>([0n]);
    for (const text of texts) {
      const block = text.includes(':') ? readBlock(text) : undefined;
      if (!block) continue;
      cuts.add(block.first as bigint);
      if (block.last !== (1n << 128n) - 1n) cuts.add((block.last as bigint) + 1n);
    }
    this.cuts = [...cuts].sort((a, b) => (a < b ? -1 : 1));
    const next: Record<4 | 6, number> = { ...SYMBOL_START };
    for (const symbol of inOrderOfSubnets(symbols)) {
      const block = readBlock(symbol.cidr);
      if (!block || this.symbols.has(symbol.key)) continue;
      this.names.set(next[block.family], symbol);
      this.symbols.set(symbol.key, next[block.family]++);
    }
  }

  /** The first and the last position of a block. */
  of({ family, first, last }: IpBlock): readonly [first: number, last: number] {
    if (family === 4) return [first as number, last as number];
    return [V6_START + this.rank(first as bigint), V6_START + this.rank((last as bigint) + 1n) - 1];
  }

  /** The last position of any IPv6 address. */
  get lastV6(): number {
    return V6_START + this.cuts.length - 1;
  }

  symbol(key: string): number | undefined {
    return this.symbols.get(key);
  }

  symbolAt(position: number): SymbolicAddress | undefined {
    return this.names.get(position);
  }

  /** Every symbol with its position. */
  get named(): Iterable<readonly [number, SymbolicAddress]> {
    return this.names;
  }

  /** Where the IPv6 atom at a position starts; the first address beyond all of them behind the last. */
  v6At(position: number): bigint {
    return this.cuts[position - V6_START] ?? 1n << 128n;
  }

  /** Whether all cuts that a text needs are there, so that places laid for other texts can be used for it. */
  holds(text: string): boolean {
    if (!text.includes(':')) return true;
    const block = readBlock(text);
    if (!block) return true;
    const cut = (at: bigint) => at === 1n << 128n || this.cuts[this.rank(at)] === at;
    return cut(block.first as bigint) && cut((block.last as bigint) + 1n);
  }

  /** How many cuts lie below `at`. */
  private rank(at: bigint): number {
    let low = 0;
    let high = this.cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cuts[middle] as bigint) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Those of one subnet beside each other, subnets by their text. */
function inOrderOfSubnets(symbols: readonly SymbolicAddress[]): SymbolicAddress[] {
  const bySubnet = new Map<string, SymbolicAddress[]>();
  for (const symbol of symbols) {
    const known = bySubnet.get(symbol.cidr);
    if (known) known.push(symbol);
    else bySubnet.set(symbol.cidr, [symbol]);
  }
  return [...bySubnet.keys()].sort().flatMap((cidr) => bySubnet.get(cidr) ?? []);
}
