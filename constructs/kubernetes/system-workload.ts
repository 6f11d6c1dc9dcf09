import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { WorkloadDesign } from '../../model/design/workload-design';
import { childOf } from './child-of';
import { metadata, resourceName } from './metadata';
import { workloadObjects } from './workload-objects';

/** A part of a department's system (portal, office automation, service hall), with its entry where it has one. */
export class SystemWorkload extends pulumi.ComponentResource {
  constructor(name: string, workload: WorkloadDesign, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:SystemWorkload', name, {}, opts);
    const child = childOf(this, opts);
    workloadObjects(workload, child);
    if (workload.entry !== undefined) this.addIngress(workload, workload.entry, child);
    this.registerOutputs({});
  }

  /** The Secret with certificate and key is named, never made: keys do not pass through a program. */
  private addIngress(
    workload: WorkloadDesign,
    { host, tls, ingressClass }: NonNullable<WorkloadDesign['entry']>,
    child: pulumi.CustomResourceOptions,
  ): void {
    const { name, namespace, labels } = workload;
    const backend = { service: { name, port: { name: 'http' } } };
    new k8s.networking.v1.Ingress(
      resourceName({ name, namespace }),
      {
        metadata: metadata({ name, namespace, labels, skipAwait: true }),
        spec: {
          ingressClassName: ingressClass,
          tls: [{ hosts: [host], secretName: tls }],
          rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
        },
      },
      child,
    );
  }
}
