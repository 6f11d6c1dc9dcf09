import fc from 'fast-check';
import type { NetworkDriver } from '../../../model/intent';
import { PacketAlgebra } from '../../../proof/packets/packet-algebra';
import { isCertain } from '../../../proof/reach/certainty';
import { layLine, layPlaces } from '../../../proof/reach/lay-line';
import { Reachability } from '../../../proof/reach/reachability';
import { emptyWorld, type NetworkWorld } from '../../../proof/world/network-world';
import { asked } from '../../oracle/compare';

const zed: NetworkDriver = { driver: 'ovn', release: 'zed' };
const drivers: readonly NetworkDriver[] = [
  zed,
  { driver: 'ovs', release: 'zed' },
  { driver: 'unknown', release: 'unknown' },
];

/** Each makes something of a world unknown, or splits a subnet in which somebody's address is not chosen yet. */
const doubts: readonly ((world: NetworkWorld) => NetworkWorld)[] = [
  (world) => world,
  (world) => ({ ...world, groups: world.groups.map((group, i) => (i === 0 ? { ...group, known: false } : group)) }),
  (world) => ({ ...world, rules: world.rules.map((rule) => ({ ...rule, remote: { kind: 'unknown' } })) }),
  (world) => ({
    ...world,
    ports: world.ports.map((port, i) => (i === 0 ? { ...port, addresses: [`@${port.id}`] } : port)),
  }),
];

/** Both readings of a world in one algebra, as everything that anybody can send. */
function both(world: NetworkWorld, driver: NetworkDriver) {
  const algebra = new PacketAlgebra();
  const read = (reading: 'may' | 'must') =>
    new Reachability({
      world,
      driver,
      reading,
      algebra,
      line: layLine(algebra, [world], layPlaces([world], []), reading),
    });
  const [may, must] = [read('may'), read('must')];
  const found = (one: Reachability) =>
    [...one.all()].map(({ from, to, packets }) => `${from.key} ${to.key} ${packets.id}`).sort();
  return { certain: isCertain(world, driver, may.line, []), may: found(may), must: found(must) };
}

test('where nothing is in doubt, both readings find the same', () => {
  const [seen, cases] = [new Set<boolean>(), fc.tuple(fc.nat(5000), fc.nat(2), fc.nat(3))];
  fc.assert(
    fc.property(cases, ([seed, driver, doubt]) => {
      const world = (doubts[doubt] as (typeof doubts)[number])(asked(seed, 0, 0).cloud.world());
      const { certain, may, must } = both(world, drivers[driver] as NetworkDriver);
      seen.add(certain);
      if (certain) expect(must).toEqual(may);
    }),
    { numRuns: 30, examples: [[[1, 0, 0]], [[1, 0, 1]]] },
  );
  expect([...seen].sort()).toEqual([false, true]);
});

test.each([
  ['a group made elsewhere', 1],
  ['a rule that was not understood', 2],
])('%s is a doubt, whatever the driver', (_what, doubt) => {
  for (const driver of drivers) {
    const world = (doubts[doubt] as (typeof doubts)[number])(asked(1, 0, 0).cloud.world());
    expect(both(world, driver).certain).toBe(false);
  }
});

test('a rule for a part of the subnet in which an address is not chosen yet is a doubt', () => {
  const own = { place: 'here', project: 'p' };
  const world: NetworkWorld = {
    ...emptyWorld,
    networks: [{ id: 'n', ...own, external: false, shared: false, portSecurity: true, segments: [], tags: [] }],
    subnets: [{ id: 's', ...own, network: 'n', cidr: '10.0.0.0/24', gateway: '10.0.0.1', hostRoutes: [] }],
    groups: [{ id: 'g', ...own, stateful: true, defaultRules: false, known: true }],
    ports: [{ id: 'a', ...own, network: 'n', addresses: ['@a'], pairs: [], groups: ['g'], security: true, tags: [] }],
  };
  const certain = (prefix: string): boolean => {
    const remote = { kind: 'prefix', prefix } as const;
    const ruled = {
      ...world,
      rules: [{ id: 'r', place: 'here', group: 'g', direction: 'ingress', family: 4, remote } as const],
    };
    return isCertain(ruled, zed, layLine(new PacketAlgebra(), [ruled], layPlaces([ruled], []), 'may'), []);
  };
  // The gateway has its address: no port becomes it.
  expect(['10.0.0.0/24', '10.0.0.0/16', '10.0.1.0/24', '10.0.0.1/32'].map(certain)).toEqual([true, true, true, true]);
  expect(['10.0.0.0/25', '10.0.0.0/30', '10.0.0.9/32'].map(certain)).toEqual([false, false, false]);
});
