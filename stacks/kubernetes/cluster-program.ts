import {
  ClusterGuardrails,
  ExchangeFrontEnd,
  PlatformServices,
  SupervisionReader,
  SystemWorkload,
  TenantNamespace,
} from '../../constructs/kubernetes/index';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';

/** What a stack says of its cluster to whoever comes after. */
export interface ClusterOutputs extends Record<string, unknown> {
  readonly environment: string;
  readonly plane: string;
  readonly dnsZone: string;
  readonly ingressClass: string;
  /** Names of the namespaces of departments. */
  readonly namespaces: readonly string[];
  /** Host names that lead to the ingress controllers of the cluster. */
  readonly hosts: readonly string[];
}

/** The program of a cluster's stack: run inline by the Automation API, and by Pulumi itself from its own file. */
export function clusterProgram(cluster: ClusterDesign, inputs: ClusterInputs): () => Promise<ClusterOutputs> {
  return async () => {
    const { guardrails, services, namespaces, workloads, supervision } = cluster;
    new ClusterGuardrails('guardrails', guardrails);
    new PlatformServices('platform', { services, inputs });
    if (supervision !== undefined) new SupervisionReader('supervision', supervision);
    const made = new Map(namespaces.map((one) => [one.name, new TenantNamespace(one.name, one)]));
    for (const workload of workloads) {
      const namespace = made.get(workload.namespace)?.namespace;
      const options = namespace === undefined ? {} : { dependsOn: namespace };
      if (workload.role === 'front-end') new ExchangeFrontEnd(workload.key, workload, options);
      else new SystemWorkload(workload.key, workload, options);
    }
    return {
      ...cluster.identity,
      dnsZone: inputs.dnsZone,
      ingressClass: guardrails.ingressClass.name,
      namespaces: namespaces.map(({ name }) => name),
      hosts: workloads.flatMap(({ entry }) => (entry === undefined ? [] : [entry.host])).sort(),
    };
  };
}
