import type { types } from '@pulumi/kubernetes';
import type { WorkloadDesign } from '../../../model/design/workload-design';
import { type KubernetesObject, metadata } from './kubernetes-object';
import { WORKLOAD_ACCOUNT } from './tenant-objects';

/** CPU in per cent of what was requested at which another pod is started. */
const BUSY = 70;

/**
 * Pods of a workload with what keeps them up: Deployment, Service, PodDisruptionBudget and HorizontalPodAutoscaler, and
 * its entry where it has one; the front end of a department in the data exchange never has.
 */
export function workloadObjects(workload: WorkloadDesign): readonly KubernetesObject[] {
  const { name, namespace, labels, selector, port, replicas, role, entry } = workload;
  const head = metadata({ name, namespace, labels });
  const ports = [{ name: 'http', port, targetPort: 'http', protocol: 'TCP' }];
  const target = { type: 'Utilization', averageUtilization: BUSY };
  return [
    // How many there are is the autoscaler's to say; a number here would be taken back at every `up`.
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: head,
      spec: {
        selector: { matchLabels: { ...selector } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: { metadata: { labels: { ...labels } }, spec: podSpec(workload) },
      },
    } satisfies types.input.apps.v1.Deployment,
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: head,
      spec: { type: 'ClusterIP', selector: { ...selector }, ports },
    } satisfies types.input.core.v1.Service,
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: head,
      spec: { minAvailable: replicas.available, selector: { matchLabels: { ...selector } } },
    } satisfies types.input.policy.v1.PodDisruptionBudget,
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: head,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: replicas.least,
        maxReplicas: replicas.most,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      },
    } satisfies types.input.autoscaling.v2.HorizontalPodAutoscaler,
    ...(entry === undefined || role === 'front-end' ? [] : [ingress(workload, entry)]),
  ];
}

/** The Secret with certificate and key is named, never made: keys do not pass through a program. */
function ingress(
  { name, namespace, labels }: WorkloadDesign,
  { host, tls, ingressClass }: NonNullable<WorkloadDesign['entry']>,
): KubernetesObject {
  const backend = { service: { name, port: { name: 'http' } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata({ name, namespace, labels }),
    spec: {
      ingressClassName: ingressClass,
      tls: [{ hosts: [host], secretName: tls }],
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  } satisfies types.input.networking.v1.Ingress;
}

function podSpec(workload: WorkloadDesign): types.input.core.v1.PodSpec {
  const { nodes, toleration, priority, pullSecret } = workload;
  return {
    serviceAccountName: WORKLOAD_ACCOUNT,
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: pullSecret }],
    priorityClassName: priority,
    nodeSelector: { ...nodes },
    ...(toleration && { tolerations: [{ ...toleration, operator: 'Equal', effect: 'NoSchedule' }] }),
    topologySpreadConstraints: spread(workload),
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [container(workload)],
    volumes: [{ name: 'tmp', emptyDir: {} }],
  };
}

function container(workload: WorkloadDesign): types.input.core.v1.Container {
  const { name, image, port, health, requests, limits } = workload;
  const httpGet = { path: health, port: 'http' };
  return {
    name,
    image,
    ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }],
    resources: { requests: { ...requests }, limits: { ...limits } },
    startupProbe: { httpGet, periodSeconds: 5, failureThreshold: 60 },
    readinessProbe: { httpGet, periodSeconds: 10 },
    livenessProbe: { httpGet, periodSeconds: 20, failureThreshold: 3 },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

/** Over zones where there are several, and over nodes. */
function spread({ selector, spread, zoned }: WorkloadDesign): types.input.core.v1.TopologySpreadConstraint[] {
  const whenUnsatisfiable = spread === 'must' ? 'DoNotSchedule' : 'ScheduleAnyway';
  const over = (topologyKey: string) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { ...selector } },
  });
  return [...(zoned ? [over('topology.kubernetes.io/zone')] : []), over('kubernetes.io/hostname')];
}
