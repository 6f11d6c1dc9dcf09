import type { Intent, NetworkDriver } from '../model/intent';
import { NamedEnds } from './judge/named-ends';
import {
  alike,
  betweenOthers,
  changedSubnets,
  isBeyond,
  type LikeEnds,
  ownedByPorts,
  part,
  withoutOwned,
} from './like-ends';
import type { Reading } from './packets/address-line';
import { PacketAlgebra, type PacketSet } from './packets/packet-algebra';
import { isCertain } from './reach/certainty';
import type { EndpointClass } from './reach/endpoint-class';
import { layLine } from './reach/lay-line';
import { Reachability } from './reach/reachability';
import type { NetworkWorld } from './world/network-world';

export interface DiffSide {
  readonly world: NetworkWorld;
  readonly driver: NetworkDriver;
  readonly intent?: Intent | undefined;
}

/** What passes from one named end to another in both worlds: what could, and what surely does. */
export interface ComparedPair {
  readonly from: string;
  readonly to: string;
  readonly before: Passing;
  readonly after: Passing;
}

export interface Passing {
  readonly may: PacketSet;
  /** What passes whatever is not known turns out to be; the rest of `may` is unknown. */
  readonly must: PacketSet;
}

/** Two worlds on one line, so that what passes in one can be compared with what passes in the other. */
export class ComparedWorlds {
  readonly algebra = new PacketAlgebra();
  /** The later world, with what could pass in it; it has the words for addresses of both. */
  readonly reach: Reachability;
  private readonly names: { readonly old: NamedEnds; readonly now: NamedEnds };
  private readonly groups: readonly LikeEnds[];
  private readonly may: Both;

  constructor(
    private readonly before: DiffSide,
    private readonly after: DiffSide,
  ) {
    this.may = this.read('may');
    this.reach = this.may.now;
    this.names = {
      old: new NamedEnds(this.may.old, before.intent ?? after.intent),
      now: new NamedEnds(this.may.now, after.intent),
    };
    this.groups = alike(this.may.old, this.may.now);
  }

  /** Every pair of ends between which anything could pass in either world. */
  get pairs(): readonly ComparedPair[] {
    const may = this.passing(this.may);
    const must = this.isCertain() ? may : this.passing(this.read('must'));
    const { none } = this.algebra;
    return [...may].map(([key, { from, to, was, is }]) => {
      const surely = must.get(key) ?? { was: none, is: none };
      return { from, to, before: { may: was, must: surely.was }, after: { may: is, must: surely.is } };
    });
  }

  private get blocks(): readonly string[] {
    return [this.before.intent, this.after.intent].flatMap((one) => one?.ends.flatMap((end) => end.prefixes) ?? []);
  }

  private read(reading: Reading): Both {
    const { before, after, algebra, blocks } = this;
    const line = layLine(algebra, [before.world, after.world], blocks, reading);
    const reach = ({ world, driver }: DiffSide) => new Reachability({ world, driver, reading, algebra, line });
    return { old: reach(before), now: reach(after) };
  }

  /** Whether nothing is in doubt in either world, so that another reading would find the same. */
  private isCertain(): boolean {
    const { may, before, after } = this;
    return [before, after].every(({ world, driver }) => isCertain(world, driver, may.now.line, this.blocks));
  }

  private passing({ old, now }: Both): Map<string, Labelled> {
    const { algebra } = this;
    const union = (a: PacketSet, b: PacketSet) => algebra.packets.union(a, b);
    const found = new Map<string, Labelled>();
    const owned = algebra.lines.union(ownedByPorts(old, now), changedSubnets(old, now));
    const rows = ({ before, after }: LikeEnds) => ({
      was: before && old.row(sameClass(old, before)),
      is: after && now.row(sameClass(now, after)),
    });
    for (const from of this.groups) {
      const row = rows(from);
      for (const to of this.groups) {
        if (isBeyond(from) && isBeyond(to)) continue;
        const meant = (packets: PacketSet | undefined) => {
          const own = withoutOwned(algebra, from, to, part(algebra, from, to, packets), owned);
          return from === to && from.own ? betweenOthers(now, from, own) : own;
        };
        const was = meant(to.before && row.was?.get(sameClass(old, to.before)));
        const is = meant(to.after && row.is?.get(sameClass(now, to.after)));
        if (was === algebra.none && is === algebra.none) continue;
        const [a, b] = [this.label(from), this.label(to)];
        const known = found.get(`${a}\t${b}`) ?? { from: a, to: b, was: algebra.none, is: algebra.none };
        found.set(`${a}\t${b}`, { ...known, was: union(known.was, was), is: union(known.is, is) });
      }
    }
    return found;
  }

  private label(group: LikeEnds): string {
    return group.after ? this.names.now.of(group.after).label : this.names.old.of(group.before as EndpointClass).label;
  }
}

interface Both {
  readonly old: Reachability;
  readonly now: Reachability;
}

interface Labelled {
  readonly from: string;
  readonly to: string;
  readonly was: PacketSet;
  readonly is: PacketSet;
}

function sameClass(reach: Reachability, one: EndpointClass): EndpointClass {
  return reach.classNamed(one.key) as EndpointClass;
}
