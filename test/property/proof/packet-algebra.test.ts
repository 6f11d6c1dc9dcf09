import fc from 'fast-check';
import { type Packet, PacketAlgebra } from '../../../proof/packets/packet-algebra';

const SIDE = 4;
const some = fc.uniqueArray(fc.integer({ min: 0, max: SIDE - 1 }), { minLength: 1, maxLength: SIDE });
const boxes = fc.array(fc.tuple(some, some, some), { maxLength: 6 });
type Boxes = readonly (readonly [number[], number[], number[]])[];

const everyPacket: readonly Packet[] = Array.from({ length: SIDE ** 3 }, (_, i) => ({
  source: i % SIDE,
  destination: Math.floor(i / SIDE) % SIDE,
  service: Math.floor(i / SIDE ** 2),
}));
const inBoxes = (of: Boxes, { source, destination, service }: Packet) =>
  of.some(([s, d, v]) => s.includes(source) && d.includes(destination) && v.includes(service));

describe('sets of packets', () => {
  const algebra = new PacketAlgebra();
  const line = (points: readonly number[]) => algebra.lines.of(points.map((at) => [at, at] as const));
  const setOf = (of: Boxes) => algebra.packets.unionAll(of.map(([s, d, v]) => algebra.box(line(s), line(d), line(v))));

  it('do what sets of single packets do', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const [x, y] = [setOf(a), setOf(b)];
        const has = (set: typeof x) => everyPacket.filter((packet) => algebra.has(set, packet));
        expect(has(x)).toEqual(everyPacket.filter((one) => inBoxes(a, one)));
        expect(has(algebra.packets.intersect(x, y))).toEqual(
          everyPacket.filter((one) => inBoxes(a, one) && inBoxes(b, one)),
        );
        expect(has(algebra.packets.subtract(x, y))).toEqual(
          everyPacket.filter((one) => inBoxes(a, one) && !inBoxes(b, one)),
        );
      }),
    );
  });

  it('made of many boxes at once are the union of each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some), { maxLength: 6 }), (all) => {
        const edges = all.map(([keys, value]) => ({ keys: line(keys), value: line(value) }));
        const one = edges.reduce(
          (sum, { keys, value }) => algebra.relations.union(sum, algebra.relations.box(keys, value)),
          algebra.relations.empty,
        );
        expect(algebra.relations.boxes(edges)).toBe(one);
      }),
    );
  });

  it('are one object when they are equal, and have a witness unless they are empty', () => {
    fc.assert(
      fc.property(boxes, (a) => {
        const set = setOf(a);
        const packets = everyPacket.filter((one) => inBoxes(a, one));
        const again = packets.map((one): [number[], number[], number[]] => [
          [one.source],
          [one.destination],
          [one.service],
        ]);
        expect(setOf(again.reverse())).toBe(set);
        const witness = algebra.witness(set);
        expect(witness === undefined ? [] : [inBoxes(a, witness)]).toEqual(packets.length === 0 ? [] : [true]);
      }),
    );
  });
});
