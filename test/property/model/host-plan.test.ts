import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { HostPlan } from '../../../model/host-plan';
import { addressValue, interval } from './design-oracle';

const prefix = fc.integer({ min: 20, max: 28 });
const planOf = (length: number, v6 = true) =>
  new HostPlan(Cidr.of(`10.16.0.0/${length}`), v6 ? Cidr.of('2001:db8:16:1::/64') : undefined);

describe('HostPlan', () => {
  it('keeps the network, the gateway, what we decide, what Neutron takes and the broadcast address apart', () => {
    fc.assert(
      fc.property(prefix, (length) => {
        const plan = planOf(length);
        const { first, last } = interval(`10.16.0.0/${length}`);
        const { start, end } = HostPlan.dynamic(plan.v4);
        const decided = Array.from({ length: plan.room }, (_, index) => addressValue(plan.host(index).v4));
        const dynamic: bigint[] = [];
        for (let value = addressValue(start); value <= addressValue(end); value++) dynamic.push(value);
        const all = [first, addressValue(HostPlan.gateway(plan.v4)), ...decided, ...dynamic, last];
        // Every address of the network once, in this order.
        expect(all).toEqual(Array.from({ length: Number(last - first) + 1 }, (_, index) => first + BigInt(index)));
      }),
    );
  });

  it('gives a host the same offset in both families', () => {
    fc.assert(
      fc.property(prefix, fc.nat(5), (length, index) => {
        const { v4, v6 = '' } = planOf(length).host(index);
        expect(addressValue(v6) - addressValue('2001:db8:16:1::')).toBe(addressValue(v4) - addressValue('10.16.0.0'));
        expect(planOf(length, false).host(index)).toEqual({ v4 });
      }),
    );
  });

  it('chooses the smallest network of at least /28 that holds twice the servers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (servers) => {
        const length = HostPlan.prefixFor(servers);
        expect(planOf(length).room).toBeGreaterThanOrEqual(2 * servers);
        expect(length === 28 || planOf(length + 1).room < 2 * servers).toBe(true);
      }),
    );
  });

  it('gives each key an index of its own inside the room, keeps the recorded ones, and refuses the rest', () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 20 });
    fc.assert(
      fc.property(prefix, keys, keys, (length, before, after) => {
        const plan = planOf(length);
        const first = plan.indices(before, new Map());
        const recorded = new Map(Array.from(first.granted, ([key, at]) => [key, plan.v4.address(at + 2).host]));
        const { granted, refused } = plan.indices(after, recorded);
        for (const [key, at] of granted) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(plan.room);
          if (first.granted.has(key)) expect(at).toBe(first.granted.get(key));
        }
        expect(new Set(granted.values()).size).toBe(granted.size);
        const gone = before.filter((key) => !after.includes(key) && first.granted.has(key)).length;
        expect(refused).toHaveLength(Math.max(0, after.length + gone - plan.room));
      }),
    );
  });

  it('overlooks a record of the gateway or of the part that is Neutron’s', () => {
    const plan = planOf(28);
    const recorded = new Map([
      ['a', Cidr.of('10.16.0.1/32')],
      ['b', Cidr.of('10.16.0.9/32')],
    ]);
    const { granted } = plan.indices(['a', 'b'], recorded);
    expect([...granted.values()].every((index) => index >= 0 && index < 6)).toBe(true);
  });
});
