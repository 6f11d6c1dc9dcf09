import { type ComparedPair, ComparedWorlds } from './compared-worlds';
import type { DiffSide } from './judge/paired-cases';
import { packetText } from './judge/trace';
import type { PacketSet } from './packets/packet-algebra';
import { servicesText } from './packets/service-line';
import type { Missing, WitnessPacket } from './proof';
import type { Reachability } from './reach/reachability';

export type { DiffSide } from './judge/paired-cases';

/** What a change means for packets. No `changes` and nothing `missing` is a proof that nothing changes. */
export interface SemanticDiff {
  readonly changes: readonly FlowChange[];
  /** What was not understood in either world and could open or close a path anywhere. */
  readonly missing: readonly (Missing & { readonly side: 'before' | 'after' | 'both' })[];
}

export interface FlowChange {
  /** `doubted`: it becomes unknown whether packets pass that did, or did not; `settled`: it is known again. */
  readonly kind: 'added' | 'removed' | 'widened' | 'narrowed' | 'changed' | 'doubted' | 'settled';
  readonly from: string;
  readonly to: string;
  /** What passes now, or could, and could not before: services, and one packet. */
  readonly opened?: ChangedPackets;
  readonly closed?: ChangedPackets;
  /** Of which it was known whether they pass, and is no longer. */
  readonly doubted?: ChangedPackets;
  /** Of which it was not known whether they pass, and now is. */
  readonly settled?: ChangedPackets;
}

export interface ChangedPackets {
  readonly services: string;
  readonly witness: WitnessPacket;
}

/**
 * Compares two worlds packet by packet. Rules that are reordered, split, merged or moved to another group, and renamed
 * resources whose ports keep their id, make no change. Neither does an address that one world's port has and the other's
 * strangers could claim: strangers are outside (see `strangers-are-outside`), and what two of them send each other is
 * not about the cloud.
 */
export function semanticDiff(before: DiffSide, after: DiffSide): SemanticDiff {
  const compared = new ComparedWorlds(before, after);
  const changes = compared.pairs.flatMap((pair) => change(compared.reach, pair));
  return {
    changes: changes.sort((a, b) => (`${a.from}\t${a.to}` < `${b.from}\t${b.to}` ? -1 : 1)),
    missing: missing(before, after),
  };
}

function change(reach: Reachability, { from, to, before, after }: ComparedPair): FlowChange[] {
  const { packets, none } = reach.algebra;
  const less = (a: PacketSet, b: PacketSet) => told(reach, packets.subtract(a, b));
  const unsure = { before: packets.subtract(before.may, before.must), after: packets.subtract(after.may, after.must) };
  const [opened, closed] = [less(after.may, before.may), less(before.may, after.may)];
  const [doubted, settled] = [less(unsure.after, unsure.before), less(unsure.before, unsure.after)];
  if (!opened && !closed && !doubted && !settled) return [];
  const kind = ((): FlowChange['kind'] => {
    if (opened && before.may === none) return 'added';
    if (closed && after.may === none) return 'removed';
    if (opened && closed) return 'changed';
    if (opened || closed) return opened ? 'widened' : 'narrowed';
    return doubted ? 'doubted' : 'settled';
  })();
  return [
    {
      kind,
      from,
      to,
      ...(opened && { opened }),
      ...(closed && { closed }),
      ...(doubted && { doubted }),
      ...(settled && { settled }),
    },
  ];
}

function told(reach: Reachability, set: PacketSet): ChangedPackets | undefined {
  const { algebra } = reach;
  const witness = algebra.witness(set);
  if (!witness) return undefined;
  const services = algebra.lines.unionAll([...algebra.boxes(set)].map((box) => box.services));
  // All of them: what compares two of these must not take long lists for the same.
  const text = servicesText(algebra.lines, services, Number.POSITIVE_INFINITY);
  return { services: text, witness: packetText(reach, witness) };
}

/** What touches one port or group is in the sets; the rest is told with the side that has it. */
function missing(before: DiffSide, after: DiffSide): SemanticDiff['missing'] {
  const wide = ({ world }: DiffSide) =>
    world.unknowns.filter(({ touches: { kind } }) => kind !== 'port' && kind !== 'group');
  const found = new Map<string, SemanticDiff['missing'][number]>();
  for (const [side, unknowns] of [['before', wide(before)] as const, ['after', wide(after)] as const])
    for (const { place, assumption } of unknowns) {
      const known = found.get(`${place} ${assumption}`);
      const both = known !== undefined && known.side !== side;
      found.set(`${place} ${assumption}`, { place, assumption, side: both ? 'both' : (known?.side ?? side) });
    }
  return [...found.values()];
}
