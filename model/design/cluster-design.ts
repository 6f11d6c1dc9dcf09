import type { PodIntent } from '../pod-intent';
import type { GuardrailsDesign } from './guardrails-design';
import type { NamespaceDesign } from './namespace-design';
import type { PodPolicyDesign } from './pod-policy-design';
import type { WorkloadDesign } from './workload-design';

/** The Kubernetes cluster of a plane, with everything that is in it. */
export interface ClusterDesign {
  /** Key of the plane. */
  readonly key: string;
  /** `hebei-extranet`: its Pulumi stack. */
  readonly stack: string;
  /** Context of the kubeconfig that leads to it. */
  readonly context: string;
  /** What the cluster says of itself in the ConfigMap `egov-cluster` of kube-system. */
  readonly identity: { readonly environment: string; readonly plane: string };
  readonly source: 'existing' | 'magnum';
  /** Minor version of Kubernetes, `1.34`. */
  readonly version: string;
  readonly mlps: number;
  readonly zones: readonly string[];
  /** Blocks of its API server, and of its nodes. */
  readonly api: readonly string[];
  readonly nodes: readonly string[];
  /** Blocks of its pods; empty where nobody said it. */
  readonly pods: readonly string[];
  readonly nodePools: readonly NodePoolDesign[];
  /** For a cluster that Magnum makes. */
  readonly magnum?: MagnumDesign;
  readonly guardrails: GuardrailsDesign;
  readonly namespaces: readonly NamespaceDesign[];
  /** Services and front ends, by key. */
  readonly workloads: readonly WorkloadDesign[];
  readonly services: PlatformServicesDesign;
  /** Group that reads everything but secrets (云综合监管). */
  readonly supervision?: { readonly group: string };
  /** What may pass among its pods: the side of the proof that does not come from manifests. */
  readonly intent: PodIntent;
  readonly tags: readonly string[];
  readonly place: string;
}

export interface NodePoolDesign {
  readonly key: string;
  readonly mlps: number;
  readonly nodes: number;
  readonly most: number;
  /** Name of the flavor: its pool and size. */
  readonly flavor: string;
  /** Labels of its nodes, by which workloads find them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Present where its nodes take no other level. */
  readonly taint?: { readonly key: string; readonly value: string };
  readonly place: string;
}

/** Of what Magnum makes a cluster. */
export interface MagnumDesign {
  readonly name: string;
  /** Key of the project of the platform. */
  readonly project: string;
  readonly image: string;
  readonly masters: number;
  readonly masterFlavor: string;
  readonly keypair?: string;
  /** By name. */
  readonly network: string;
  readonly subnet: string;
  /** Key of the external network of the plane. */
  readonly external: string;
}

/** What the operator installs beside: a place for each, and which chart of which version. */
export interface PlatformServicesDesign {
  readonly namespaces: readonly PlatformNamespaceDesign[];
  readonly charts: readonly ChartDesign[];
}

export interface PlatformNamespaceDesign {
  readonly name: string;
  readonly role: PlatformRole;
  readonly labels: Readonly<Record<string, string>>;
  readonly policies: readonly PodPolicyDesign[];
}

export type PlatformRole = 'ingress' | 'certificates' | 'metrics' | 'logs';

/** A chart of the platform: by reference, never a copy. */
export interface ChartDesign {
  readonly role: PlatformRole;
  readonly namespace: string;
  readonly chart: string;
  readonly version: string;
  readonly digest?: string;
}
