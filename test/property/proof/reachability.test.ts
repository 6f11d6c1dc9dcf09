import fc from 'fast-check';
import { Reachability } from '../../../proof/reach/reachability';
import { semanticDiff } from '../../../proof/semantic-diff';
import type { NetworkWorld } from '../../../proof/world/network-world';
import { asked } from '../../oracle/compare';
import { ovn } from '../../unit/proof/small-cloud';

const changes = (before: NetworkWorld, after: NetworkWorld) =>
  semanticDiff({ world: before, driver: ovn }, { world: after, driver: ovn }).changes;
const worlds = fc.integer({ min: 0, max: 10_000 }).map((seed) => asked(seed, 0, 0).cloud.world());

describe('reachability of random worlds', () => {
  it('does not change when rules are reordered or doubled', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const rules = [...world.rules].reverse().flatMap((rule) => [rule, { ...rule, id: `${rule.id} again` }]);
        expect(changes(world, { ...world, rules })).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('never grows when a rule is taken away', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, nth) => {
        const rules = world.rules.filter((_, i) => i !== nth % world.rules.length);
        expect(changes(world, { ...world, rules }).filter((one) => one.opened)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('edited in one group is what it would be if it were computed anew', () => {
    fc.assert(
      fc.property(worlds, fc.nat(), (world, nth) => {
        const gone = world.rules[nth % world.rules.length];
        const left = world.rules.filter((rule) => rule.group === gone?.group && rule !== gone);
        const reach = new Reachability({ world, driver: ovn });
        const all = (one: Reachability) =>
          [...one.all()].map(({ from, to, packets }) => `${from.key} ${to.key} ${packets.id}`).sort();
        expect(all(reach).length).toBeGreaterThan(0);
        const edited = reach.withRules(gone?.group ?? '', left);
        const { algebra, line } = reach;
        const anew = new Reachability({
          world: { ...world, rules: world.rules.filter((one) => one !== gone) },
          driver: ovn,
          algebra,
          line,
        });
        expect(all(edited)).toEqual(all(anew));
      }),
      { numRuns: 15 },
    );
  });
});
