import type { Intent, NetworkDriver } from '../../model/intent';
import { PacketAlgebra } from '../packets/packet-algebra';
import { layPlaces, symbolsOf } from '../reach/lay-line';
import type { NetworkWorld } from '../world/network-world';
import { Case, intentBlocks } from './case';

/** One of two worlds to be compared, with what it is meant to allow. */
export interface DiffSide {
  readonly world: NetworkWorld;
  readonly driver: NetworkDriver;
  readonly intent?: Intent | undefined;
}

/**
 * Two worlds as cases whose sets can be compared. Each is judged as it would be alone: what they have in common is
 * where addresses lie, and sets that are computed once.
 */
export function pairedCases(before: DiffSide, after: DiffSide): readonly [before: Case, after: Case] {
  const sides = [before, after];
  const blocks = sides.flatMap(({ intent }) => (intent ? intentBlocks(intent) : []));
  const common = {
    algebra: new PacketAlgebra(),
    places: layPlaces(
      sides.map(({ world }) => world),
      blocks,
    ),
  };
  const [old, now] = sides.map(({ world, intent, driver }) => new Case(world, intent, driver, [], common));
  return [old as Case, now as Case];
}

/** Whether apply will choose the same addresses in two worlds, each from the same subnet. */
export function haveLikeSymbols(a: NetworkWorld, b: NetworkWorld): boolean {
  const [one, other] = [a, b].map((world) =>
    symbolsOf([world])
      .map(({ key, cidr }) => `${key} ${cidr}`)
      .sort()
      .join('\n'),
  );
  return one === other;
}
