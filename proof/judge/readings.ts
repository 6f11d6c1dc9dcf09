import type { NetworkDriver } from '../../model/intent';
import { PacketAlgebra, type PacketSet } from '../packets/packet-algebra';
import { isCertain } from '../reach/certainty';
import type { EndpointClass } from '../reach/endpoint-class';
import { Reachability } from '../reach/reachability';
import type { Topology } from '../reach/topology';
import type { NetworkWorld } from '../world/network-world';

/**
 * One world read twice: `may` holds every packet that could pass, whatever is not known turns out to be; `must` only
 * those that pass in any case. Both are made of one algebra, so that their sets can be compared.
 */
export class Readings {
  readonly algebra = new PacketAlgebra();
  readonly may: Reachability;
  private strict: Reachability | undefined;

  constructor(
    readonly world: NetworkWorld,
    readonly driver: NetworkDriver,
    private readonly blocks: readonly string[],
    private readonly topology: Topology,
  ) {
    this.may = new Reachability({ world, driver, reading: 'may', algebra: this.algebra, blocks, topology });
  }

  /** The very same as `may` where nothing is in doubt. */
  get must(): Reachability {
    const { world, driver, algebra, blocks, topology } = this;
    if (!this.strict && isCertain(world, driver, this.may.line, blocks)) this.strict = this.may;
    this.strict ??= new Reachability({ world, driver, reading: 'must', algebra, blocks, topology });
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
