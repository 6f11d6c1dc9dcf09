import { Cidr } from './cidr';
import { ledgerSeal } from './ledger-seal';
import type { LedgerValues, SealedLedger } from './ledger-values';
import { overlaps } from './overlaps';
import type { Problem } from './problem';
import { LEDGER_EDITED, LEDGER_INVALID, LEDGER_TRUNCATED } from './problems/address-ledger-problems';
import { byKey, sortedEntries } from './stable-hash';

export type { LedgerValues, SealedLedger };

/** What an entry of the ledger is about: the first word of its owner. */
const scopes = ['division', 'zone', 'network', 'address', 'floating'] as const;
export type LedgerScope = (typeof scopes)[number];

/**
 * What was allocated and stays so. Owners read `SCOPE NAME FAMILY`, such as `network finance/budget/app 4`. Entries
 * whose owner is gone keep their blocks, so that no address is given out twice without somebody's word.
 */
export class Ledger {
  private readonly entries = new Map<string, Cidr>();
  private readonly ids = new Map<string, number>();
  private readonly decided = { blocks: new Map<string, string>(), segments: new Map<string, number>() };

  constructor(
    private readonly values: SealedLedger,
    private readonly place: (list: 'blocks' | 'segments' | 'seal', owner: string) => string,
    private readonly report: (problem: Problem) => void,
  ) {
    for (const [owner, text] of Object.entries(values.blocks)) {
      const block = Cidr.parse(text);
      if (block instanceof Cidr && owner.endsWith(` ${block.family}`)) this.entries.set(owner, block);
      else if (block instanceof Cidr)
        this.reject(owner, text, `is an IPv${block.family} block`, `是 IPv${block.family} 地址段`);
      else this.reject(owner, text, `is no block: expected ${block.expected}`, '不是有效的地址段');
    }
    for (const scope of scopes)
      for (const [first, second] of overlaps(this.ofScope(scope)))
        this.reject(
          second.owner,
          String(second.block),
          `overlaps ${first.block} of ${first.owner}`,
          `与 ${first.owner} 的 ${first.block} 重叠`,
        );
    this.checkSegments();
    this.checkSeal();
  }

  /** The blocks of one scope inside `holder`. An entry of a wanted owner outside of it is a problem. */
  inside(scope: LedgerScope, holder: readonly Cidr[], wanted: ReadonlySet<string>): ReadonlyMap<string, Cidr> {
    const found = new Map<string, Cidr>();
    for (const [owner, block] of this.entries) {
      if (scopeOf(owner) !== scope || block.family !== holder[0]?.family) continue;
      if (holder.some((one) => one.contains(block))) found.set(owner, block);
      else if (wanted.has(owner))
        this.reject(owner, String(block), `lies outside of ${holder.join(', ')}`, `不在 ${holder.join('、')} 之内`);
    }
    return found;
  }

  /** What an owner has, wherever it lies. */
  recorded(owner: string): Cidr | undefined {
    return this.entries.get(owner);
  }

  /** The segments inside a range. A wanted network outside of it is a problem. */
  segments(
    { first, last }: { readonly first: number; readonly last: number },
    wanted: ReadonlySet<string>,
  ): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    for (const [network, id] of this.ids)
      if (id >= first && id <= last) found.set(network, id);
      else if (wanted.has(network))
        this.rejectSegment(network, id, `lies outside of ${first}-${last}`, `不在 ${first}-${last} 之内`);
    return found;
  }

  decide(owner: string, block: Cidr): void {
    this.decided.blocks.set(owner, String(block));
  }

  decideSegment(network: string, id: number): void {
    this.decided.segments.set(network, id);
  }

  /** The ledger after this design: what was there and what came. */
  get after(): LedgerValues {
    const { released, history } = this.values;
    return {
      blocks: merged(this.values.blocks, this.decided.blocks),
      segments: merged(this.values.segments, this.decided.segments),
      ...(released && { released }),
      ...(history && { history }),
    };
  }

  private ofScope(scope: string) {
    return Array.from(this.entries, ([owner, block]) => ({ owner, block })).filter(
      (one) => scopeOf(one.owner) === scope,
    );
  }

  private checkSeal(): void {
    const { version = 1, seal } = this.values;
    if (version < 2) return;
    if (seal === undefined) this.report(LEDGER_TRUNCATED.at(this.place('seal', ''), {}));
    else if (seal !== ledgerSeal(this.values)) this.report(LEDGER_EDITED.at(this.place('seal', ''), {}));
  }

  private checkSegments(): void {
    const owners = new Map<number, string>();
    for (const [network, id] of sortedEntries(this.values.segments)) {
      const other = owners.get(id);
      if (other !== undefined) this.rejectSegment(network, id, `is that of ${other} too`, `已被 ${other} 使用`);
      else {
        owners.set(id, network);
        this.ids.set(network, id);
      }
    }
  }

  private rejectSegment(network: string, id: number, en: string, zh: string): void {
    this.ids.delete(network);
    const block = { en: `segment ${id}`, zh: `网段标识 ${id}` };
    this.report(LEDGER_INVALID.at(this.place('segments', network), { owner: network, block, reason: { en, zh } }));
  }

  private reject(owner: string, block: string, en: string, zh: string): void {
    this.entries.delete(owner);
    this.report(
      LEDGER_INVALID.at(this.place('blocks', owner), {
        owner,
        block: { en: block, zh: ` ${block}` },
        reason: { en, zh },
      }),
    );
  }
}

function scopeOf(owner: string): string {
  return owner.slice(0, owner.indexOf(' '));
}

function merged<V>(before: Readonly<Record<string, V>>, more: ReadonlyMap<string, V>): Readonly<Record<string, V>> {
  const all = new Map([...Object.entries(before), ...more]);
  return Object.fromEntries([...all].sort(([a], [b]) => byKey(a, b)));
}
