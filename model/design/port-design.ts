import type { AddressDesign } from './router-design';

/** A place for a server: its addresses and groups are decided, who boots there is the department's matter. */
export interface PortDesign {
  /** `finance/budget/app/1`, `extranet/bastion`, `gap-1/outer/a`. */
  readonly key: string;
  readonly name: string;
  readonly network: string;
  readonly project: string;
  readonly addresses: readonly AddressDesign[];
  /** Keys of security groups of the same project. */
  readonly groups: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly place: string;
}
