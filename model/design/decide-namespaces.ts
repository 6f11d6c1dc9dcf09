import { kubernetesName } from '../kubernetes-name';
import { cpuText, memoryText } from '../kubernetes-quantity';
import type { MovedKeys } from '../moved-key';
import { KUBE_QUOTA } from '../problems/kubernetes-problems';
import { NAME_TAKEN } from '../problems/name-problems';
import { byKey } from '../stable-hash';
import type { Text } from '../text';
import { standingPolicies } from './decide-pod-policies';
import { ownerOf } from './decide-systems';
import { type DecidedWorkload, sizeText, sorted, systemLabels } from './decide-workloads';
import type { Decision } from './decision';
import { kubernetesLevel, type QuotaOfNamespace } from './kubernetes-levels';
import type { NamespaceDesign } from './namespace-design';
import type { PodPolicyDesign } from './pod-policy-design';

/** Name of a system's namespace. What was renamed keeps the one that it has: Kubernetes renames none. */
export function namespaceName(moved: MovedKeys, tenant: string, system: string, stage: string): string {
  return kubernetesName(...moved.original(`${tenant}/${system}`, '/', { tenants: 0 }).split('/'), stage);
}

/** The namespaces of one cluster: one for each system that has workloads in it. */
export function decideNamespaces(
  decision: Decision,
  version: string,
  workloads: readonly DecidedWorkload[],
  policies: ReadonlyMap<string, readonly PodPolicyDesign[]>,
): readonly NamespaceDesign[] {
  const bySystem = new Map<string, DecidedWorkload[]>();
  for (const one of workloads) {
    const key = `${one.tenant}/${one.systemKey}`;
    bySystem.set(key, [...(bySystem.get(key) ?? []), one]);
  }
  const taken = new Map<string, string>();
  const namespaces = Array.from(bySystem, ([key, inside]) => {
    const design = namespace(decision, version, inside, policies);
    const other = taken.get(design.name);
    const what = { en: 'the namespace', zh: '命名空间' };
    if (other === undefined) taken.set(design.name, key);
    else
      decision.report(
        NAME_TAKEN.at(design.place, {
          what,
          name: design.name,
          other: { en: `that of ${other}`, zh: ` ${other} 的命名空间` },
        }),
      );
    return design;
  });
  return namespaces.sort((a, b) => byKey(a.name, b.name));
}

function namespace(
  decision: Decision,
  version: string,
  inside: readonly DecidedWorkload[],
  policies: ReadonlyMap<string, readonly PodPolicyDesign[]>,
): NamespaceDesign {
  const { tenant, systemKey, system, design: first, written } = inside[0] as DecidedWorkload;
  const { values } = decision;
  const department = values.tenants[tenant];
  const place = decision.place('tenants', tenant, 'systems', systemKey, 'kubernetes');
  const level = kubernetesLevel(system.mlps);
  const { container } = level;
  const name = first.namespace;
  return {
    name,
    tenant,
    system: `${tenant}/${systemKey}`,
    stage: system.stage,
    mlps: system.mlps,
    labels: sorted({
      'app.kubernetes.io/managed-by': 'egov',
      ...systemLabels(decision, tenant, systemKey, system, written.plane),
      ...podSecurity(level.podSecurity.enforce, level.podSecurity.warn, version),
    }),
    annotations: {
      'egov/contact': department?.contact ?? values.contacts.security,
      'egov/department': department?.name ?? tenant,
      'egov/owner': ownerOf(tenant, department),
      'egov/system': system.name,
    },
    quota: quotaOf(decision, name, inside, place),
    limits: {
      defaultRequest: sizeText(container.requests),
      default: sizeText(container.limits),
      max: sizeText(container.most),
    },
    policies: [...standingPolicies(place), ...(policies.get(`${written.plane}/${name}`) ?? [])],
    group: values.kubernetes?.groups[tenant] ?? `egov:${tenant}`,
    pullSecret: first.pullSecret,
    place,
  };
}

export function podSecurity(enforce: string, warn: string, version: string): Record<string, string> {
  const modes = [
    ['audit', warn],
    ['enforce', enforce],
    ['warn', warn],
  ] as const;
  return Object.fromEntries(
    modes.flatMap(([mode, profile]) => [
      [`pod-security.kubernetes.io/${mode}`, profile],
      [`pod-security.kubernetes.io/${mode}-version`, `v${version}`],
    ]),
  );
}

/** Limits of pods may be twice what they request. */
const OVERCOMMIT = 2;

function quotaOf(
  decision: Decision,
  namespace: string,
  inside: readonly DecidedWorkload[],
  place: string,
): Readonly<Record<string, string>> {
  const { system } = inside[0] as DecidedWorkload;
  const quota: QuotaOfNamespace = { ...kubernetesLevel(system.mlps).quota, ...given(system.kubernetes?.quota) };
  const [cpu, memory] = [quota.cpu * 1000, quota.memoryGiB * 1024];
  /** All pods, and the one more of a rollout. */
  const sum = (of: (one: DecidedWorkload) => number) =>
    inside.reduce((total, one) => total + (one.design.replicas.most + 1) * of(one), 0);
  const compare = (what: Text, limit: number, wanted: number, words: (value: number) => string): void => {
    if (wanted > limit)
      decision.report(KUBE_QUOTA.at(place, { namespace, what, quota: words(limit), sum: words(wanted) }));
  };
  compare(
    { en: 'of CPU requests', zh: 'CPU 请求' },
    cpu,
    sum(({ requests }) => requests.cpu),
    cpuText,
  );
  compare(
    { en: 'of memory requests', zh: '内存请求' },
    memory,
    sum(({ requests }) => requests.memory),
    memoryText,
  );
  compare(
    { en: 'of CPU limits', zh: 'CPU 限额' },
    OVERCOMMIT * cpu,
    sum(({ limits }) => limits.cpu),
    cpuText,
  );
  compare(
    { en: 'of memory limits', zh: '内存限额' },
    OVERCOMMIT * memory,
    sum(({ limits }) => limits.memory),
    memoryText,
  );
  compare(
    { en: 'pods', zh: ' Pod' },
    quota.pods,
    sum(() => 1),
    String,
  );
  return {
    'limits.cpu': cpuText(OVERCOMMIT * cpu),
    'limits.memory': memoryText(OVERCOMMIT * memory),
    pods: `${quota.pods}`,
    'requests.cpu': cpuText(cpu),
    'requests.memory': memoryText(memory),
    'requests.storage': `${quota.storageGiB}Gi`,
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  };
}

function given(quota: object | undefined): Partial<QuotaOfNamespace> {
  return Object.fromEntries(Object.entries(quota ?? {}).filter(([, value]) => value !== undefined));
}
