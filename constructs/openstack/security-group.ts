import { NetworkingSecgroupV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-v2';
import { Construct } from 'constructs';
import { addressed, idOf } from './address';
import { given } from './given';
import { markPlace } from './place';
import { type ProjectRef, within } from './project-ref';
import type { SecurityGroupRef } from './security-group-ref';
import { type FlowRule, ZoneFlow } from './zone-flow';

export interface SecurityGroupProps {
  readonly name: string;
  readonly description?: string;
  /**
   * At most 50 are quick: the provider writes the rules of one group one after the other.
   *
   * @default - nothing passes
   */
  readonly rules?: readonly FlowRule[];
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly tags?: readonly string[];
  readonly place?: string;
}

/** A security group without the rules that Neutron gives to a new one: it denies whatever no rule admits. */
export class SecurityGroup extends Construct implements SecurityGroupRef {
  readonly securityGroupId: string;

  constructor(scope: Construct, key: string, props: SecurityGroupProps) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    const { owner, tags } = props;
    const group = new NetworkingSecgroupV2(this, 'group', {
      name: props.name,
      deleteDefaultRules: true,
      // Said to the API when the group is made, and read from it never: an imported group would be made anew.
      lifecycle: { ignoreChanges: ['delete_default_rules'] },
      ...given({ description: props.description, tenantId: owner?.projectId, tags: tags && [...tags] }),
      ...within(owner, 'network'),
    });
    this.securityGroupId = addressed(group, key).id;
    new ZoneFlow(this, key, { group: this, rules: props.rules ?? [], ...given({ owner }) });
  }
}
