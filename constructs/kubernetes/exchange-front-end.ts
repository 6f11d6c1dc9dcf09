import * as pulumi from '@pulumi/pulumi';
import type { WorkloadDesign } from '../../model/design/workload-design';
import { declareObjects } from './declare-objects';
import { workloadObjects } from './objects/workload-objects';

/**
 * The front end of a department in the data exchange: it has no entry, and the policies of its namespace let it talk to
 * the centre of the exchange and to nobody else.
 */
export class ExchangeFrontEnd extends pulumi.ComponentResource {
  constructor(name: string, workload: WorkloadDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:ExchangeFrontEnd', name, {}, opts);
    declareObjects(this, workloadObjects({ ...workload, role: 'front-end' }), opts);
    this.registerOutputs({});
  }
}
