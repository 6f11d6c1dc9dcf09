import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import type { WorkloadDesign } from '../../model/design/workload-design';
import { metadata, resourceName } from './metadata';
import { WORKLOAD_ACCOUNT } from './tenant-namespace';

/** CPU in per cent of what was requested at which another pod is started. */
const BUSY = 70;

/**
 * Pods of a workload with what keeps them up: Deployment, Service, PodDisruptionBudget and HorizontalPodAutoscaler.
 * Nothing waits for pods to be ready: one department with a broken image must not hold up the others.
 */
export function workloadObjects(workload: WorkloadDesign, opts: pulumi.CustomResourceOptions): void {
  const { name, namespace, labels, selector, port, replicas } = workload;
  const id = resourceName({ name, namespace });
  const head = metadata({ name, namespace, labels, skipAwait: true });
  // How many there are is the autoscaler's to say; a number here would be taken back at every `up`.
  new k8s.apps.v1.Deployment(
    id,
    {
      metadata: head,
      spec: {
        selector: { matchLabels: { ...selector } },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: { metadata: { labels: { ...labels } }, spec: podSpec(workload) },
      },
    },
    opts,
  );
  const ports = [{ name: 'http', port, targetPort: 'http', protocol: 'TCP' }];
  new k8s.core.v1.Service(id, { metadata: head, spec: { type: 'ClusterIP', selector: { ...selector }, ports } }, opts);
  new k8s.policy.v1.PodDisruptionBudget(
    id,
    { metadata: head, spec: { minAvailable: replicas.available, selector: { matchLabels: { ...selector } } } },
    opts,
  );
  const target = { type: 'Utilization', averageUtilization: BUSY };
  new k8s.autoscaling.v2.HorizontalPodAutoscaler(
    id,
    {
      metadata: head,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: replicas.least,
        maxReplicas: replicas.most,
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target } }],
      },
    },
    opts,
  );
}

function podSpec(workload: WorkloadDesign): k8s.types.input.core.v1.PodSpec {
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

function container(workload: WorkloadDesign): k8s.types.input.core.v1.Container {
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
function spread({ selector, spread, zoned }: WorkloadDesign): k8s.types.input.core.v1.TopologySpreadConstraint[] {
  const whenUnsatisfiable = spread === 'must' ? 'DoNotSchedule' : 'ScheduleAnyway';
  const over = (topologyKey: string) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable,
    labelSelector: { matchLabels: { ...selector } },
  });
  return [...(zoned ? [over('topology.kubernetes.io/zone')] : []), over('kubernetes.io/hostname')];
}
