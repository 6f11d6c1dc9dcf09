import {
  ExchangeFrontEnd,
  PlatformServices,
  SupervisionReader,
  SystemWorkload,
  TenantNamespace,
} from '../../../../constructs/kubernetes/index';
import type { ClusterDesign } from '../../../../model/design/cluster-design';
import { designEnvironment } from '../../../../model/design/design-environment';
import { environment, merged } from '../../../support/environment-builder';
import { image, onKubernetes } from '../../../support/kubernetes-fixture';
import { pulumiObjects } from '../../../support/pulumi-objects';

function cluster(difference: unknown = {}): ClusterDesign {
  return designEnvironment(environment(merged(onKubernetes, difference) as object)).clusters?.[0] as ClusterDesign;
}
const workload = (name: string, difference: unknown = {}) =>
  cluster(difference).workloads.find((one) => one.name === name) as ClusterDesign['workloads'][number];
const spec = (objects: ReadonlyMap<string, Record<string, unknown>>, key: string) => objects.get(key)?.['spec'];

test('a namespace comes with its quota, limits, account, binding and policies', async () => {
  const [design] = cluster().namespaces as [ClusterDesign['namespaces'][number]];
  const objects = await pulumiObjects(() => new TenantNamespace('finance', design));
  const ns = 'finance-budget-prod';
  expect([...objects.keys()].sort()).toEqual([
    `core/v1:LimitRange ${ns}/limits`,
    `core/v1:Namespace ${ns}`,
    `core/v1:ResourceQuota ${ns}/quota`,
    `core/v1:ServiceAccount ${ns}/workload`,
    `networking.k8s.io/v1:NetworkPolicy ${ns}/allow-dns`,
    `networking.k8s.io/v1:NetworkPolicy ${ns}/allow-same-app`,
    `networking.k8s.io/v1:NetworkPolicy ${ns}/default-deny-all`,
    `networking.k8s.io/v1:NetworkPolicy ${ns}/desk-entry`,
    `networking.k8s.io/v1:NetworkPolicy ${ns}/desk-to-db`,
    `rbac.authorization.k8s.io/v1:RoleBinding ${ns}/developers`,
  ]);
  expect(spec(objects, `networking.k8s.io/v1:NetworkPolicy ${ns}/default-deny-all`)).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(objects.get(`core/v1:ServiceAccount ${ns}/workload`)).toMatchObject({
    automountServiceAccountToken: false,
    imagePullSecrets: [{ name: 'registry-pull' }],
  });
  expect(objects.get(`rbac.authorization.k8s.io/v1:RoleBinding ${ns}/developers`)).toMatchObject({
    roleRef: { kind: 'ClusterRole', name: 'egov:developer' },
    subjects: [{ kind: 'Group', name: 'egov:finance' }],
  });
});

test('a workload with an entry has a Deployment, a Service, a budget of disruptions, an autoscaler and an Ingress', async () => {
  const objects = await pulumiObjects(() => new SystemWorkload('desk', workload('desk')));
  const id = 'finance-budget-prod/desk';
  expect([...objects.keys()].sort()).toEqual([
    `apps/v1:Deployment ${id}`,
    `autoscaling/v2:HorizontalPodAutoscaler ${id}`,
    `core/v1:Service ${id}`,
    `networking.k8s.io/v1:Ingress ${id}`,
    `policy/v1:PodDisruptionBudget ${id}`,
  ]);
  expect(spec(objects, `networking.k8s.io/v1:Ingress ${id}`)).toMatchObject({
    ingressClassName: 'extranet',
    tls: [{ hosts: ['desk.suizhou.gov.example'], secretName: 'desk-2026' }],
  });
  expect(spec(objects, `autoscaling/v2:HorizontalPodAutoscaler ${id}`)).toMatchObject({
    minReplicas: 2,
    maxReplicas: 6,
  });
  expect(spec(objects, `policy/v1:PodDisruptionBudget ${id}`)).toMatchObject({ minAvailable: 1 });
});

test('how many pods a Deployment has is left to its autoscaler', async () => {
  const objects = await pulumiObjects(() => new SystemWorkload('desk', workload('desk')));
  expect(spec(objects, 'apps/v1:Deployment finance-budget-prod/desk')).not.toHaveProperty('replicas');
});

test('pods run as nobody in particular, without token, from a digest, on nodes of their pool', async () => {
  const objects = await pulumiObjects(() => new SystemWorkload('desk', workload('desk')));
  expect(spec(objects, 'apps/v1:Deployment finance-budget-prod/desk')).toMatchObject({
    template: {
      spec: {
        automountServiceAccountToken: false,
        nodeSelector: { 'egov/pool': 'business', 'kubernetes.io/arch': 'arm64' },
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        topologySpreadConstraints: [{ topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'DoNotSchedule' }],
        containers: [
          {
            image: image('finance/desk'),
            resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { cpu: '1', memory: '512Mi' } },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
          },
        ],
      },
    },
  });
});

test('pods are spread over zones where there are several', async () => {
  const zones = { kubernetes: { clusters: { extranet: { zones: ['az1', 'az2'] } } } };
  const objects = await pulumiObjects(() => new SystemWorkload('jobs', workload('jobs', zones)));
  expect(spec(objects, 'apps/v1:Deployment finance-budget-prod/jobs')).toMatchObject({
    template: {
      spec: {
        topologySpreadConstraints: [
          { topologyKey: 'topology.kubernetes.io/zone' },
          { topologyKey: 'kubernetes.io/hostname' },
        ],
      },
    },
  });
});

test('a front end has no Ingress', async () => {
  const objects = await pulumiObjects(() => new ExchangeFrontEnd('desk', workload('desk')));
  expect([...objects.keys()].filter((key) => key.includes('Ingress'))).toEqual([]);
  expect(objects.size).toBe(4);
});

test('supervision reads, and no rule of it names secrets or a verb that writes', async () => {
  const objects = await pulumiObjects(() => new SupervisionReader('supervision', { group: 'province' }));
  const rules = objects.get('rbac.authorization.k8s.io/v1:ClusterRole egov:supervision')?.['rules'] as {
    resources: string[];
    verbs: string[];
  }[];
  expect(new Set(rules.flatMap(({ verbs }) => verbs))).toEqual(new Set(['get', 'list', 'watch']));
  expect(rules.flatMap(({ resources }) => resources)).not.toContain('secrets');
  expect(objects.get('rbac.authorization.k8s.io/v1:ClusterRoleBinding egov:supervision')).toMatchObject({
    subjects: [{ kind: 'Group', name: 'province' }],
  });
});

test('charts of the platform are named with their versions, and load balancers of the plane reach the ingress', async () => {
  const chart = { chart: 'oci://registry.suizhou.gov.example/charts/ingress-nginx', version: '4.11.3' };
  const { services } = cluster({ kubernetes: { charts: { ingress: chart } } });
  const inputs = { dnsZone: 'suizhou.gov.example', entrances: ['10.16.8.0/26'] };
  const objects = await pulumiObjects(() => new PlatformServices('platform', { services, inputs }));
  expect(objects.get('core/v1:ConfigMap kube-system/egov-charts')).toMatchObject({
    data: { ingress: JSON.stringify({ namespace: 'egov-ingress', ...chart }) },
  });
  expect(spec(objects, 'networking.k8s.io/v1:NetworkPolicy egov-ingress/from-entrances')).toMatchObject({
    ingress: [{ from: [{ ipBlock: { cidr: '10.16.8.0/26' } }] }],
    policyTypes: ['Ingress'],
  });
});
