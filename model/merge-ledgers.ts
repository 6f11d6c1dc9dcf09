import { Cidr } from './cidr';
import type { LedgerValues } from './ledger';
import { overlaps } from './overlaps';
import { byKey } from './stable-hash';

/** Two allocations of which only one can stay. */
export interface LedgerClash {
  readonly owner: string;
  readonly block: string;
  readonly other: string;
  readonly otherBlock: string;
}

export interface MergedLedger {
  readonly ledger: LedgerValues;
  /** Empty where both sides stay as they are. */
  readonly clashes: readonly LedgerClash[];
}

/**
 * Joins what two branches allocated since `base`.
 *
 * Laws (test/property/model/merge-ledgers.test.ts): which side is which does not matter; without clashes every
 * allocation of both sides is kept as it was and no two blocks of one scope overlap; two sides that overlap always clash.
 */
export function mergeLedgers(base: LedgerValues, ours: LedgerValues, theirs: LedgerValues): MergedLedger {
  const clashes: LedgerClash[] = [];
  const blocks = joined(base.blocks, ours.blocks, theirs.blocks, clashes);
  const segments = joined(base.segments, ours.segments, theirs.segments, clashes);
  const released = joined(base.released ?? {}, ours.released ?? {}, theirs.released ?? {}, []);
  const history = joinedHistory(base.history ?? [], ours.history ?? [], theirs.history ?? []);
  clashes.push(...overlapping(blocks), ...sameSegment(segments));
  return {
    ledger: {
      blocks,
      segments,
      ...(Object.keys(released).length > 0 && { released }),
      ...(history.length > 0 && { history }),
    },
    clashes: clashes.sort((a, b) => byKey(a.owner, b.owner)),
  };
}

function joined<V extends string | number>(
  base: Readonly<Record<string, V>>,
  ours: Readonly<Record<string, V>>,
  theirs: Readonly<Record<string, V>>,
  clashes: LedgerClash[],
): Readonly<Record<string, V>> {
  const owners = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  const all = [...owners].sort(byKey).flatMap((owner): [string, V][] => {
    const [was, one, two] = [base[owner], ours[owner], theirs[owner]];
    const kept = (one === two || two === was ? one : one === was ? two : undefined) as V | undefined;
    if (one !== two && two !== was && one !== was) {
      // What one side gave back and the other one changed is a question for people too.
      const [block = 'nothing', otherBlock = 'nothing'] = [one, two].map((value) => value?.toString()).sort();
      clashes.push({ owner, block, other: owner, otherBlock });
      const first = (two === undefined || (one !== undefined && one < two) ? one : two) as V | undefined;
      return first === undefined ? [] : [[owner, first]];
    }
    return kept === undefined ? [] : [[owner, kept]];
  });
  return Object.fromEntries(all);
}

/** What both have, then what is new, by day. */
function joinedHistory(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const known = new Set(base);
  const news = new Set([...ours, ...theirs].filter((line) => !known.has(line)));
  return [...base, ...[...news].sort(byKey)];
}

function overlapping(blocks: Readonly<Record<string, string>>): LedgerClash[] {
  const scopes = new Map<string, { owner: string; block: Cidr }[]>();
  for (const [owner, text] of Object.entries(blocks)) {
    const block = Cidr.parse(text);
    if (!(block instanceof Cidr)) continue;
    const scope = owner.slice(0, owner.indexOf(' '));
    scopes.set(scope, [...(scopes.get(scope) ?? []), { owner, block }]);
  }
  return [...scopes.values()].flatMap((items) =>
    overlaps(items).map((pair) => {
      const [first, second] = [...pair].sort((a, b) => byKey(a.owner, b.owner)) as [(typeof pair)[0], (typeof pair)[1]];
      return { owner: first.owner, block: `${first.block}`, other: second.owner, otherBlock: `${second.block}` };
    }),
  );
}

function sameSegment(segments: Readonly<Record<string, number>>): LedgerClash[] {
  const holders = new Map<number, string>();
  return Object.entries(segments).flatMap(([owner, id]) => {
    const other = holders.get(id);
    holders.set(id, other ?? owner);
    return other === undefined
      ? []
      : [{ owner: other, block: `segment ${id}`, other: owner, otherBlock: `segment ${id}` }];
  });
}
