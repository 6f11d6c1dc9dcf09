import * as pulumi from '@pulumi/pulumi';
import { declareObjects } from './declare-objects';
import { supervisionObjects } from './objects/supervision-objects';

/** The supervision of the operator (1+N 云综合监管): it reads everything but secrets, and writes nothing. */
export class SupervisionReader extends pulumi.ComponentResource {
  constructor(name: string, supervision: { readonly group: string }, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:SupervisionReader', name, {}, opts);
    declareObjects(this, supervisionObjects(supervision), opts);
    this.registerOutputs({});
  }
}
