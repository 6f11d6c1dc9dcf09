import { PolicyPack } from '@pulumi/policy';
import { pulumiPolicies } from './kubernetes-policies';

/** For `pulumi preview --policy-pack stacks/kubernetes-policy-pack`. */
new PolicyPack('egov-kubernetes', { policies: pulumiPolicies(new Date().toISOString().slice(0, 10)) });
