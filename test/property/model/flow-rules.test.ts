import fc from 'fast-check';
import type { Design } from '../../../model/design/design';
import { designEnvironment } from '../../../model/design/design-environment';
import type { RuleDesign, SecurityGroupDesign } from '../../../model/design/security-group-design';
import type { AllowedFlow, FlowEnd } from '../../../model/flow';
import { environmentOf } from '../../support/environment-builder';
import { groupsOf, inside, interval, meet, portsOf } from './design-oracle';
import { randomEnvironment } from './random-environment';

/** Somebody whose groups carry rules: a server, a relay, a side of a gap, or whoever stands in a platform zone. */
interface Host {
  readonly label: string;
  readonly plane: string;
  readonly blocks: readonly string[];
  readonly groups: readonly SecurityGroupDesign[];
  /** Whether an end may mean it by its address; hosts of the platform are meant by name, relays never by their plane. */
  readonly byAddress: boolean;
  readonly inPlane: boolean;
}

function hostsOf(design: Design): readonly Host[] {
  const groups = new Map(groupsOf(design).map((group) => [`${group.project} ${group.key}`, group]));
  const relays = new Set(
    design.planes.flatMap(({ relays }) => relays.flatMap(({ legs }) => legs.map((leg) => leg.port.key))),
  );
  const gaps = new Map(
    design.gaps.flatMap(({ key, sides }) =>
      sides.flatMap((side) => side.ports.map((port) => [port.key, `${key}/${side.side}`] as const)),
    ),
  );
  const ports = portsOf(design).map(({ key, network, project, addresses, groups: own }): Host => {
    const networkOf = [
      ...design.planes.flatMap(({ zones }) => zones.flatMap((zone) => zone.network ?? [])),
      ...design.tenants.flatMap(({ vpcs }) => vpcs.flatMap((vpc) => vpc.networks)),
    ].find((one) => one.key === network);
    return {
      label: gaps.get(key) ?? key,
      plane: networkOf?.plane ?? '',
      blocks: addresses.map(({ address }) => `${address}/${address.includes(':') ? 128 : 32}`),
      groups: own.map((one) => groups.get(`${project} ${one}`) as SecurityGroupDesign),
      byAddress: !relays.has(key) && !gaps.has(key),
      inPlane: !relays.has(key),
    };
  });
  const zones = design.planes.flatMap((plane) =>
    plane.zones.flatMap((zone): Host[] =>
      zone.network
        ? [
            {
              label: `${plane.key}/${zone.key}`,
              plane: plane.key,
              blocks: zone.network.subnets.filter((one) => !one.key.startsWith('reachable-')).map((one) => one.cidr),
              groups: zone.groups,
              byAddress: false,
              inPlane: true,
            },
          ]
        : [],
    ),
  );
  return [...ports, ...zones];
}

function isEnd(host: Host, end: FlowEnd): boolean {
  if (end.label === `all zones of ${host.plane}`) return host.inPlane;
  if (end.label === host.label) return true;
  if (!host.byAddress || end.zone === undefined) return false;
  return end.prefixes.some((prefix) => host.blocks.some((block) => inside(interval(block), interval(prefix))));
}

/** The rules that a host needs so that the flows of the intent, and nothing else, pass at it. */
function neededBy(host: Host, flows: readonly AllowedFlow[]): readonly string[] {
  const families = new Set(host.blocks.map((block) => interval(block).family));
  const needed = new Set<string>();
  for (const { row, from, to, ports } of flows) {
    // What crosses inside a gap device is no packet of the network.
    if (row === 'F05') continue;
    // The proxy's rule to everybody lets it reach an entry that is open to everybody.
    if (row === 'F14' && to.label.startsWith('entry ')) continue;
    const ask = (direction: string, other: FlowEnd) => {
      for (const prefix of other.prefixes)
        for (const { protocol, from: first, to: last } of ports)
          if (families.has(interval(prefix).family))
            needed.add(`${direction} ${protocol === 'icmp' ? 'icmp' : `${protocol} ${first}-${last}`} ${prefix}`);
    };
    // Load balancers in the DMZ have groups that Octavia makes.
    if (isEnd(host, from) && row !== 'F02') ask('egress', to);
    if (isEnd(host, to)) ask('ingress', from);
  }
  return [...needed].sort();
}

function written({ direction, protocol, ports, remotePrefix }: RuleDesign): string {
  return `${direction} ${ports ? `${protocol} ${ports.from}-${ports.to}` : protocol} ${remotePrefix}`;
}

/** Rules of a business plane that name addresses of the other one; everybody on the Internet is no address of it. */
function crossings(design: Design): readonly string[] {
  const business = design.planes.filter((plane) => plane.role === 'extranet' || plane.role === 'internet');
  return groupsOf(design).flatMap((group) => {
    const own = business.find((plane) => group.project.endsWith(`-${plane.key}`));
    const other = business.find((plane) => own !== undefined && plane !== own);
    return group.rules
      .filter(({ remotePrefix }) => !remotePrefix.endsWith('/0'))
      .filter(({ remotePrefix }) => other?.blocks.some((block) => meet(interval(block), interval(remotePrefix))))
      .map(({ key }) => `${group.key}: ${key}`);
  });
}

describe('the rules of any environment', () => {
  const any = (check: (design: Design) => void) =>
    fc.assert(
      fc.property(randomEnvironment, (one) => check(designEnvironment(environmentOf(one)))),
      { numRuns: 15 },
    );

  it('let every flow pass on both of its ends, and nothing else', () => {
    any((design) => {
      for (const host of hostsOf(design)) {
        const has = [...new Set(host.groups.flatMap((group) => group.rules.map(written)))].sort();
        expect({ host: host.label, rules: has }).toEqual({
          host: host.label,
          rules: neededBy(host, design.intent.flows),
        });
      }
    });
  });

  it('say which flow asked for each', () => {
    any((design) => {
      const ids = design.intent.flows.map((flow) => `${flow.id} `);
      const nameless = groupsOf(design).flatMap((group) =>
        group.rules.filter(({ description }) => !ids.some((id) => description.startsWith(id))).map((rule) => rule.key),
      );
      expect(nameless).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  it('are at most 50 in a group, each with a key of its own, within the limits of Neutron', () => {
    any((design) => {
      const groups = groupsOf(design);
      expect(groups.filter((group) => group.rules.length > 50)).toEqual([]);
      expect(groups.filter((group) => new Set(group.rules.map((rule) => rule.key)).size < group.rules.length)).toEqual(
        [],
      );
      expect(new Set(groups.map((group) => `${group.project} ${group.key}`)).size).toBe(groups.length);
      expect(groups.flatMap((group) => group.rules).filter((rule) => rule.description.length > 255)).toEqual([]);
      expect(groups.flatMap((group) => group.tags).filter((tag) => tag.length > 60 || tag.includes(','))).toEqual([]);
    });
  });

  it('never name an address of the other business plane', () => {
    any((design) => expect(crossings(design)).toEqual([]));
  });
});
