import type { Environment } from '../environment/environment';
import { type Problem, ProblemsError } from '../problem';
import { byKey } from '../stable-hash';
import { decideAssurance } from './decide-assurance';
import { clusterFlows } from './decide-cluster-flows';
import { decideClusters } from './decide-clusters';
import { decideDelegation } from './decide-delegation';
import { decideEdgeRoutes } from './decide-edge-routes';
import { decideEntries, entryHosts, entryPlaces, proxyFlows } from './decide-entries';
import { declaredFlows } from './decide-flows';
import { decideGaps, gapHosts, gapPlaces } from './decide-gaps';
import { decideGroups } from './decide-groups';
import { decideHosts } from './decide-hosts';
import { decideIntent } from './decide-intent';
import { decideMoved } from './decide-moved';
import { decideNetworks } from './decide-networks';
import { type DecidedPlane, decidePlanes } from './decide-planes';
import { decidePlatform, gapDesigns, platformGroups, platformRouters } from './decide-platform';
import { decidePools } from './decide-pools';
import { decideRelays, relayHosts, standingFlows } from './decide-relays';
import { decideSites } from './decide-sites';
import { decideStacks } from './decide-stacks';
import { decideTenants, routerHosts, vpcGroups, vpcPlaces } from './decide-tenants';
import { decideTiers } from './decide-tiers';
import { decideZones } from './decide-zones';
import { Decision } from './decision';
import type { Design } from './design';
import { baselineKey, tierEnd, zoneEnd, zoneGroupKey } from './ends';

/**
 * Everything that follows from an environment: names, addresses, segments, rules, quotas, states. Each part is
 * decided from the parts before it. Throws a ProblemsError with every problem of the description at once.
 */
export function designEnvironment(environment: Environment): Design {
  const decision = new Decision(environment);
  const design = decideAll(decision);
  if (decision.problems.length > 0) throw new ProblemsError(inOrder(decision.problems));
  return design;
}

function decideAll(decision: Decision): Design {
  decideDelegation(decision);
  const { sites, primary, jurisdiction } = decideSites(decision);
  const planes = decidePlanes(decision, { sites, primary, jurisdiction });
  const zones = decideZones(decision, planes);
  const around = { planes, zones };
  const tiers = decideTiers(decision, around);
  const pools = decidePools(decision, planes, tiers);
  const assurance = decideAssurance(decision, { sites, zones, tiers });
  const networks = decideNetworks(decision, zones, tiers);

  const clusters = decideClusters(decision, around, tiers, networks);

  const vpcs = vpcPlaces(decision, tiers);
  const gapSides = gapPlaces(decision, zones, networks);
  const entrances = entryPlaces(decision, around, tiers, networks);
  const hosts = decideHosts(decision, [
    ...routerHosts(around, networks, [...vpcs, ...platformRouters(planes, networks)]),
    ...relayHosts(around, networks),
    ...gapHosts(gapSides),
    ...entryHosts(entrances),
  ]);
  const relays = decideRelays(decision, around, networks, hosts);
  const gaps = decideGaps(decision, gapSides, hosts);
  const entries = decideEntries(decision, around, entrances, hosts, networks);

  const groupPlaces = [
    ...vpcs.flatMap((one) => vpcGroups(decision, one)),
    ...platformGroups(decision, around, relays, gaps),
  ];
  /** The groups of which every host of a plane has one. */
  const everywhere = (plane: DecidedPlane) => [
    ...vpcs.filter((one) => one.plane === plane).map((one) => baselineKey(one.key)),
    ...[...zones.values()].filter((one) => one.plane === plane).map(zoneGroupKey),
    ...[...gaps.values()]
      .flatMap((gap) => [gap.outer, gap.inner].filter((one) => one.zone.plane === plane))
      .map((one) => one.key),
  ];
  const tierEnds = new Map(
    [...tiers].flatMap(([key, tier]) => {
      const network = networks.get(key);
      return network ? [[key, tierEnd(tier, network)] as const] : [];
    }),
  );
  const zoneEnds = new Map(
    [...zones].flatMap(([key, zone]) => {
      const network = networks.get(key);
      return network ? [[key, zoneEnd(zone, network)] as const] : [];
    }),
  );
  const flows = [
    ...standingFlows(decision, around, networks, relays, everywhere),
    ...entries.flatMap((one) => one.flows),
    ...proxyFlows(relays, entries),
    ...declaredFlows(decision, { tiers: tierEnds, zones: zoneEnds, gaps }),
    ...clusterFlows(clusters, tierEnds),
  ];
  const groups = decideGroups(groupPlaces, flows);

  const planeDesigns = decidePlatform(decision, around, { networks, hosts, groups, relays });
  const tenants = decideTenants(decision, around, vpcs, { networks, hosts, groups, entries });
  const routers = [
    ...planeDesigns.flatMap((plane) => plane.router ?? []),
    ...tenants.flatMap((tenant) => tenant.vpcs.map((vpc) => vpc.router)),
  ];
  const hostEnds = [
    ...relays.flatMap(({ edge, inner }) => (inner ? [edge.end, inner.end] : [edge.end])),
    ...[...gaps.values()].flatMap(({ outer, inner }) => [outer.end, inner.end]),
  ];
  const ends = [...tierEnds.values(), ...zoneEnds.values(), ...hostEnds].map((one) => one.end);
  const moved = decideMoved(decision);
  const { adcode, name, mlps, provider, domain, contacts, contract } = decision.values;
  return {
    environment: decision.environment.id,
    name,
    adcode,
    level: jurisdiction?.level ?? 'county',
    mlps,
    provider,
    ...(contract !== undefined && { contract }),
    dnsZone: { name: `${domain}.`, email: contacts.network },
    sites: [...sites.values()],
    planes: planeDesigns,
    pools,
    gaps: gapDesigns(gaps, groups),
    tenants,
    ...(clusters.length > 0 && { clusters }),
    edgeRoutes: decideEdgeRoutes(routers, new Map(Array.from(networks, ([key, one]) => [key, one.design]))),
    intent: decideIntent(decision, around, ends, flows, relays),
    assurance,
    stacks: decideStacks(sites, primary, planes, pools, gaps, tenants, moved, clusters),
    ...(moved.length > 0 && { moved }),
    ledger: decision.ledger.after,
  };
}

/** By place, in the order in which a person reads a file. */
function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const key = ({ at, code }: Problem) => {
    const [file = '', line = '0', column = '0'] = at.split(/:(?=\d+(?::\d+)?$)|:(?=\d+$)/);
    return `${file}\u0000${line.padStart(8, '0')}\u0000${column.padStart(8, '0')}\u0000${code}`;
  };
  return [...problems].sort((a, b) => byKey(key(a), key(b)));
}
