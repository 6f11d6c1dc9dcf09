import { hasPoint, type IntervalAlgebra, type IntervalSet, intervals } from './interval-set';
import { addressText, blocksText, type IpBlock, readBlock } from './ip-block';

/** An address that apply will choose, known to lie in `cidr`, and to be none of those already taken there. */
export interface SymbolicAddress {
  /** Names the address wherever it is meant: `@` and the resource address of its port. */
  readonly key: string;
  readonly cidr: string;
}

/**
 * How a block that holds some, but not all, addresses that a symbol may become is read: `may` counts the symbol in,
 * `must` leaves it out. Where both answers agree, they hold for every value that apply can choose.
 */
export type Reading = 'may' | 'must';

const V4_LAST = 2 ** 32 - 1;
const V6_START = 2 ** 33;
const SYMBOL_START = { 4: 2 ** 46, 6: 2 ** 47 } as const;

/**
 * Every address of a world on one line of numbers: IPv4 as itself, IPv6 as atoms between the boundaries that
 * occur, then one point for each symbolic address.
 */
export class AddressLine {
  private readonly cuts: bigint[];
  private readonly families: Readonly<Record<4 | 6, IntervalSet>>;
  private readonly all: IntervalSet;
  private readonly symbols = new Map<string, number>();
  private readonly ranges: { block: IpBlock; set: IntervalSet }[] = [];
  private readonly names = new Map<number, SymbolicAddress>();
  private readonly blocks = new Map<string, IntervalSet>();
  private readonly sure = new Map<string, IntervalSet>();
  private readonly afterSymbols: Record<4 | 6, number> = { ...SYMBOL_START };

  constructor(
    private readonly lines: IntervalAlgebra,
    texts: Iterable<string>,
    symbols: readonly SymbolicAddress[],
    private readonly reading: Reading,
    /** Positions of addresses that somebody has already; a symbol never becomes one of them. */
    private readonly taken: ReadonlySet<number | bigint> = new Set(),
  ) {
    const cuts = new Set<bigint>([0n]);
    for (const text of texts) {
      const block = text.includes(':') ? readBlock(text) : undefined;
      if (!block) continue;
      cuts.add(block.first as bigint);
      if (block.last !== (1n << 128n) - 1n) cuts.add((block.last as bigint) + 1n);
    }
    this.cuts = [...cuts].sort((a, b) => (a < b ? -1 : 1));
    this.placeSymbols(symbols);
    const symbolic = (family: 4 | 6) => this.lines.interval(SYMBOL_START[family], this.afterSymbols[family] - 1);
    this.families = {
      4: this.lines.union(this.lines.interval(0, V4_LAST), symbolic(4)),
      6: this.lines.union(this.lines.interval(V6_START, this.v6Position(this.cuts.length) - 1), symbolic(6)),
    };
    this.all = this.lines.union(this.families[4], this.families[6]);
  }

  /** All addresses of a family, symbolic ones included. */
  family(family: 4 | 6): IntervalSet {
    return this.families[family];
  }

  get everything(): IntervalSet {
    return this.all;
  }

  /** The addresses of a block, of one address, or of a symbol; undefined where the text is none of these. */
  set(text: string): IntervalSet | undefined {
    const known = this.blocks.get(text);
    if (known) return known;
    const made = text.startsWith('@') ? this.symbol(text) : this.blockSet(text);
    if (made) this.blocks.set(text, made);
    return made;
  }

  /** What a block holds in any case: the set to take away, where `set` is the one to add. */
  surely(text: string): IntervalSet | undefined {
    if (text.startsWith('@')) return this.symbol(text);
    const known = this.sure.get(text);
    if (known) return known;
    const made = this.blockSet(text, 'must');
    if (made) this.sure.set(text, made);
    return made;
  }

  /** The union of several; what is no address adds nothing. */
  sets(texts: Iterable<string>): IntervalSet {
    return this.lines.unionAll([...texts].flatMap((text) => this.set(text) ?? []));
  }

  /** Whether all cuts that a text needs are there, so that a line laid for other texts can be used for it. */
  holds(text: string): boolean {
    if (!text.includes(':')) return true;
    const block = readBlock(text);
    if (!block) return true;
    const cut = (at: bigint) => at === 1n << 128n || this.cuts[this.rank(at)] === at;
    return cut(block.first as bigint) && cut((block.last as bigint) + 1n);
  }

  /** Whether `may` and `must` make the same set of each text. */
  isReadAlike(texts: Iterable<string>): boolean {
    for (const text of this.ranges.length > 0 ? texts : []) {
      const block = readBlock(text);
      const differs = (subnet: IpBlock) =>
        block !== undefined && this.counts(block, subnet, 'may') !== this.counts(block, subnet, 'must');
      if (this.ranges.some((range) => differs(range.block))) return false;
    }
    return true;
  }

  /** One position in words: an address, or the name of the symbol. */
  pointText(position: number): string {
    const symbol = this.names.get(position);
    if (symbol) return `an address of ${symbol.cidr} (${symbol.key.slice(1)})`;
    if (position <= V4_LAST) return addressText(4, position);
    return addressText(6, this.cuts[position - V6_START] ?? 0n);
  }

  isSymbol(position: number): boolean {
    return this.names.has(position);
  }

  /** The fewest blocks and symbols that make up a set. */
  text(set: IntervalSet): string[] {
    return [...intervals(set)].flatMap(([low, high]) => {
      if (low >= SYMBOL_START[4]) return this.symbolsText(low, high);
      if (low <= V4_LAST) return blocksText(4, BigInt(low), BigInt(Math.min(high, V4_LAST)));
      const from = this.cuts[low - V6_START] as bigint;
      const to = this.cuts[high + 1 - V6_START] ?? 1n << 128n;
      return blocksText(6, from, to - 1n);
    });
  }

  private symbolsText(low: number, high: number): string[] {
    const inside = [...this.names].filter(([at]) => at >= low && at <= high);
    return inside.map(([, symbol]) => symbol.key);
  }

  private symbol(key: string): IntervalSet | undefined {
    const at = this.symbols.get(key);
    return at === undefined ? undefined : this.lines.point(at);
  }

  private blockSet(text: string, reading = this.reading): IntervalSet | undefined {
    const block = readBlock(text);
    if (!block) return undefined;
    const real =
      block.family === 4
        ? this.lines.interval(block.first as number, block.last as number)
        : this.lines.interval(
            this.v6Position(this.rank(block.first as bigint)),
            this.v6Position(this.rank((block.last as bigint) + 1n)) - 1,
          );
    const symbols = this.ranges.filter((range) => this.counts(block, range.block, reading)).map((range) => range.set);
    return this.lines.unionAll([real, ...symbols]);
  }

  /** Whether a block counts the symbols of `subnet` in. */
  private counts(block: IpBlock, subnet: IpBlock, reading: Reading): boolean {
    if (block.family !== subnet.family || block.first > subnet.last || block.last < subnet.first) return false;
    if (block.first <= subnet.first && block.last >= subnet.last) return true;
    return reading === 'may' && !this.isFull(block);
  }

  /** Whether every address of a small block is taken, so that no symbol can become one of them. */
  private isFull(block: IpBlock): boolean {
    if (BigInt(block.last) - BigInt(block.first) > 255n) return false;
    for (let at = BigInt(block.first); at <= BigInt(block.last); at++)
      if (!this.taken.has(block.family === 4 ? Number(at) : at)) return false;
    return true;
  }

  private placeSymbols(symbols: readonly SymbolicAddress[]): void {
    const bySubnet = new Map<string, SymbolicAddress[]>();
    for (const symbol of symbols) grouped(bySubnet, symbol.cidr).push(symbol);
    const next = this.afterSymbols;
    for (const cidr of [...bySubnet.keys()].sort()) {
      const block = readBlock(cidr);
      if (!block) continue;
      const from = next[block.family];
      for (const symbol of bySubnet.get(cidr) ?? []) {
        this.names.set(next[block.family], symbol);
        this.symbols.set(symbol.key, next[block.family]++);
      }
      this.ranges.push({ block, set: this.lines.interval(from, next[block.family] - 1) });
    }
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

  private v6Position(rank: number): number {
    return V6_START + rank;
  }
}

/** Whether an address is in a set of the same line. */
export function holdsAddress(line: AddressLine, set: IntervalSet, text: string): boolean {
  const one = line.set(text);
  return one !== undefined && one.bounds.length > 0 && hasPoint(set, one.bounds[0] as number);
}

function grouped<K, V>(groups: Map<K, V[]>, key: K): V[] {
  const known = groups.get(key);
  if (known) return known;
  const made: V[] = [];
  groups.set(key, made);
  return made;
}
