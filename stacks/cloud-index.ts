import type { NetworkDesign } from '../model/design/network-design';
import type { PlaneDesign } from '../model/design/plane-design';
import type { StackDesign } from '../model/design/stack-design';
import { MovedKeys } from '../model/moved-key';
import type { EmittedDesign } from './stack-parts';

/** Kinds of things that one stack makes and another uses: by their ids only. */
export type LinkKind = 'network' | 'project' | 'flavor' | 'subnet_pool' | 'dns_zone';

/** Which stack makes what, found by key. */
export class CloudIndex {
  readonly moved: MovedKeys;
  private readonly networks = new Map<string, NetworkDesign>();
  private readonly makers = new Map<string, string>();

  constructor(readonly design: EmittedDesign) {
    const planes = design.planes.map(({ key }) => key);
    this.moved = new MovedKeys(design.moved ?? [], planes);
    const primary = design.sites.find((site) => site.role === 'primary');
    this.note('dns_zone', CLOUD_ZONE, this.stackOf('foundation', primary?.key));
    for (const pool of design.pools)
      for (const flavor of pool.flavors) this.note('flavor', flavor.key, this.stackOf('foundation', pool.site));
    for (const plane of design.planes) this.addPlane(plane, this.stackOf('planes', plane.site));
  }

  /** Key of the stack. Throws where no stack makes it. */
  makerOf(kind: LinkKind, key: string): string {
    return found(this.makers.get(`${kind} ${key}`), `${kind} ${key}`);
  }

  /** A network of the platform. */
  network(key: string): NetworkDesign {
    return found(this.networks.get(key), `network ${key}`);
  }

  plane(key: string): PlaneDesign {
    return found(
      this.design.planes.find((plane) => plane.key === key),
      `plane ${key}`,
    );
  }

  private addPlane(plane: PlaneDesign, stack: string | undefined): void {
    this.note('project', plane.project.key, stack);
    for (const pool of plane.pools) this.note('subnet_pool', pool.key, stack);
    for (const { network } of plane.zones) {
      if (network === undefined) continue;
      this.networks.set(network.key, network);
      this.note('network', network.key, stack);
    }
  }

  private note(kind: LinkKind, key: string, stack: string | undefined): void {
    if (stack !== undefined) this.makers.set(`${kind} ${key}`, stack);
  }

  private stackOf(kind: StackDesign['kind'], site: string | undefined): string | undefined {
    return this.design.stacks.find((stack) => stack.kind === kind && stack.site === site)?.key;
  }
}

/** Key of the zone of the whole cloud in the DNS. */
export const CLOUD_ZONE = 'cloud';

function found<V>(value: V | undefined, what: string): V {
  if (value === undefined) throw new Error(`the design names ${what}, and no stack of it makes that`);
  return value;
}
