import { createHash } from 'node:crypto';
import type { Design } from '../model/design/design';
import type { StackDesign } from '../model/design/stack-design';

/** All that constructs see of a design. */
export type EmittedDesign = Pick<
  Design,
  'name' | 'dnsZone' | 'sites' | 'planes' | 'pools' | 'gaps' | 'tenants' | 'clusters' | 'stacks' | 'moved'
>;

/** What each stack of a design is made of: the platform, of departments at most its own, and clusters only where they are made. */
export class StackParts {
  private readonly platform: EmittedDesign;
  private sum: string | undefined;

  constructor(private readonly design: Design) {
    const { name, dnsZone, sites, planes, pools, gaps, moved } = design;
    const stacks = design.stacks.filter(({ kind }) => kind !== 'tenant');
    this.platform = { name, dnsZone, sites, planes, pools, gaps, tenants: [], stacks, ...(moved && { moved }) };
  }

  of(stack: StackDesign): EmittedDesign {
    const { tenants, clusters } = this.design;
    const own = tenants.filter(({ key }) => key === stack.tenant);
    return { ...this.platform, tenants: own, ...(stack.kind === 'kubernetes' && clusters && { clusters }) };
  }

  /** The same for two stacks that are made of the same, places included. */
  keyOf(stack: StackDesign): string {
    this.sum ??= sha256(this.platform);
    const { tenants, clusters } = this.of(stack);
    return sha256([this.sum, stack, tenants, ...(clusters === undefined ? [] : [clusters])]);
  }
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
