import { Cidr } from './cidr';
import { type DelegationUse, delegatedBlocks, delegationOwner } from './delegation';
import type { LedgerValues } from './ledger';
import { byKey } from './stable-hash';
import { inOrder } from './summarise';

/** The addresses of a cloud, as an environment describes them. */
export interface AddressedCloud {
  readonly adcode: string;
  readonly planes: Readonly<
    Record<
      string,
      { readonly role?: string | undefined; readonly blocks: readonly Cidr[]; readonly reachable: readonly Cidr[] }
    >
  >;
}

/** What a cloud uses, by use and family: addresses of its planes, and those that the outside routes to it. */
export function usedBlocks(values: AddressedCloud): ReadonlyMap<string, readonly Cidr[]> {
  const used = new Map<string, Cidr[]>();
  const add = (use: DelegationUse, block: Cidr): void => {
    const owner = delegationOwner({ adcode: values.adcode, use, family: block.family });
    used.set(owner, [...(used.get(owner) ?? []), block]);
  };
  for (const [key, { role = key, blocks, reachable }] of Object.entries(values.planes)) {
    for (const block of blocks) add('private', block);
    for (const block of reachable) add(role === 'internet' ? 'internet' : 'extranet', block);
  }
  return used;
}

/**
 * Records what a cloud has that was there before the ledger: for each use the smallest block that holds all of it, on
 * the day `on`. What is recorded already stays.
 */
export function adopt(ledger: LedgerValues, values: AddressedCloud, on: string): LedgerValues {
  const news = [...usedBlocks(values)]
    .filter(([owner]) => ledger.blocks[owner] === undefined)
    .map(([owner, blocks]) => [owner, `${holding(blocks)}`] as const)
    .sort(([a], [b]) => byKey(a, b));
  if (news.length === 0) return ledger;
  const blocks = [...Object.entries(ledger.blocks), ...news].sort(([a], [b]) => byKey(a, b));
  return {
    ...ledger,
    blocks: Object.fromEntries(blocks),
    history: [...(ledger.history ?? []), ...news.map(([owner, block]) => `${on} adopted ${owner} ${block}`)],
  };
}

/** The smallest block that holds all of them. */
function holding(blocks: readonly Cidr[]): Cidr {
  const [first] = [...blocks].sort(inOrder) as [Cidr];
  for (let prefix = first.prefix; prefix > 0; prefix--) {
    const holder = Cidr.around(first.address(0), prefix);
    if (blocks.every((one) => holder.contains(one))) return holder;
  }
  return Cidr.around(first.address(0), 0);
}

/** Blocks of a cloud that the ledger above does not give it, each with its plane. */
export function notDelegated(ledger: LedgerValues, values: AddressedCloud) {
  const has = delegatedBlocks(ledger)
    .filter((one) => one.adcode === values.adcode)
    .map(({ block }) => block);
  return Object.entries(values.planes).flatMap(([plane, { blocks, reachable }]) =>
    [...blocks, ...reachable]
      .filter((block) => !has.some((one) => one.contains(block)))
      .map((block) => ({ plane, block, has })),
  );
}
