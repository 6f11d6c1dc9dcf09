import {
  containerChange,
  type ManifestWeakness,
  objectChange,
  podChange,
} from '../../../tools/weaknesses/manifest-weaknesses';

/** Changes of Kubernetes objects that make nothing weaker: what is said otherwise, or near to what would. */
export const harmlessManifests: readonly ManifestWeakness[] = [
  objectChange([], 'further labels of a namespace', ['Namespace'], ({ metadata }) => {
    metadata.labels['pod-security.kubernetes.io/warn'] = 'restricted';
  }),
  objectChange([], 'a selector of everything, written out', ['NetworkPolicy'], ({ spec }) => {
    if (Object.keys(spec.podSelector).length === 0) spec.podSelector = { matchLabels: {}, matchExpressions: [] };
  }),
  objectChange([], 'no rules, written out', ['NetworkPolicy'], ({ spec }) => {
    spec.egress = [];
  }),
  objectChange([], 'a port of a policy that its callers have', ['NetworkPolicy'], ({ spec }) => {
    spec.ingress?.[0].ports.push({ protocol: 'TCP', port: 9443 });
  }),
  objectChange([], 'Kubernetes’ default, written out: a Service of the cluster', ['Service'], ({ spec }) => {
    spec.type ??= 'ClusterIP';
  }),
  objectChange([], 'a load balancer for half of a private block twice', ['Service'], ({ spec }) => {
    spec.loadBalancerSourceRanges = ['10.0.0.0/9', '10.128.0.0/9', '10.0.0.0/8'];
  }),
  objectChange([], 'a role with one verb more', ['Role', 'ClusterRole'], ({ rules }) => {
    rules[0].verbs.push('watch');
  }),
  objectChange([], 'a role of a person more', ['RoleBinding', 'ClusterRoleBinding'], ({ subjects }) => {
    subjects.push({ kind: 'Group', name: 'system:serviceaccounts:finance' });
  }),
  objectChange([], 'more pods', ['Deployment', 'StatefulSet', 'ReplicaSet'], ({ spec }) => {
    spec.replicas = 5;
  }),
  objectChange([], 'a number of pods that is left to what scales them', ['Deployment'], ({ spec }) => {
    delete spec.replicas;
  }),
  podChange([], 'Kubernetes’ defaults, written out: nothing of the host', (pod) => {
    Object.assign(pod, { hostNetwork: false, hostPID: false, hostIPC: false });
  }),
  podChange([], 'a user that is not 0', (pod) => {
    pod.securityContext.runAsUser = 10001;
  }),
  podChange([], 'a volume of a Secret', (pod) => {
    pod.volumes.push({ name: 'tls', secret: { secretName: 'tls' } });
  }),
  podChange([], 'a token that its service account keeps away', (pod) => {
    delete pod.automountServiceAccountToken;
    pod.serviceAccountName = 'web';
  }),
  containerChange([], 'not privileged, written out', (container) => {
    container.securityContext.privileged = false;
  }),
  containerChange([], 'a capability that the profile `baseline` lets through', (container) => {
    container.securityContext.capabilities.add = ['NET_BIND_SERVICE'];
  }),
  containerChange([], 'an image by tag and digest', (container) => {
    container.image = container.image.replace('@', ':1.2@');
  }),
  containerChange([], 'a port of a container that is none of its host', (container) => {
    container.ports = [{ containerPort: 22, hostPort: 0 }];
  }),
  containerChange([], 'a password that comes from a Secret', (container) => {
    container.env = [
      { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } },
      { name: 'PGPASSWORD', value: '$(DB_PASSWORD)' },
      { name: 'DATABASE_URL', value: 'postgres://app:$(DB_PASSWORD)@db:5432/app' },
    ];
    container.args = ['--password=$(DB_PASSWORD)', '--password-file=/run/secrets/db'];
  }),
  containerChange([], 'a file in which a password is', (container) => {
    container.env = [{ name: 'DB_PASSWORD_FILE', value: '/run/secrets/db' }];
  }),
];
