import type { NetworkDriver } from '../../model/intent';
import type { AddressPlaces } from '../packets/address-places';
import { PacketAlgebra, type PacketSet } from '../packets/packet-algebra';
import { isCertain } from '../reach/certainty';
import type { EndpointClass } from '../reach/endpoint-class';
import { layPlaces } from '../reach/lay-line';
import { Reachability } from '../reach/reachability';
import type { Topology } from '../reach/topology';
import type { NetworkWorld } from '../world/network-world';

/** What sets of several worlds have in common, so that they can be compared. */
export interface CommonLine {
  readonly algebra: PacketAlgebra;
  readonly places: AddressPlaces;
}

/**
 * One world read twice: `may` holds every packet that could pass, whatever is not known turns out to be; `must` only
 * those that pass in any case. Both are made of one algebra, so that their sets can be compared.
 */
export class Readings {
  readonly algebra: PacketAlgebra;
  readonly may: Reachability;
  private strict: Reachability | undefined;

  constructor(
    readonly world: NetworkWorld,
    readonly driver: NetworkDriver,
    private readonly blocks: readonly string[],
    private readonly topology: Topology,
    { algebra, places }: CommonLine = { algebra: new PacketAlgebra(), places: layPlaces([topology.world], blocks) },
  ) {
    this.algebra = algebra;
    this.may = new Reachability({ world, driver, reading: 'may', algebra, places, topology });
  }

  /** The very same as `may` where nothing is in doubt. */
  get must(): Reachability {
    const { world, driver, algebra, blocks, topology, may } = this;
    const { places } = may.line;
    if (!this.strict && isCertain(world, driver, may.line, blocks)) this.strict = may;
    this.strict ??= new Reachability({ world, driver, reading: 'must', algebra, places, topology });
    return this.strict;
  }

  /** The same class in the strict reading. */
  strictClass(one: EndpointClass): EndpointClass {
    const found = this.must.classNamed(one.key);
    if (!found) throw new Error(`the two readings sort ports differently: ${one.key}`);
    return found;
  }

  surelyBetween(from: EndpointClass, to: EndpointClass): PacketSet {
    return this.must.between(this.strictClass(from), this.strictClass(to));
  }
}
