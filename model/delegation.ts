import { AddressSpace } from './address-space';
import { Cidr, type IpFamily } from './cidr';
import type { LedgerValues } from './ledger';
import { byKey } from './stable-hash';

/** What addresses of a delegated block are for. */
export const delegationUses = ['private', 'extranet', 'internet'] as const;
export type DelegationUse = (typeof delegationUses)[number];

/** The pools of a division, and for how long a block rests that was given back. `exceptions`: why an owner has a block outside. */
export interface DelegationPools extends Readonly<Record<DelegationUse, readonly Cidr[]>> {
  readonly quarantineDays: number;
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** A division below that wants a block. */
export interface DelegationRequest {
  /** Code of the division. */
  readonly adcode: string;
  readonly use: DelegationUse;
  readonly family: IpFamily;
  readonly prefix: number;
}

export interface DelegatedBlock {
  readonly adcode: string;
  readonly use: DelegationUse;
  readonly family: IpFamily;
  readonly block: Cidr;
  /** The day on which it was given back; nobody else gets it before the quarantine is over. */
  readonly released?: string;
}

export interface Delegation {
  readonly ledger: LedgerValues;
  readonly granted: ReadonlyMap<string, Cidr>;
  readonly refused: readonly DelegationRequest[];
}

/** `division 450222/private 4`, as the ledger names it. */
export function delegationOwner({ adcode, use, family }: Omit<DelegationRequest, 'prefix'>): string {
  return `division ${adcode}/${use} ${family}`;
}

/** What a ledger says about divisions below, by address. Lines that are no blocks are reported elsewhere. */
export function delegatedBlocks({ blocks, released = {} }: LedgerValues): readonly DelegatedBlock[] {
  return Object.entries(blocks).flatMap(([owner, text]) => {
    const match = /^division (\d{6})\/(private|extranet|internet) ([46])$/.exec(owner);
    const block = match === null ? undefined : Cidr.parse(text);
    if (match === null || !(block instanceof Cidr)) return [];
    const [, adcode = '', use, family] = match;
    const day = released[owner];
    return [
      {
        adcode,
        use: use as DelegationUse,
        family: Number(family) as IpFamily,
        block,
        ...(day !== undefined && { released: day }),
      },
    ];
  });
}

/**
 * Gives divisions below their blocks out of the pools, and writes it into the ledger on the day `on`.
 *
 * Laws (test/property/model/delegation.test.ts): granted blocks are disjoint, inside the pools and of the size that was
 * asked for; who has a block keeps it, and asking again changes nothing; nothing that stands in the ledger moves; a
 * block that was given back rests for `quarantineDays`; the order of requests does not matter. The other half of each
 * block is left free as long as there is room elsewhere, so that a division can grow in place. A request is refused
 * only where no aligned block of its size is free, or where the division has a smaller one already. Where a division looks first follows from its code, so that two
 * branches seldom meet.
 */
export function delegate(
  ledger: LedgerValues,
  pools: DelegationPools,
  requests: readonly DelegationRequest[],
  on: string,
): Delegation {
  const [held, rested]: [DelegatedBlock[], DelegatedBlock[]] = [[], []];
  for (const one of delegatedBlocks(ledger))
    (isRested(one.released, on, pools.quarantineDays) ? rested : held).push(one);
  const gone = new Set(rested.map(delegationOwner));
  const granted = new Map<string, Cidr>();
  const refused: DelegationRequest[] = [];
  for (const use of delegationUses)
    for (const family of [4, 6] as const) {
      const wanted = requests.filter((one) => one.use === use && one.family === family);
      if (wanted.length === 0) continue;
      const space = pools[use].filter((block) => block.family === family);
      const taken = held.filter((one) => one.use === use && one.family === family);
      const all = held.filter((one) => one.family === family).map(({ block }) => block);
      allocateOne(wanted, space, taken, all, granted, refused);
    }
  return { ledger: written(ledger, granted, gone, on), granted, refused };
}

function allocateOne(
  wanted: readonly DelegationRequest[],
  pool: readonly Cidr[],
  taken: readonly DelegatedBlock[],
  all: readonly Cidr[],
  granted: Map<string, Cidr>,
  refused: DelegationRequest[],
): void {
  const open: DelegationRequest[] = [];
  for (const one of wanted) {
    const held = taken.find(({ adcode }) => adcode === one.adcode);
    if (held === undefined) open.push(one);
    else if (held.block.prefix <= one.prefix) granted.set(delegationOwner(one), held.block);
    // A larger block would be another one, and what is in use never moves.
    else refused.push(one);
  }
  const space = new AddressSpace(pool);
  const inside = all.filter((block) => space.holds(block));
  const growing = inside.map((block) => withGrowth(block, pool));
  const roomy = open.filter(({ prefix }) => pool.some((block) => block.prefix < prefix));
  const first = space.allocate(
    roomy.map((one) => ({ key: delegationOwner(one), prefix: one.prefix - 1 })),
    new Map(),
    growing,
  );
  const got = new Map<string, Cidr>();
  for (const one of roomy) {
    const holder = first.granted.get(delegationOwner(one));
    if (holder !== undefined) got.set(delegationOwner(one), holder.subnet(one.prefix, 0));
  }
  const left = open.filter((one) => !got.has(delegationOwner(one)));
  const second = space.allocate(
    left.map((one) => ({ key: delegationOwner(one), prefix: one.prefix })),
    new Map(),
    [...inside, ...got.values()],
  );
  for (const [owner, block] of [...got, ...second.granted]) granted.set(owner, block);
  const full = new Set(second.refused.map(({ key }) => key));
  refused.push(...left.filter((one) => full.has(delegationOwner(one))));
}

/** The block of twice the size that holds it, as far as the pool goes. */
function withGrowth(block: Cidr, pool: readonly Cidr[]): Cidr {
  const holder = pool.find((one) => one.contains(block));
  if (holder === undefined || holder.prefix >= block.prefix) return block;
  return holder.subnet(block.prefix - 1, block.indexIn(holder) / 2n);
}

function isRested(released: string | undefined, on: string, days: number): boolean {
  return released !== undefined && daysBetween(released, on) >= days;
}

/** Whole days from one day to another, YYYY-MM-DD. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function written(
  ledger: LedgerValues,
  granted: ReadonlyMap<string, Cidr>,
  gone: ReadonlySet<string>,
  on: string,
): LedgerValues {
  const { blocks, segments, released = {}, history = [] } = ledger;
  const news = [...granted].filter(([owner, block]) => blocks[owner] !== `${block}` || released[owner] !== undefined);
  // A block is taken out of the ledger only when somebody needs the place.
  const needed = news.map(([, block]) => block);
  const freed = [...gone].filter((owner) => {
    const block = Cidr.of(blocks[owner] ?? '');
    return granted.has(owner) || needed.some((one) => one.overlaps(block));
  });
  if (news.length === 0 && freed.length === 0) return { ...ledger, history };
  const kept = Object.entries(blocks).filter(([owner]) => !freed.includes(owner));
  const resting = Object.entries(released).filter(([owner]) => !freed.includes(owner) && !granted.has(owner));
  return {
    blocks: sorted([...kept.filter(([owner]) => !granted.has(owner)), ...texts(granted)]),
    segments,
    ...(resting.length > 0 && { released: sorted(resting) }),
    history: [
      ...history,
      ...freed.sort(byKey).map((owner) => `${on} freed ${owner} ${blocks[owner]}`),
      ...texts(new Map(news)).map(([owner, block]) => `${on} gave ${owner} ${block}`),
    ],
  };
}

/** The ledger after a division gave back what it had, on the day `on`. */
export function release(ledger: LedgerValues, adcode: string, on: string): LedgerValues {
  const owners = delegatedBlocks(ledger)
    .filter((one) => one.adcode === adcode && one.released === undefined)
    .map(delegationOwner)
    .sort(byKey);
  if (owners.length === 0) return ledger;
  return {
    ...ledger,
    released: sorted([...Object.entries(ledger.released ?? {}), ...owners.map((owner) => [owner, on] as const)]),
    history: [...(ledger.history ?? []), ...owners.map((owner) => `${on} back ${owner} ${ledger.blocks[owner]}`)],
  };
}

function texts(blocks: ReadonlyMap<string, Cidr>): (readonly [string, string])[] {
  return Array.from(blocks, ([owner, block]) => [owner, `${block}`] as const).sort(([a], [b]) => byKey(a, b));
}

function sorted(entries: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => byKey(a, b)));
}
