import { Case } from './judge/case';
import { NamedEnds } from './judge/named-ends';
import { type DiffSide, haveLikeSymbols, pairedCases } from './judge/paired-cases';
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
import type { PacketAlgebra, PacketSet } from './packets/packet-algebra';
import { isCertain } from './reach/certainty';
import type { EndpointClass } from './reach/endpoint-class';
import { layLine } from './reach/lay-line';
import { Reachability } from './reach/reachability';

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
  /** The later world, with what could pass in it; it has the words for addresses of both. */
  readonly reach: Reachability;
  private readonly before: Case;
  private readonly after: Case;
  private readonly names: { readonly old: NamedEnds; readonly now: NamedEnds };
  private readonly groups: readonly LikeEnds[];
  private readonly may: Both;

  /** Where both are cases of one pair already, what is computed of them is not computed again. */
  constructor(before: DiffSide, after: DiffSide) {
    const known = before instanceof Case && after instanceof Case && before.common && before.common === after.common;
    [this.before, this.after] = known ? [before, after] : pairedCases(before, after);
    this.may = this.read('may');
    this.reach = this.may.now;
    this.names = {
      old: new NamedEnds(this.may.old, before.intent ?? after.intent),
      now: new NamedEnds(this.may.now, after.intent),
    };
    this.groups = alike(this.may.old, this.may.now);
  }

  get algebra(): PacketAlgebra {
    return this.reach.algebra;
  }

  /** Every pair of ends between which anything could pass in either world. */
  get pairs(): readonly ComparedPair[] {
    const may = this.passing(this.may);
    const strict = this.read('must');
    const isSame = strict.old === this.may.old && strict.now === this.may.now;
    const must = isSame ? may : this.passing(strict);
    const { none } = this.algebra;
    return [...may].map(([key, { from, to, was, is }]) => {
      const surely = must.get(key) ?? { was: none, is: none };
      return { from, to, before: { may: was, must: surely.was }, after: { may: is, must: surely.is } };
    });
  }

  /**
   * Both worlds in one reading; where nothing is in doubt, the same for both readings. An address that apply chooses in
   * one of them only is one that strangers could claim in the other: then both lines have it.
   */
  private read(reading: Reading): Both {
    const [old, now] = [this.before, this.after];
    if (haveLikeSymbols(old.world, now.world)) return { old: old.readings[reading], now: now.readings[reading] };
    if (reading === 'must' && this.isCertain()) return this.may;
    const { algebra } = old.readings;
    const { places } = old.readings.may.line;
    const line = layLine(algebra, [old.world, now.world], places, reading);
    const reach = ({ world, driver, topology }: Case) =>
      new Reachability({ world, driver, reading, algebra, line, topology });
    return { old: reach(old), now: reach(now) };
  }

  /** Whether nothing is in doubt in either world on the line that both are on. */
  private isCertain(): boolean {
    const blocks = [this.before, this.after].flatMap(({ intent }) => intent?.ends.flatMap((end) => end.prefixes) ?? []);
    return [this.before, this.after].every(({ world, driver }) => isCertain(world, driver, this.may.now.line, blocks));
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
