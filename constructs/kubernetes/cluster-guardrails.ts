import * as pulumi from '@pulumi/pulumi';
import type { GuardrailsDesign } from '../../model/design/guardrails-design';
import { declareObjects } from './declare-objects';
import { guardrailsObjects } from './objects/guardrails-objects';

/** What holds for a whole cluster: what it refuses, its classes, and the roles of those who administer it. */
export class ClusterGuardrails extends pulumi.ComponentResource {
  constructor(name: string, guardrails: GuardrailsDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:ClusterGuardrails', name, {}, opts);
    declareObjects(this, guardrailsObjects(guardrails), opts);
    this.registerOutputs({});
  }
}
