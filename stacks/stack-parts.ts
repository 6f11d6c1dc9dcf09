import { createHash } from 'node:crypto';
import type { Design } from '../model/design/design';
import type { StackDesign } from '../model/design/stack-design';

/** All that constructs see of a design. */
export type EmittedDesign = Pick<
  Design,
  'name' | 'dnsZone' | 'sites' | 'planes' | 'pools' | 'gaps' | 'tenants' | 'stacks' | 'moved'
>;

/** What each stack of a design is made of: the platform, and of departments at most its own. */
export class StackParts {
  private readonly platform: EmittedDesign;
  private sum: string | undefined;

  constructor(private readonly design: Design) {
    const { name, dnsZone, sites, planes, pools, gaps, moved } = design;
    const stacks = design.stacks.filter(({ kind }) => kind !== 'tenant');
    this.platform = { name, dnsZone, sites, planes, pools, gaps, tenants: [], stacks, ...(moved && { moved }) };
  }

  of(stack: StackDesign): EmittedDesign {
    return { ...this.platform, tenants: this.design.tenants.filter(({ key }) => key === stack.tenant) };
  }

  /** The same for two stacks that are made of the same, places included. */
  keyOf(stack: StackDesign): string {
    this.sum ??= sha256(this.platform);
    return sha256([this.sum, stack, this.of(stack).tenants]);
  }
}

function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
