import type { PodEndIntent, PodFlowIntent, PodIntent } from '../pod-intent';
import { byKey, sortedEntries } from '../stable-hash';
import type { PlatformServicesDesign } from './cluster-design';
import type { ClusterPlace } from './decide-cluster-places';
import { INGRESS, type Reachable } from './decide-pod-policies';
import type { DecidedWorkload } from './decide-workloads';
import type { Decision } from './decision';
import type { NamespaceDesign } from './namespace-design';

type Ports = PodFlowIntent['ports'];

interface ClusterInside {
  readonly place: ClusterPlace;
  readonly workloads: readonly DecidedWorkload[];
  readonly namespaces: readonly NamespaceDesign[];
  readonly services: PlatformServicesDesign;
}

/**
 * What may pass in a cluster, from what was declared and not from the policies that follow of it: so the proof finds
 * an error of either.
 */
export function decidePodIntent(decision: Decision, inside: ClusterInside, reachable: Reachable): PodIntent {
  const { place, workloads, namespaces } = inside;
  const flows = [
    ...standing(inside),
    ...workloads.flatMap((one) => [
      ...reaches(decision, one, reachable),
      ...entry(one),
      ...(one.written.role === 'front-end' ? exchange(decision, one, reachable) : []),
    ]),
  ];
  return {
    cluster: place.stack,
    tenants: Object.fromEntries(namespaces.map(({ name, tenant }) => [name, tenant])),
    flows: flows.sort((a, b) => byKey(a.id, b.id)),
  };
}

/** What every cluster has: the DNS, services of one system, the platform's own. */
function standing({ place: cluster, namespaces, services }: ClusterInside): PodFlowIntent[] {
  const { place, written } = cluster;
  const flow = (id: string, from: PodEndIntent, to: PodEndIntent, ports: Ports): PodFlowIntent => ({
    id,
    from,
    to,
    ports,
    asked: false,
    place,
  });
  const everywhere = { labels: {} };
  const [api, nodes] = [written.api, written.nodes].map((blocks) => ({ blocks: blocks.map(String) }));
  const dns = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };
  const service = { 'app.kubernetes.io/component': 'service' };
  return [
    flow('dns', everywhere, dns, [...ports(53), ...ports(53, 'UDP')]),
    // Nothing of ours is about pods of the cluster's own namespace: what they may send is its maker's matter.
    flow('kube-system', { namespace: 'kube-system', labels: {} }, { blocks: EVERYWHERE }, []),
    flow('kube-system peers', { namespace: 'kube-system', labels: {} }, { namespace: 'kube-system', labels: {} }, []),
    flow('to kube-system', { blocks: EVERYWHERE }, { namespace: 'kube-system', labels: {} }, []),
    ...namespaces.map(({ name }) => {
      const own = { namespace: name, labels: service };
      return flow(`services of ${name}`, own, own, []);
    }),
    ...services.namespaces.flatMap(({ name, role }) => {
      const own = { namespace: name, labels: {} };
      return [
        flow(`${name} to the API server`, own, api as PodEndIntent, ports(6443)),
        flow(
          `the API server to ${name}`,
          api as PodEndIntent,
          own,
          [443, 8443, 10250].flatMap((port) => ports(port)),
        ),
        ...(role === 'metrics' ? [flow(`${name} to nodes`, own, nodes as PodEndIntent, ports(10250))] : []),
      ];
    }),
  ];
}

const EVERYWHERE = ['0.0.0.0/0', '::/0'];

function* reaches(decision: Decision, one: DecidedWorkload, reachable: Reachable): Generator<PodFlowIntent> {
  const { design, tenant, systemKey, written } = one;
  for (const [key, reach] of sortedEntries(written.reaches)) {
    const to = endOf(reach.to, tenant, systemKey, reachable);
    if (to === undefined) continue;
    const at = ['tenants', tenant, 'systems', systemKey, 'kubernetes', 'workloads', design.name, 'reaches', key];
    const wanted = ports(reach.port ?? to.port);
    yield {
      id: `${design.key}/${key}`,
      from: pods(one),
      to: to.end,
      ports: wanted,
      asked: true,
      place: decision.place(...at),
    };
  }
}

function* entry(one: DecidedWorkload): Generator<PodFlowIntent> {
  const { design } = one;
  if (design.entry === undefined) return;
  const from = { namespace: INGRESS, labels: {} };
  yield { id: `${design.key}/entry`, from, to: pods(one), ports: ports(design.port), asked: true, place: design.place };
}

/** A front end and the centre of the exchange, both ways. */
function* exchange(decision: Decision, one: DecidedWorkload, reachable: Reachable): Generator<PodFlowIntent> {
  const { design, tenant, systemKey } = one;
  const { exchange: declared } = decision.values.kubernetes ?? {};
  const centre = declared && endOf(declared.centre, tenant, systemKey, reachable);
  if (declared === undefined || centre === undefined) return;
  const place = decision.place('kubernetes', 'exchange', 'centre');
  const both = { asked: true, place };
  yield { id: `${design.key}/to-centre`, from: pods(one), to: centre.end, ports: ports(declared.port), ...both };
  yield { id: `${design.key}/from-centre`, from: centre.end, to: pods(one), ports: ports(design.port), ...both };
}

function endOf(
  to: string,
  tenant: string,
  system: string,
  { workloads, tiers, networks }: Reachable,
): { readonly end: PodEndIntent; readonly port: number } | undefined {
  const parts = to.split('/');
  const key = [...[tenant, system].slice(0, 3 - parts.length), ...parts].join('/');
  const workload = workloads.get(key);
  if (workload !== undefined) return { end: pods(workload), port: workload.design.port };
  const network = tiers.has(key) ? networks.get(key) : undefined;
  return network && { end: { blocks: network.design.subnets.map(({ cidr }) => cidr), tier: key }, port: 0 };
}

function pods({ design }: DecidedWorkload): PodEndIntent {
  return { namespace: design.namespace, labels: design.selector };
}

function ports(at: number, protocol: 'TCP' | 'UDP' = 'TCP'): Ports {
  return [{ protocol, from: at, to: at }];
}
