import { Construct } from 'constructs';
import { given } from './given';
import type { ProjectRef } from './project-ref';
import { SecurityGroup, type SecurityGroupProps } from './security-group';
import type { SecurityGroupRef } from './security-group-ref';

/** A group with a key of its own. */
export type KeyedGroup = SecurityGroupProps & { readonly key: string };

export interface SecurityGroupSetProps {
  readonly groups: readonly KeyedGroup[];
  /** Owner of all of them. */
  readonly owner?: ProjectRef;
}

/** The groups of one zone, host or department, found by their keys. */
export class SecurityGroupSet extends Construct {
  private readonly made: ReadonlyMap<string, SecurityGroup>;

  constructor(scope: Construct, id: string, props: SecurityGroupSetProps) {
    super(scope, id);
    const owner = given({ owner: props.owner });
    this.made = new Map(
      props.groups.map((group) => [group.key, new SecurityGroup(this, group.key, { ...group, ...owner })]),
    );
  }

  /** Throws where the set has no group of this key: a port must not go without. */
  readonly find = (key: string): SecurityGroupRef => {
    const group = this.made.get(key);
    if (group === undefined)
      throw new Error(`${this.node.path} has no security group ${key}, only ${[...this.made.keys()].join(', ')}`);
    return group;
  };
}
