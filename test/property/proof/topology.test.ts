import fc from 'fast-check';
import { Reachability } from '../../../proof/reach/reachability';
import { Topology } from '../../../proof/reach/topology';
import { asked } from '../../oracle/compare';
import { ovn } from '../../unit/proof/small-cloud';

const worlds = fc.integer({ min: 0, max: 10_000 }).map((seed) => asked(seed, 0, 0).cloud.world());

test('no packet leaves the part of the networks in which it was sent', () => {
  let pairs = 0;
  fc.assert(
    fc.property(worlds, fc.nat(), (world, nth) => {
      // One router fewer tears a part in two.
      const routers = world.routers.filter((_, i) => i !== nth % (world.routers.length + 1));
      const reach = new Reachability({ world: { ...world, routers }, driver: ovn });
      for (const { from, to } of reach.all()) {
        pairs++;
        expect(reach.topology.part(to.wire)).toBe(reach.topology.part(from.wire));
      }
    }),
    { numRuns: 25 },
  );
  expect(pairs).toBeGreaterThan(100);
});

test('wires are inhabited where a class of ends lies, and nowhere else', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const classes = new Reachability({ world, driver: ovn }).classes;
      expect([...new Topology(world).inhabited()].sort()).toEqual([...new Set(classes.map((one) => one.wire))].sort());
    }),
    { numRuns: 25 },
  );
});
