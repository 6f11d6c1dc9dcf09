import { deployment, object } from './pods';

const OWN = 'finance';
const template = (
  deployment({ ports: [{ containerPort: 8443 }], env: [{ name: 'TZ', value: 'Asia/Shanghai' }] }) as Draft
).spec.template;
const pod = {
  ...template.spec,
  initContainers: [
    { ...template.spec.containers[0], name: 'prepare', command: ['/bin/migrate'], args: ['--dry-run=false'] },
  ],
  volumes: [
    { name: 'scratch', emptyDir: {} },
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
  ],
};

// biome-ignore lint/suspicious/noExplicitAny: objects as a file has them.
type Draft = any;

const maker = (apiVersion: string, kind: string, spec: object) =>
  object(kind, kind.toLowerCase(), { apiVersion, spec }, OWN);
const denied = (name: string, spec: object) =>
  object('NetworkPolicy', name, { apiVersion: 'networking.k8s.io/v1', spec }, OWN);
const RBAC = 'rbac.authorization.k8s.io/v1';
const read = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list'] };
const one = { replicas: 2, template: { spec: pod } };

/** One namespace with something of every kind that policies look at, in which they find nothing at level 3. */
export const referenceManifests: readonly object[] = [
  object('Namespace', OWN, { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } } }),
  denied('default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  denied('web', {
    podSelector: { matchLabels: { app: 'web' } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [{ podSelector: { matchLabels: { app: 'entry' } } }], ports: [{ protocol: 'TCP', port: 8443 }] }],
  }),
  object('ServiceAccount', 'web', { automountServiceAccountToken: false }, OWN),
  maker('v1', 'Pod', pod),
  maker('apps/v1', 'Deployment', one),
  maker('apps/v1', 'StatefulSet', one),
  maker('apps/v1', 'DaemonSet', { template: { spec: pod } }),
  maker('apps/v1', 'ReplicaSet', one),
  maker('v1', 'ReplicationController', one),
  maker('batch/v1', 'Job', { template: { spec: pod } }),
  maker('batch/v1', 'CronJob', { schedule: '0 3 * * *', jobTemplate: { spec: { template: { spec: pod } } } }),
  object('Service', 'web', { spec: { ports: [{ port: 443, targetPort: 8443 }] } }, OWN),
  object('Service', 'entry', { spec: { type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] } }, OWN),
  object('PersistentVolume', 'data', { spec: { csi: { driver: 'cinder.csi.openstack.org', volumeHandle: 'v' } } }),
  object('Role', 'reader', { apiVersion: RBAC, rules: [read] }, OWN),
  object('ClusterRole', 'reader', {
    apiVersion: RBAC,
    rules: [read, { nonResourceURLs: ['/healthz'], verbs: ['get'] }],
  }),
  object(
    'RoleBinding',
    'reader',
    {
      apiVersion: RBAC,
      roleRef: { kind: 'Role', name: 'reader' },
      subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: OWN }],
    },
    OWN,
  ),
  object('ClusterRoleBinding', 'reader', {
    apiVersion: RBAC,
    roleRef: { kind: 'ClusterRole', name: 'reader' },
    subjects: [{ kind: 'User', name: 'operator' }],
  }),
  object(
    'HorizontalPodAutoscaler',
    'web',
    {
      apiVersion: 'autoscaling/v2',
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'deployment' }, minReplicas: 2, maxReplicas: 6 },
    },
    OWN,
  ),
];
