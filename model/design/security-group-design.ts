import type { IpFamily } from '../cidr';
import type { Protocol } from '../flow';

/** A security group without default rules: what no rule admits is dropped. */
export interface SecurityGroupDesign {
  /** `finance/budget/app`, `finance-extranet/baseline`, `extranet/bastion`; with `.2` … behind it where split. */
  readonly key: string;
  readonly name: string;
  readonly project: string;
  readonly description: string;
  /** At most 50: the provider writes the rules of one group one after the other. */
  readonly rules: readonly RuleDesign[];
  readonly tags: readonly string[];
  readonly place: string;
}

export interface RuleDesign {
  /** Unique in its group, made of what the rule says; it becomes the construct id. */
  readonly key: string;
  readonly direction: 'ingress' | 'egress';
  readonly family: IpFamily;
  readonly protocol: Protocol;
  /** First and last port, or absent for ICMP. */
  readonly ports?: { readonly from: number; readonly to: number };
  readonly remotePrefix: string;
  /** Id and purpose of the flow that asked for it. */
  readonly description: string;
  readonly place: string;
}
