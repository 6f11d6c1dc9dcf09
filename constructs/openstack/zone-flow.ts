import { NetworkingSecgroupRuleV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-rule-v2';
import { Construct } from 'constructs';
import type { IpFamily } from '../../model/cidr';
import type { Protocol } from '../../model/flow';
import { addressed, idOf } from './address';
import { given } from './given';
import { markPlace } from './place';
import type { ProjectRef } from './project-ref';
import type { SecurityGroupRef } from './security-group-ref';

export interface FlowRule {
  /** Unique in its flow; it becomes part of the address. */
  readonly key: string;
  readonly direction: 'ingress' | 'egress';
  readonly family: IpFamily;
  readonly protocol: Protocol;
  /**
   * First and last port.
   *
   * @default - all of the protocol
   */
  readonly ports?: { readonly from: number; readonly to: number };
  /** The other end: a prefix, or the members of a group. Exactly one of the two. */
  readonly remotePrefix?: string;
  readonly remoteGroup?: SecurityGroupRef;
  /** Who asked for it. */
  readonly description?: string;
  readonly place?: string;
}

export interface ZoneFlowProps {
  /** The group that gets the rules. */
  readonly group: SecurityGroupRef;
  readonly rules: readonly FlowRule[];
  /** @default - the project of the credentials */
  readonly owner?: ProjectRef;
  readonly place?: string;
}

/**
 * Rules of one security group. Remote address groups are left out on purpose: with OVN a rule of that kind admits
 * everybody. Throws where a rule has no other end, which would admit everybody too, or two.
 */
export class ZoneFlow extends Construct {
  constructor(
    scope: Construct,
    private readonly key: string,
    private readonly props: ZoneFlowProps,
  ) {
    super(scope, idOf(key));
    markPlace(this, props.place);
    for (const rule of props.rules) this.addRule(rule);
  }

  private addRule(rule: FlowRule): void {
    const { group, owner } = this.props;
    if ((rule.remotePrefix === undefined) === (rule.remoteGroup === undefined))
      throw new Error(`rule ${rule.key} of ${this.key} needs a remotePrefix or a remoteGroup, and not both`);
    // Dots and colons of a prefix: one sign for each, since the parts are numbers.
    const key = rule.key.replace(/[.:]/g, '-');
    const resource = new NetworkingSecgroupRuleV2(this, idOf(key), {
      securityGroupId: group.securityGroupId,
      direction: rule.direction,
      ethertype: `IPv${rule.family}`,
      // Neutron stores ICMP over IPv6 under this name, and would differ from the plan for ever.
      protocol: rule.protocol === 'icmp' && rule.family === 6 ? 'ipv6-icmp' : rule.protocol,
      ...(rule.ports === undefined ? {} : { portRangeMin: rule.ports.from, portRangeMax: rule.ports.to }),
      ...given({
        remoteIpPrefix: rule.remotePrefix,
        remoteGroupId: rule.remoteGroup?.securityGroupId,
        description: rule.description,
        tenantId: owner?.projectId,
      }),
    });
    addressed(resource, `${this.key}/${key}`);
    markPlace(resource, rule.place);
  }
}
