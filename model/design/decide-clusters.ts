import { MovedKeys } from '../moved-key';
import { ENTRY_HOST } from '../problems/entry-problems';
import { KUBE_POOL } from '../problems/kubernetes-problems';
import { NAME_TAKEN } from '../problems/name-problems';
import { tagList } from '../tags';
import { checkClusterBlocks } from './check-cluster-blocks';
import type { ClusterDesign, MagnumDesign } from './cluster-design';
import { type ClusterPlace, decideClusterPlaces, type WrittenKubernetes } from './decide-cluster-places';
import { checkAdministrators, decideGuardrails } from './decide-guardrails';
import { decideNamespaces, namespaceName } from './decide-namespaces';
import type { DecidedNetwork } from './decide-networks';
import { decidePlatformServices } from './decide-platform-services';
import { decidePodIntent } from './decide-pod-intent';
import { decidePodPolicies } from './decide-pod-policies';
import { type DecidedTier, planeTags, type Surroundings } from './decide-tiers';
import { type DecidedWorkload, decideWorkloads } from './decide-workloads';
import { zoneOfKind } from './decide-zones';
import type { Decision } from './decision';
import { kubernetesLevel } from './kubernetes-levels';
import { PLATFORM, platformName, projectKey } from './names';

/** The Kubernetes clusters of a cloud, sorted by plane; none where it describes none. */
export function decideClusters(
  decision: Decision,
  around: Surroundings,
  tiers: ReadonlyMap<string, DecidedTier>,
  networks: ReadonlyMap<string, DecidedNetwork>,
): readonly ClusterDesign[] {
  const places = decideClusterPlaces(decision, around.planes);
  checkClusterBlocks(decision, around.planes, places);
  const moved = new MovedKeys(decision.values.moved, [...around.planes.keys()]);
  const workloads = decideWorkloads(decision, places, (tenant, system, stage) =>
    namespaceName(moved, tenant, system, stage),
  );
  const { kubernetes } = decision.values;
  if (kubernetes === undefined) return [];
  checkAdministrators(decision, kubernetes);
  checkGroups(decision, kubernetes);
  checkHosts(decision, [...workloads.values()], tiers);
  const reachable = { workloads, tiers, networks };
  const policies = decidePodPolicies(decision, reachable);
  return Array.from(places, ([key, place]) => {
    const inside = [...workloads.values()].filter((one) => one.written.plane === key);
    const services = decidePlatformServices(decision, kubernetes, place);
    const exempt = services.namespaces.map(({ name }) => name);
    const { written, plane } = place;
    const { environment } = decision;
    const magnum = magnumOf(decision, around, place);
    const namespaces = decideNamespaces(decision, written.version, inside, policies);
    const group = kubernetes.supervision ?? (decision.values.supervision && 'egov:supervision');
    return {
      key,
      stack: place.stack,
      context: written.context ?? place.stack,
      identity: { environment: environment.id, plane: key },
      source: written.source,
      version: written.version,
      mlps: place.mlps,
      zones: place.zones,
      api: written.api.map(String),
      nodes: written.nodes.map(String),
      pods: written.pods.map(String),
      nodePools: place.pools,
      ...(magnum && { magnum }),
      guardrails: decideGuardrails(decision, kubernetes, place, exempt),
      namespaces,
      workloads: inside.map(({ design }) => design),
      services,
      ...(group !== undefined && { supervision: { group } }),
      intent: decidePodIntent(decision, { place, workloads: inside, namespaces, services }, reachable),
      tags: tagList({ ...planeTags(decision, plane), mlps: place.mlps }),
      place: place.place,
    };
  });
}

/** Its masters run on the hosts of its first node pool. */
function magnumOf(decision: Decision, { zones }: Surroundings, place: ClusterPlace): MagnumDesign | undefined {
  const { plane, written, mlps, pools } = place;
  const { magnum } = written;
  const edge = zoneOfKind(zones, plane.key, 'E-EDGE', 'I-EDGE');
  if (magnum === undefined || edge === undefined) return undefined;
  const [hosts] = pools;
  const what = { en: 'its masters', zh: '其控制平面' };
  if (hosts === undefined) decision.report(KUBE_POOL.at(place.place, { what, plane: plane.key, level: mlps }));
  const { masters, keypair, masterFlavor, ...given } = magnum;
  const flavors = new Map(Object.entries(decision.values.flavors));
  const at = decision.place('kubernetes', 'clusters', plane.key, 'magnum', 'masterFlavor');
  decision.find(flavors, masterFlavor, { en: 'flavor', zh: '规格' }, at);
  return {
    ...given,
    masterFlavor: `${hosts?.flavor.split('/')[0]}/${masterFlavor}`,
    name: platformName(decision, `cluster-${plane.key}`).replaceAll('/', '-'),
    project: projectKey(PLATFORM, plane.key),
    masters: masters ?? kubernetesLevel(mlps).masters,
    ...(keypair !== undefined && { keypair }),
    external: `${plane.key}/${edge.key}`,
  };
}

/** A group of a department that there is not would be bound to nothing. */
function checkGroups(decision: Decision, { groups }: WrittenKubernetes): void {
  const known = new Map(Object.entries(decision.values.tenants));
  const what = { en: 'department', zh: '部门' };
  for (const key of Object.keys(groups)) decision.find(known, key, what, decision.place('kubernetes', 'groups', key));
}

/** Names of entries are below that of the cloud, and each leads to one place. */
function checkHosts(
  decision: Decision,
  workloads: readonly DecidedWorkload[],
  tiers: ReadonlyMap<string, DecidedTier>,
): void {
  const { domain } = decision.values;
  const taken = new Map<string, string>();
  for (const { key, tier } of tiers.values()) if (tier.entry) taken.set(tier.entry.host, key);
  for (const { design, tenant, systemKey } of workloads) {
    if (design.entry === undefined) continue;
    const { host } = design.entry;
    const at = ['tenants', tenant, 'systems', systemKey, 'kubernetes', 'workloads', design.name, 'entry', 'host'];
    const place = decision.place(...at);
    const other = taken.get(host);
    if (!host.endsWith(`.${domain}`)) decision.report(ENTRY_HOST.at(place, { host, domain }));
    const what = { en: 'host', zh: '域名' };
    if (other === undefined) taken.set(host, design.key);
    else
      decision.report(
        NAME_TAKEN.at(place, { what, name: host, other: { en: `that of ${other}`, zh: ` ${other} 的域名` } }),
      );
  }
}
