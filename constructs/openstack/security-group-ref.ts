/** A security group, owned or adopted. */
export interface SecurityGroupRef {
  readonly securityGroupId: string;
}

/** Finds a group by its key. */
export type SecurityGroupLookup = (key: string) => SecurityGroupRef;
