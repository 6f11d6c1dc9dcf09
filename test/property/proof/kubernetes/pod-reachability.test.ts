import fc from 'fast-check';
import type { IntervalSet } from '../../../../proof/packets/interval-set';
import { type Choices, isAllowed } from './api-semantics';
import { clusters } from './cluster-arbitrary';
import { answer, questions, reachability } from './cluster-questions';

/** Where pods have their addresses: no rule of these worlds has a block there. */
const PODS = ['250.0.0.0/8'];
const SURE: Choices = { hostPodsAreSelected: true, blocksHoldPods: false, laterFirst: false };

describe('reachability within a cluster', () => {
  it('is what the documents of the API say, packet by packet', () => {
    fc.assert(
      fc.property(clusters({ equalPriorities: false, hostNetwork: false }), (cluster) => {
        const reach = reachability(cluster, PODS);
        const wrong = questions(cluster).filter((asked) => {
          const expected = isAllowed(cluster, asked, SURE);
          return answer(reach, asked, 'may') !== expected || answer(reach, asked, 'must') !== expected;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('says what passes in some reading, and what in all, where the API leaves something open', () => {
    let [differing, open] = [0, 0];
    fc.assert(
      fc.property(clusters({ equalPriorities: true, hostNetwork: true }), (cluster) => {
        const reach = reachability(cluster, []);
        const wrong = questions(cluster).filter((asked) => {
          const readings = new Set(CHOICES.map((choices) => isAllowed(cluster, asked, choices)));
          const [may, must] = [answer(reach, asked, 'may'), answer(reach, asked, 'must')];
          if (may !== must) open++;
          if (readings.size > 1) differing++;
          return (readings.has(true) && !may) || (readings.has(false) && must) || (must && !may);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(differing).toBeGreaterThan(0);
    // Two readings that are chosen anew for each rule part more often than one choice for the whole cluster.
    expect(open).toBeLessThan(differing * 3);
  });

  it('comes to the same whether pairs are asked or all flows are listed', () => {
    fc.assert(
      fc.property(clusters({ equalPriorities: true, hostNetwork: true }), (cluster) => {
        const reach = reachability(cluster, []);
        const { lines } = reach.line.algebra;
        for (const reading of ['may', 'must'] as const) {
          const listed = new Map<string, IntervalSet>();
          for (const { sources, destinations, services } of reach.flows(reading))
            for (const from of reach.line.indices(sources))
              for (const to of reach.line.indices(destinations)) {
                expect(
                  listed.has(`${from} ${to}`) && lines.overlaps(listed.get(`${from} ${to}`) as IntervalSet, services),
                ).toBe(false);
                listed.set(`${from} ${to}`, lines.union(listed.get(`${from} ${to}`) ?? lines.empty, services));
              }
          for (const source of reach.line.classes.all)
            for (const destination of reach.line.classes.all)
              expect(listed.get(`${source.index} ${destination.index}`) ?? lines.empty).toBe(
                reach.between(source, destination, reading),
              );
        }
      }),
      { numRuns: 150 },
    );
  });
});

const CHOICES: readonly Choices[] = [0, 1, 2, 3, 4, 5, 6, 7].map((n) => ({
  hostPodsAreSelected: (n & 1) !== 0,
  blocksHoldPods: (n & 2) !== 0,
  laterFirst: (n & 4) !== 0,
}));
