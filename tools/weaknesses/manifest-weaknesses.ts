import type { Draft, Weakness } from './weakness';

/** Kubernetes objects as files have them. */
type Objects = readonly object[];

export type ManifestWeakness = Weakness<Objects>;

/** Changes each object of some kinds, one at a time. */
export function objectChange(
  policies: readonly string[],
  example: string,
  kinds: readonly string[],
  change: (object: Draft) => void,
  wanted: (object: Draft) => boolean = () => true,
): ManifestWeakness {
  return {
    policies,
    example,
    *variants(objects) {
      for (const [index, one] of objects.entries()) {
        const object = structuredClone(one) as Draft;
        if (!kinds.includes(object.kind) || !wanted(object)) continue;
        change(object);
        yield objects.with(index, object);
      }
    },
  };
}

const MAKERS = [
  ...['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'],
  ...['ReplicationController', 'Job', 'CronJob'],
];

/** Changes the pod of each object that makes pods. */
export function podChange(
  policies: readonly string[],
  example: string,
  change: (pod: Draft) => void,
): ManifestWeakness {
  return objectChange(policies, example, MAKERS, (object) => change(podOf(object)));
}

function podOf({ kind, spec }: Draft): Draft {
  if (kind === 'Pod') return spec;
  return kind === 'CronJob' ? spec.jobTemplate.spec.template.spec : spec.template.spec;
}

/** Changes each container of each pod, the ones that prepare it too. */
export function containerChange(
  policies: readonly string[],
  example: string,
  change: (container: Draft) => void,
): ManifestWeakness {
  const lists = ['containers', 'initContainers'].map((list) =>
    podChange(policies, example, (pod) => change(pod[list][0])),
  );
  return {
    policies,
    example,
    *variants(objects) {
      for (const one of lists) yield* one.variants(objects);
    },
  };
}

/** Adds one object. */
function added(policies: readonly string[], example: string, object: object): ManifestWeakness {
  return {
    policies,
    example,
    *variants(objects) {
      yield [...objects, object];
    },
  };
}

const ENFORCE = 'pod-security.kubernetes.io/enforce';
const NAMESPACE = ['Namespace'];
const SERVICE = ['Service'];
const ROLES = ['Role', 'ClusterRole'];
const BINDINGS = ['RoleBinding', 'ClusterRoleBinding'];

/** Changes the policy that denies what no other admits. */
const denial = (example: string, change: (spec: Draft) => void): ManifestWeakness =>
  objectChange(
    ['K8S-DEFAULT-DENY'],
    example,
    ['NetworkPolicy'],
    ({ spec }) => change(spec),
    ({ metadata }) => metadata.name === 'default-deny',
  );

const balancer = (example: string, blocks: readonly string[]): ManifestWeakness =>
  objectChange(['K8S-NODE-PORT'], example, SERVICE, ({ spec }) => {
    Object.assign(spec, { type: 'LoadBalancer', loadBalancerSourceRanges: blocks });
  });

const bound = (example: string, role: string, subject: object): ManifestWeakness =>
  objectChange(['K8S-CLUSTER-ADMIN'], example, BINDINGS, (object) => {
    object.roleRef.name = role;
    object.subjects.push(subject);
  });

const variable = (example: string, one: object): ManifestWeakness =>
  containerChange(['K8S-SECRET-ENV'], example, (container) => {
    container.env = [...(container.env ?? []), one];
  });

const IMAGE = 'registry.local/web';

/** What a file of Kubernetes can be wrong about. */
export const manifestWeaknesses: readonly ManifestWeakness[] = [
  objectChange(['K8S-ADMISSION'], 'a namespace of profile `privileged`', NAMESPACE, ({ metadata }) => {
    metadata.labels[ENFORCE] = 'privileged';
  }),
  objectChange(['K8S-ADMISSION'], 'a namespace of profile `baseline` at level 3', NAMESPACE, ({ metadata }) => {
    metadata.labels[ENFORCE] = 'baseline';
  }),
  objectChange(['K8S-ADMISSION'], 'a namespace that only warns', NAMESPACE, ({ metadata }) => {
    metadata.labels = { 'pod-security.kubernetes.io/warn': 'restricted' };
  }),
  added(['K8S-ADMISSION', 'K8S-DEFAULT-DENY'], 'a namespace of which nothing is said', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'new' },
  }),
  bound('`cluster-admin` for a person', 'cluster-admin', { kind: 'User', name: 'somebody' }),
  bound('`cluster-admin` for a service account', 'cluster-admin', { kind: 'ServiceAccount', name: 'web' }),
  bound('a role for whoever has no name', 'reader', { kind: 'Group', name: 'system:unauthenticated' }),
  bound('a role for whoever has any name', 'reader', { kind: 'Group', name: 'system:authenticated' }),
  bound('a role for every pod of the cluster', 'reader', { kind: 'Group', name: 'system:serviceaccounts' }),
  denial('a namespace that denies nothing on the way out', (spec) => {
    spec.policyTypes = ['Ingress'];
  }),
  denial('a denial that leaves the direction to the default', (spec) => {
    delete spec.policyTypes;
  }),
  denial('a denial for some pods only', (spec) => {
    spec.podSelector = { matchLabels: { app: 'web' } };
  }),
  denial('a denial for the pods of an expression', (spec) => {
    spec.podSelector = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  }),
  denial('a denial that admits everything', (spec) => {
    spec.ingress = [{}];
  }),
  added(['K8S-DEFAULT-DENY'], 'a second policy that admits what the first denies', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'debug', namespace: 'finance' },
    spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{}] },
  }),
  containerChange(['K8S-DIGEST'], 'an image by its tag', (container) => {
    container.image = `${IMAGE}:1.2`;
  }),
  containerChange(['K8S-DIGEST'], 'an image by tag `latest`', (container) => {
    container.image = `${IMAGE}:latest`;
  }),
  containerChange(['K8S-DIGEST'], 'a digest that is too short', (container) => {
    container.image = `${IMAGE}@sha256:${'0'.repeat(40)}`;
  }),
  containerChange(['K8S-ESCALATION'], 'a container that says nothing of more rights', (container) => {
    delete container.securityContext.allowPrivilegeEscalation;
  }),
  containerChange(['K8S-ESCALATION'], 'a container whose processes may get more rights', (container) => {
    container.securityContext.allowPrivilegeEscalation = true;
  }),
  podChange(['K8S-HOST-PATH'], 'the runtime’s socket in a pod', (pod) => {
    pod.volumes.push({ name: 'socket', hostPath: { path: '/run/containerd/containerd.sock' } });
  }),
  objectChange(
    ['K8S-HOST-PATH'],
    'a persistent volume that is a folder of its host',
    ['PersistentVolume'],
    (object) => {
      object.spec = { hostPath: { path: '/var/lib' } };
    },
  ),
  containerChange(['K8S-HOST-PORT'], 'a container on port 22 of its host', (container) => {
    container.ports = [{ containerPort: 8443, hostPort: 22 }];
  }),
  podChange(['K8S-HOST'], 'a pod on the network of its host', (pod) => {
    pod.hostNetwork = true;
  }),
  podChange(['K8S-HOST'], 'a pod that sees the processes of its host', (pod) => {
    pod.hostPID = true;
  }),
  podChange(['K8S-HOST'], 'a pod that shares the memory of its host', (pod) => {
    pod.hostIPC = true;
  }),
  objectChange(['K8S-NODE-PORT'], 'a Service on a port of every node', SERVICE, ({ spec }) => {
    spec.type = 'NodePort';
  }),
  objectChange(['K8S-NODE-PORT'], 'a Service on addresses of others', SERVICE, ({ spec }) => {
    spec.externalIPs = ['192.0.2.1'];
  }),
  balancer('a load balancer without a list of sources', []),
  balancer('a load balancer for 0.0.0.0/0', ['10.0.0.0/8', '0.0.0.0/0']),
  balancer('a load balancer for two halves of the world', ['128.0.0.0/1', '0.0.0.0/1']),
  balancer('a load balancer for ::/0', ['::/0']),
  containerChange(['K8S-PRIVILEGED'], 'a privileged container', (container) => {
    container.securityContext.privileged = true;
  }),
  containerChange(['K8S-PRIVILEGED'], 'a container with SYS_ADMIN', (container) => {
    container.securityContext.capabilities.add = ['SYS_ADMIN'];
  }),
  containerChange(['K8S-PRIVILEGED'], 'a container with all capabilities', (container) => {
    container.securityContext.capabilities = { add: ['ALL'] };
  }),
  podChange(['K8S-PRIVILEGED'], 'a pod of Windows that is a process of its host', (pod) => {
    pod.securityContext.windowsOptions = { hostProcess: true };
  }),
  objectChange(['K8S-REPLICAS'], 'one pod', ['StatefulSet'], ({ spec }) => {
    spec.replicas = 1;
  }),
  objectChange(['K8S-REPLICAS'], 'two pods that may become one', ['HorizontalPodAutoscaler'], ({ spec }) => {
    spec.minReplicas = 1;
  }),
  podChange(['K8S-ROOT'], 'a pod that does not say that it is not root', (pod) => {
    delete pod.securityContext.runAsNonRoot;
  }),
  podChange(['K8S-ROOT'], 'a pod of user 0', (pod) => {
    pod.securityContext.runAsUser = 0;
  }),
  containerChange(['K8S-ROOT'], 'a container that takes back what its pod says', (container) => {
    container.securityContext.runAsNonRoot = false;
  }),
  variable('a password in a variable', { name: 'DB_PASSWORD', value: 'correct horse' }),
  variable('an access key in a variable', { name: 'AWS_SECRET_ACCESS_KEY', value: 'correct horse' }),
  variable('a password in an address', { name: 'DATABASE_URL', value: 'postgres://app:horse@db/app' }),
  variable('a private key in a variable', { name: 'TLS', value: '-----BEGIN EC PRIVATE KEY-----\nMHc' }),
  containerChange(['K8S-SECRET-ENV'], 'a password in an argument', (container) => {
    container.args = ['--user=app', '--password=horse'];
  }),
  podChange(['K8S-TOKEN'], 'a pod that asks for a token of the cluster', (pod) => {
    pod.automountServiceAccountToken = true;
  }),
  podChange(['K8S-TOKEN'], 'a pod that leaves its token to the default', (pod) => {
    delete pod.automountServiceAccountToken;
  }),
  ...['verbs', 'resources', 'apiGroups'].map((key) =>
    objectChange(['K8S-WILDCARD'], `a role of all ${key}`, ROLES, ({ rules }) => {
      rules[0][key] = ['*'];
    }),
  ),
];
