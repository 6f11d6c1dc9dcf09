import * as pulumi from '@pulumi/pulumi';
import type { PlatformServicesDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import { declareObjects } from './declare-objects';
import { platformObjects } from './objects/platform-objects';

export interface PlatformServicesArgs {
  readonly services: PlatformServicesDesign;
  readonly inputs: ClusterInputs;
}

/** What the operator installs beside: a namespace for each service with its walls, and which charts belong there. */
export class PlatformServices extends pulumi.ComponentResource {
  constructor(name: string, { services, inputs }: PlatformServicesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:PlatformServices', name, {}, opts);
    declareObjects(this, platformObjects(services, inputs), opts);
    this.registerOutputs({});
  }
}
