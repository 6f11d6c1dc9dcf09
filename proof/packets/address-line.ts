import { type AddressPlaces, SYMBOL_START, type SymbolicAddress, V4_LAST, V6_START } from './address-places';
import { hasPoint, type IntervalAlgebra, type IntervalSet, intervals } from './interval-set';
import { addressText, blocksText, type IpBlock, readBlock } from './ip-block';

/**
 * How a block that holds some, but not all, addresses that a symbol may become is read: `may` counts the symbol in,
 * `must` leaves it out. Where both answers agree, they hold for every value that apply can choose.
 */
export type Reading = 'may' | 'must';

/**
 * Every address of a world on one line of numbers, and what its blocks and symbols hold. Lines of the same places agree
 * on every number.
 */
export class AddressLine {
  private readonly families: Readonly<Record<4 | 6, IntervalSet>>;
  private readonly all: IntervalSet;
  private readonly symbols = new Map<string, IntervalSet>();
  private readonly ranges: readonly { readonly block: IpBlock; readonly set: IntervalSet }[];
  private readonly blocks = new Map<string, IntervalSet>();
  private readonly sure = new Map<string, IntervalSet>();

  constructor(
    private readonly lines: IntervalAlgebra,
    readonly places: AddressPlaces,
    symbols: readonly SymbolicAddress[],
    private readonly reading: Reading,
    /** Positions of addresses that somebody has already; a symbol never becomes one of them. */
    private readonly taken: ReadonlySet<number | bigint> = new Set(),
  ) {
    const bySubnet = new Map<string, IntervalSet[]>();
    for (const { key, cidr } of symbols) {
      const at = places.symbol(key);
      if (at === undefined) continue;
      const point = lines.point(at);
      this.symbols.set(key, point);
      const beside = bySubnet.get(cidr);
      if (beside) beside.push(point);
      else bySubnet.set(cidr, [point]);
    }
    this.ranges = [...bySubnet].flatMap(([cidr, points]) => {
      const block = readBlock(cidr);
      return block ? [{ block, set: lines.unionAll(points) }] : [];
    });
    const symbolic = (family: 4 | 6) => this.ranges.flatMap(({ block, set }) => (block.family === family ? [set] : []));
    this.families = {
      4: lines.unionAll([lines.interval(0, V4_LAST), ...symbolic(4)]),
      6: lines.unionAll([lines.interval(V6_START, places.lastV6), ...symbolic(6)]),
    };
    this.all = lines.union(this.families[4], this.families[6]);
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
    const made = text.startsWith('@') ? this.symbols.get(text) : this.blockSet(text);
    if (made) this.blocks.set(text, made);
    return made;
  }

  /** What a block holds in any case: the set to take away, where `set` is the one to add. */
  surely(text: string): IntervalSet | undefined {
    if (text.startsWith('@')) return this.symbols.get(text);
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
    const symbol = this.places.symbolAt(position);
    if (symbol) return `an address of ${symbol.cidr} (${symbol.key.slice(1)})`;
    return position <= V4_LAST ? addressText(4, position) : addressText(6, this.places.v6At(position));
  }

  isSymbol(position: number): boolean {
    return this.places.symbolAt(position) !== undefined;
  }

  /** The fewest blocks and symbols that make up a set. */
  text(set: IntervalSet): string[] {
    return [...intervals(set)].flatMap(([low, high]) => {
      if (low >= SYMBOL_START[4]) return this.symbolsText(low, high);
      if (low <= V4_LAST) return blocksText(4, BigInt(low), BigInt(Math.min(high, V4_LAST)));
      return blocksText(6, this.places.v6At(low), this.places.v6At(high + 1) - 1n);
    });
  }

  private symbolsText(low: number, high: number): string[] {
    const inside = [...this.places.named].filter(([at]) => at >= low && at <= high);
    return inside.map(([, symbol]) => symbol.key);
  }

  private blockSet(text: string, reading = this.reading): IntervalSet | undefined {
    const block = readBlock(text);
    if (!block) return undefined;
    const real = this.lines.interval(...this.places.of(block));
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
}

/** Whether an address is in a set of the same line. */
export function holdsAddress(line: AddressLine, set: IntervalSet, text: string): boolean {
  const one = line.set(text);
  return one !== undefined && one.bounds.length > 0 && hasPoint(set, one.bounds[0] as number);
}
