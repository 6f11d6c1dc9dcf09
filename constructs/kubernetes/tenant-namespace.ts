import * as pulumi from '@pulumi/pulumi';
import type { NamespaceDesign } from '../../model/design/namespace-design';
import { declareObjects } from './declare-objects';
import { tenantObjects } from './objects/tenant-objects';

/** A system of a department: its namespace with the walls around it. */
export class TenantNamespace extends pulumi.ComponentResource {
  /** What everything in the namespace comes after. */
  readonly namespace: pulumi.Resource;

  constructor(name: string, design: NamespaceDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:TenantNamespace', name, {}, opts);
    this.namespace = declareObjects(this, tenantObjects(design), opts).get(design.name) as pulumi.Resource;
    this.registerOutputs({});
  }
}
