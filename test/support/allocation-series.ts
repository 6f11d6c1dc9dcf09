import { AddressSpace } from '../../model/address-space';
import { Cidr, type IpFamily } from '../../model/cidr';
import { type DelegationUse, delegate, release } from '../../model/delegation';
import type { LedgerValues } from '../../model/ledger';

/** What was given to divisions and given back, step by step. */
export interface DelegationSeries {
  readonly pools: Readonly<Record<DelegationUse, readonly string[]>>;
  readonly quarantineDays: number;
  readonly steps: readonly DelegationStep[];
}

/** Something is given to a division, such as `private 4 /20`, or a division gives all back. */
interface DelegationStep {
  readonly on: string;
  readonly to?: string;
  readonly give?: readonly string[];
  readonly back?: string;
}

/** After each step: the lines of the ledger that are new or gone, or what was refused. */
export function replayed({ pools, quarantineDays, steps }: DelegationSeries): readonly (readonly string[])[] {
  const of = (use: DelegationUse) => pools[use].map((block) => Cidr.of(block));
  const parsed = { private: of('private'), extranet: of('extranet'), internet: of('internet'), quarantineDays };
  let ledger: LedgerValues = { blocks: {}, segments: {} };
  return steps.map(({ on, to, give = [], back }) => {
    const before = ledger.history?.length ?? 0;
    const requests = give.map((words) => {
      const [use, family, prefix = ''] = words.split(' ');
      return {
        adcode: to ?? '',
        use: use as DelegationUse,
        family: Number(family) as IpFamily,
        prefix: Number(prefix.slice(1)),
      };
    });
    const given = back === undefined ? delegate(ledger, parsed, requests, on) : undefined;
    ledger = given?.ledger ?? release(ledger, back ?? '', on);
    const refused = (given?.refused ?? []).map((one) => `refused ${one.use} ${one.family} /${one.prefix}`);
    return [...(ledger.history?.slice(before) ?? []), ...refused];
  });
}

/** A space from which keys get blocks: in three rounds, each with what the one before recorded. */
export interface SpaceSeries {
  readonly blocks: readonly string[];
  /** Prefix length by key. */
  readonly requests: Readonly<Record<string, number>>;
}

/** `KEY BLOCK` or `KEY refused`, in the order of the keys. */
export function spaceReplayed({ blocks, requests }: SpaceSeries): readonly string[] {
  const space = new AddressSpace(blocks.map((block) => Cidr.of(block)));
  const wanted = Object.entries(requests).map(([key, prefix]) => ({ key, prefix }));
  let recorded: ReadonlyMap<string, Cidr> = new Map();
  for (const share of [1 / 3, 2 / 3, 1]) {
    const { granted } = space.allocate(wanted.slice(0, Math.ceil(wanted.length * share)), recorded);
    recorded = new Map([...recorded, ...granted]);
  }
  return wanted.map(({ key }) => `${key} ${recorded.get(key) ?? 'refused'}`).sort();
}
