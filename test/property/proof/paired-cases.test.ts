import fc from 'fast-check';
import type { NetworkDriver } from '../../../model/intent';
import { Case } from '../../../proof/judge/case';
import { type DiffSide, pairedCases } from '../../../proof/judge/paired-cases';
import type { Reachability } from '../../../proof/reach/reachability';
import type { NetworkWorld } from '../../../proof/world/network-world';
import { asked } from '../../oracle/compare';

const drivers: readonly NetworkDriver[] = [
  { driver: 'ovn', release: 'zed' },
  { driver: 'unknown', release: 'unknown' },
];

const cloud = (seed: number): NetworkWorld => asked(seed, 0, 0).cloud.world();

/** The first port gets an address that nobody knows yet, or one of an IPv6 block that cuts others. */
const changes: readonly ((world: NetworkWorld) => NetworkWorld)[] = [
  (world) => world,
  (world) => ({
    ...world,
    ports: world.ports.map((port, i) => (i === 0 ? { ...port, addresses: [`@${port.id}`] } : port)),
  }),
  (world) => ({
    ...world,
    rules: world.rules.map((rule) => ({
      ...rule,
      family: 6,
      remote: { kind: 'prefix', prefix: '2001:db8:0:8000::/49' },
    })),
  }),
];

/** Everything that passes, in words: positions of two lines differ, what they stand for must not. */
function told(reach: Reachability): string[] {
  return [...reach.all()].map(({ from, to, packets }) => {
    const boxes = [...reach.algebra.boxes(packets)].map(
      ({ sources, destinations, services }) =>
        `${reach.line.text(sources)} > ${reach.line.text(destinations)} ${services.bounds}`,
    );
    return `${from.key} ${to.key} ${boxes.join('; ')}`;
  });
}

const both = ({ readings }: Case) => ({ may: told(readings.may), must: told(readings.must) });

test('each of two paired worlds is what it is alone, in both readings', () => {
  const world = fc
    .tuple(fc.nat(5000), fc.nat(changes.length - 1))
    .map(([seed, change]) => changes[change]?.(cloud(seed)));
  fc.assert(
    fc.property(world, world, fc.constantFrom(...drivers), (a, b, driver) => {
      const sides = [a, b].map((one): DiffSide => ({ world: one as NetworkWorld, driver }));
      const alone = sides.map((side) => both(new Case(side.world, undefined, driver)));
      expect(pairedCases(...(sides as [DiffSide, DiffSide])).map(both)).toEqual(alone);
    }),
    { numRuns: 25 },
  );
});
