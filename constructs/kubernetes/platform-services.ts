import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { PlatformNamespaceDesign, PlatformServicesDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import { INGRESS_PORTS } from '../../model/ingress-ports';
import { metadata } from './metadata';
import { podPolicy } from './pod-policy';

export interface PlatformServicesArgs {
  readonly services: PlatformServicesDesign;
  readonly inputs: ClusterInputs;
}

/**
 * What the operator installs beside: a namespace for each service with its walls, and a ConfigMap that says which charts
 * of which versions belong there. Charts are referred to and never copied.
 */
export class PlatformServices extends pulumi.ComponentResource {
  constructor(name: string, { services, inputs }: PlatformServicesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('egov:kubernetes:PlatformServices', name, {}, opts);
    for (const namespace of services.namespaces) this.addNamespace(namespace, inputs);
    const charts = services.charts.map(({ role, ...chart }) => [role, JSON.stringify(chart)] as const);
    const [chartsName, namespace] = ['egov-charts', 'kube-system'];
    new k8s.core.v1.ConfigMap(
      `${namespace}/${chartsName}`,
      { metadata: metadata({ name: chartsName, namespace }), data: Object.fromEntries(charts) },
      { parent: this },
    );
    this.registerOutputs({});
  }

  private addNamespace({ name, role, labels, policies }: PlatformNamespaceDesign, inputs: ClusterInputs): void {
    const made = new k8s.core.v1.Namespace(name, { metadata: metadata({ name, labels }) }, { parent: this });
    const child = { parent: this, dependsOn: made };
    for (const policy of policies) podPolicy(name, policy, child);
    if (role !== 'ingress' || inputs.entrances.length === 0) return;
    const peers = inputs.entrances.map((block) => ({ block }));
    const ports = INGRESS_PORTS.map((port) => ({ protocol: 'TCP' as const, port }));
    const purpose = 'load balancers of the plane';
    podPolicy(name, { name: 'from-entrances', pods: {}, ingress: [{ peers, ports }], purpose, place: '' }, child);
  }
}
