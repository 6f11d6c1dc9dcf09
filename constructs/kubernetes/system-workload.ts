import * as pulumi from '@pulumi/pulumi';
import type { WorkloadDesign } from '../../model/design/workload-design';
import { declareObjects } from './declare-objects';
import { workloadObjects } from './objects/workload-objects';

/** A part of a department's system (portal, office automation, service hall), with its entry where it has one. */
export class SystemWorkload extends pulumi.ComponentResource {
  constructor(name: string, workload: WorkloadDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:SystemWorkload', name, {}, opts);
    declareObjects(this, workloadObjects(workload), opts);
    this.registerOutputs({});
  }
}
