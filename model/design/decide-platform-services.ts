import { chartRoles } from '../environment/kubernetes-schema';
import type { ChartDesign, PlatformNamespaceDesign, PlatformRole, PlatformServicesDesign } from './cluster-design';
import type { ClusterPlace, WrittenKubernetes } from './decide-cluster-places';
import { podSecurity } from './decide-namespaces';
import { dns, INGRESS, rule } from './decide-pod-policies';
import { sorted } from './decide-workloads';
import type { Decision } from './decision';
import type { PodPeerDesign, PodPolicyDesign } from './pod-policy-design';

/** Agents that read the logs of nodes mount their files, as only the namespace of the cluster itself may. */
const NAMESPACES: Readonly<Record<PlatformRole, string>> = {
  certificates: 'egov-certificates',
  ingress: INGRESS,
  logs: 'kube-system',
  metrics: 'egov-metrics',
};

/** Namespaces of departments and of the platform. */
const OURS = { 'app.kubernetes.io/managed-by': 'egov' };
/** Ports on which webhooks and metrics of the platform are asked by the API server. */
const ASKED = [443, 8443, 10250];
const API = 6443;
const KUBELET = 10250;

/** What the operator installs beside: where it lives, what it may reach, and which charts of which versions. */
export function decidePlatformServices(
  decision: Decision,
  { charts }: WrittenKubernetes,
  cluster: ClusterPlace,
): PlatformServicesDesign {
  const namespaces = (['certificates', 'ingress', 'metrics'] as const).map((role) =>
    namespace(decision, cluster, role),
  );
  return {
    namespaces,
    charts: [...chartRoles].sort().flatMap((role): ChartDesign[] => {
      const chart = charts[role];
      if (chart === undefined) return [];
      const { digest, ...pinned } = chart;
      return [{ role, namespace: NAMESPACES[role], ...pinned, ...(digest !== undefined && { digest }) }];
    }),
  };
}

function namespace(
  decision: Decision,
  cluster: ClusterPlace,
  role: Exclude<PlatformRole, 'logs'>,
): PlatformNamespaceDesign {
  const { plane, mlps, written, place } = cluster;
  const { adcode } = decision.values;
  const api: PodPeerDesign[] = written.api.map((block) => ({ block: `${block}` }));
  const nodes: PodPeerDesign[] = written.nodes.map((block) => ({ block: `${block}` }));
  const further: Readonly<Record<typeof role, PodPolicyDesign[]>> = {
    certificates: [],
    ingress: [
      { name: 'to-workloads', pods: {}, egress: [{ peers: [{ namespaces: OURS, pods: {} }], ports: [] }], place },
    ],
    metrics: [{ name: 'to-nodes', pods: {}, egress: [rule(nodes, KUBELET)], place }],
  };
  return {
    name: NAMESPACES[role],
    role,
    labels: sorted({
      adcode,
      'app.kubernetes.io/managed-by': 'egov',
      'data-class': 'internal',
      dept: 'platform',
      env: 'prod',
      mlps: `${mlps}`,
      plane: plane.key,
      system: role,
      ...podSecurity('restricted', 'restricted', written.version),
    }),
    policies: [
      { name: 'default-deny-all', pods: {}, ingress: [], egress: [], place },
      { name: 'allow-dns', pods: {}, egress: [dns()], purpose: 'DNS', place },
      { name: 'api', pods: {}, ingress: [rule(api, ...ASKED)], egress: [rule(api, API)], purpose: 'API server', place },
      ...further[role],
    ],
  };
}
