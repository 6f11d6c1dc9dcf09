import { kubernetesName } from '../kubernetes-name';
import { FLOW_GRANT } from '../problems/flow-problems';
import { KUBE_EXCHANGE, KUBE_REACH } from '../problems/kubernetes-problems';
import { REFERENCE_UNKNOWN } from '../problems/name-problems';
import { byKey, sortedEntries } from '../stable-hash';
import type { Text } from '../text';
import type { DecidedNetwork } from './decide-networks';
import type { DecidedTier } from './decide-tiers';
import type { DecidedWorkload } from './decide-workloads';
import type { Decision } from './decision';
import type { PodPeerDesign, PodPolicyDesign, PodRuleDesign } from './pod-policy-design';

/** Where a workload may reach to: another workload, or the servers of a tier. */
export interface Reachable {
  readonly workloads: ReadonlyMap<string, DecidedWorkload>;
  readonly tiers: ReadonlyMap<string, DecidedTier>;
  readonly networks: ReadonlyMap<string, DecidedNetwork>;
}

/** Namespace in which the ingress controllers of a plane run. */
export const INGRESS = 'egov-ingress';

/** Policies of every namespace that has workloads, by its plane and name: what is declared, and nothing else. */
export function decidePodPolicies(decision: Decision, reachable: Reachable): ReadonlyMap<string, PodPolicyDesign[]> {
  const policies = new Map<string, PodPolicyDesign[]>();
  const add = ({ design, written }: DecidedWorkload, policy: PodPolicyDesign): void => {
    const key = `${written.plane}/${design.namespace}`;
    policies.set(key, [...(policies.get(key) ?? []), policy]);
  };
  for (const one of reachable.workloads.values()) {
    const { design, written } = one;
    if (design.entry !== undefined) add(one, entryPolicy(one));
    if (written.role === 'front-end') for (const policy of centrePolicies(decision, one, reachable)) add(one, policy);
    for (const [key, reach] of sortedEntries(written.reaches)) {
      const target = targetOf(decision, one, key, reach, reachable);
      if (target === undefined) continue;
      const port = reach.port ?? target.port;
      add(
        one,
        edge(`${design.name}-to-${key}`, one, { egress: [rule(target.peers, port)] }, reach.purpose, target.place),
      );
      if (target.workload !== undefined) {
        const name = kubernetesName(target.workload.design.name, 'from', design.key);
        const from = podsIn(design.namespace, design.selector);
        add(
          target.workload,
          edge(name, target.workload, { ingress: [rule([from], port)] }, reach.purpose, target.place),
        );
      }
    }
  }
  for (const list of policies.values()) list.sort((a, b) => byKey(a.name, b.name));
  return policies;
}

/** What every namespace of a department has: nothing passes but the DNS, and its own services among each other. */
export function standingPolicies(place: string): readonly PodPolicyDesign[] {
  const services = { 'app.kubernetes.io/component': 'service' };
  return [
    { name: 'default-deny-all', pods: {}, ingress: [], egress: [], place },
    { name: 'allow-dns', pods: {}, egress: [dns()], purpose: 'DNS', place },
    {
      name: 'allow-same-app',
      pods: services,
      ingress: [{ peers: [{ pods: services }], ports: [] }],
      egress: [{ peers: [{ pods: services }], ports: [] }],
      purpose: 'services of one system',
      place,
    },
  ];
}

export function dns(): PodRuleDesign {
  const peers = [podsIn('kube-system', { 'k8s-app': 'kube-dns' })];
  return {
    peers,
    ports: [
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ],
  };
}

/** The API server gives every namespace its name as a label. */
function podsIn(namespace: string, pods: Readonly<Record<string, string>>): PodPeerDesign {
  return { namespaces: { 'kubernetes.io/metadata.name': namespace }, pods };
}

export function rule(peers: readonly PodPeerDesign[], ...ports: readonly number[]): PodRuleDesign {
  return { peers, ports: ports.map((port) => ({ protocol: 'TCP', port })) };
}

function edge(
  name: string,
  { design }: DecidedWorkload,
  rules: Pick<PodPolicyDesign, 'ingress' | 'egress'>,
  purpose: string,
  place: string,
): PodPolicyDesign {
  return { name: kubernetesName(name), pods: design.selector, ...rules, purpose, place };
}

function entryPolicy(one: DecidedWorkload): PodPolicyDesign {
  const { design } = one;
  const ingress = [rule([podsIn(INGRESS, {})], design.port)];
  return edge(`${design.name}-entry`, one, { ingress }, `users of ${design.entry?.host}`, design.place);
}

/** A front end talks to the centre of the exchange, which collects from it and delivers to it. */
function centrePolicies(decision: Decision, one: DecidedWorkload, reachable: Reachable): PodPolicyDesign[] {
  const { design } = one;
  const exchange = decision.values.kubernetes?.exchange;
  if (exchange === undefined) {
    decision.report(KUBE_EXCHANGE.at(design.place, { workload: design.key }));
    return [];
  }
  const place = decision.place('kubernetes', 'exchange', 'centre');
  const end = endOf(exchange.centre, one, reachable);
  if (end === undefined) {
    unknown(decision, exchange.centre, place, reachable);
    return [];
  }
  if (end.plane !== one.written.plane) {
    decision.report(refused(design.key, exchange.centre, OTHER_PLANE, THROUGH_GAP, design.place));
    return [];
  }
  const both = { egress: [rule(end.peers, exchange.port)], ingress: [rule(end.peers, design.port)] };
  const own = edge(`${design.name}-centre`, one, both, 'data exchange', place);
  return [own];
}

interface Target {
  readonly peers: readonly PodPeerDesign[];
  readonly port: number;
  readonly plane: string;
  readonly tenant: string;
  readonly stage: string;
  readonly frontEnd: boolean;
  readonly workload?: DecidedWorkload;
  readonly place: string;
}

/** `app`, `budget/app` or `finance/budget/app`, from where it is written. */
function endOf(
  to: string,
  { tenant, systemKey }: DecidedWorkload,
  { workloads, tiers, networks }: Reachable,
): Omit<Target, 'place'> | undefined {
  const parts = to.split('/');
  const key = [...[tenant, systemKey].slice(0, 3 - parts.length), ...parts].join('/');
  const workload = workloads.get(key);
  if (workload !== undefined) {
    const { design, written, system } = workload;
    return {
      peers: [podsIn(design.namespace, design.selector)],
      port: design.port,
      plane: written.plane,
      tenant: workload.tenant,
      stage: system.stage,
      frontEnd: design.role === 'front-end',
      workload,
    };
  }
  const [tier, network] = [tiers.get(key), networks.get(key)];
  if (tier === undefined || network === undefined) return undefined;
  const peers = network.design.subnets.map(({ cidr }) => ({ block: cidr }));
  const { tenant: owner, system, zone } = tier;
  return { peers, port: 0, plane: zone.plane.key, tenant: owner, stage: system.stage, frontEnd: false };
}

const OTHER_PLANE = { en: 'it is in another plane', zh: '位于另一平面' };
const THROUGH_GAP = {
  en: 'exchange over a channel of gap.yaml, between tiers',
  zh: '经 gap.yaml 中的通道在层之间交换',
};

function targetOf(
  decision: Decision,
  one: DecidedWorkload,
  key: string,
  reach: DecidedWorkload['written']['reaches'][string],
  reachable: Reachable,
): Target | undefined {
  const { design, tenant, systemKey } = one;
  const at = ['tenants', tenant, 'systems', systemKey, 'kubernetes', 'workloads', design.name, 'reaches', key];
  const place = decision.place(...at);
  const end = endOf(reach.to, one, reachable);
  if (end === undefined) {
    unknown(decision, reach.to, place, reachable);
    return undefined;
  }
  const no = (reason: Text, fix: Text): undefined => {
    decision.report(refused(design.key, reach.to, reason, fix, place));
    return undefined;
  };
  if (end.plane !== one.written.plane) return no(OTHER_PLANE, THROUGH_GAP);
  if (one.written.role === 'front-end')
    return no(
      { en: 'a front end talks to the centre only', zh: '前置机只与交换中心通信' },
      { en: 'let a service of the department reach the front end', zh: '由部门的服务访问前置机' },
    );
  if (end.frontEnd && end.tenant !== tenant)
    return no(
      { en: 'it is the front end of another department', zh: '为其他部门的前置机' },
      { en: 'reach the own front end', zh: '访问本部门前置机' },
    );
  if ((end.stage === 'prod') !== (one.system.stage === 'prod'))
    return no(
      { en: 'one is in production, the other is not', zh: '一方为生产环境，另一方不是' },
      { en: 'reach a system of the same stage', zh: '访问同阶段的系统' },
    );
  if (end.port === 0 && reach.port === undefined)
    return no(
      { en: 'a tier names no port', zh: '层没有端口' },
      { en: 'add `port:`, such as 5432', zh: '增加 `port:`，例如 5432' },
    );
  if (end.tenant !== tenant && reach.grant === undefined) {
    decision.report(FLOW_GRANT.at(place, { from: design.key, to: reach.to, owner: end.tenant }));
    return undefined;
  }
  return { ...end, place };
}

function refused(from: string, to: string, reason: Text, fix: Text, place: string) {
  return KUBE_REACH.at(place, { from, to, reason, fix });
}

function unknown(decision: Decision, name: string, place: string, { workloads, tiers }: Reachable): void {
  const what = { en: 'workload or tier', zh: '工作负载或层' };
  const known = [...workloads.keys(), ...tiers.keys()];
  decision.report(REFERENCE_UNKNOWN.at(place, { what, name, known }));
}
