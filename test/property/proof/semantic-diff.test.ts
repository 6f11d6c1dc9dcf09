import fc from 'fast-check';
import { ComparedWorlds } from '../../../proof/compared-worlds';
import { servicePoint } from '../../../proof/packets/service-line';
import { semanticDiff } from '../../../proof/semantic-diff';
import { ovs, SmallCloud } from '../../unit/proof/small-cloud';

/** A rule in plain numbers; `other` is a block of one network, or the name of a group. */
interface PlainRule {
  readonly group: string;
  readonly direction: 'ingress' | 'egress';
  readonly protocol: 6 | 17 | undefined;
  readonly from: number;
  readonly to: number;
  readonly other: { readonly first: number; readonly length: number } | string;
}

/** Ports by their last octet, each with its groups. */
interface PlainCloud {
  readonly ports: ReadonlyMap<number, readonly string[]>;
  readonly rules: readonly PlainRule[];
}

const GROUPS = ['a', 'b', 'c'];
const LENGTHS = [24, 25, 26, 28, 30, 32];

const block = fc.record({ first: fc.integer({ min: 0, max: 63 }), length: fc.constantFrom(...LENGTHS) }).map((one) => {
  const size = 2 ** (32 - one.length);
  return { first: Math.floor(one.first / size) * size, length: one.length };
});
const rule: fc.Arbitrary<PlainRule> = fc
  .record({
    group: fc.constantFrom(...GROUPS),
    direction: fc.constantFrom('ingress' as const, 'egress' as const),
    protocol: fc.constantFrom(6 as const, 6 as const, 17 as const, undefined),
    ends: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 })),
    other: fc.oneof({ weight: 3, arbitrary: block }, { weight: 1, arbitrary: fc.constantFrom(...GROUPS) }),
  })
  .map(({ ends: [a, b], ...rest }) => ({ ...rest, from: Math.min(a, b), to: Math.max(a, b) }));
const cloud: fc.Arbitrary<PlainCloud> = fc
  .record({
    groups: fc.array(fc.subarray(GROUPS, { minLength: 1 }), { minLength: 3, maxLength: 5 }),
    rules: fc.array(rule, { minLength: 4, maxLength: 14 }),
  })
  .map(({ groups, rules }) => ({ ports: new Map(groups.map((own, i) => [10 + 7 * i, own])), rules }));

function world({ ports, rules }: PlainCloud) {
  const made = new SmallCloud().network('n', '10.0.0.0/24');
  for (const name of new Set([...[...ports.values()].flat(), ...rules.map((one) => one.group)])) made.group(name);
  for (const [octet, groups] of ports) made.port(`p${octet}`, 'n', `10.0.0.${octet}`, groups);
  for (const { group, direction, protocol, from, to, other } of rules) {
    const words = protocol === undefined ? 'any -' : `${protocol} ${from}-${to}`;
    made.rule(
      group,
      `${direction} ${words} ${typeof other === 'string' ? `@${other}` : `10.0.0.${other.first}/${other.length}`}`,
    );
  }
  return { world: made.world(), driver: ovs };
}

/** Whether one packet passes, by looking at every rule: nothing of the engine is used. */
function passes({ ports, rules }: PlainCloud, from: number, to: number, protocol: 6 | 17, port: number): boolean {
  const admits = (own: number, other: number, direction: PlainRule['direction']) =>
    rules.some(
      (one) =>
        one.direction === direction &&
        ports.get(own)?.includes(one.group) === true &&
        (one.protocol === undefined || (one.protocol === protocol && one.from <= port && port <= one.to)) &&
        (typeof one.other === 'string'
          ? ports.get(other)?.includes(one.other) === true
          : Math.floor(other / 2 ** (32 - one.other.length)) * 2 ** (32 - one.other.length) === one.other.first),
    );
  return admits(from, to, 'egress') && admits(to, from, 'ingress');
}

/** Packets that pass in one cloud and not in the other, by trying them all. */
function tried(before: PlainCloud, after: PlainCloud): string[] {
  const found: string[] = [];
  for (const packet of everyPacket(before)) {
    const [was, is] = [before, after].map((one) => passes(one, ...packet));
    if (was !== is) found.push(`${is ? '+' : '-'} ${packet}`);
  }
  return found;
}

function* everyPacket({ ports }: PlainCloud): Generator<readonly [number, number, 6 | 17, number]> {
  for (const from of ports.keys())
    for (const to of ports.keys())
      if (from !== to)
        for (const protocol of [6, 17] as const)
          for (let port = 0; port <= 32; port++) yield [from, to, protocol, port];
}

/** The same by the engine: its sets, asked about every packet. */
function compared(before: PlainCloud, after: PlainCloud): string[] {
  const both = new ComparedWorlds(world(before), world(after));
  const { algebra, reach, pairs } = both;
  const sets = pairs.flatMap((pair) => [
    { sign: '+', set: algebra.packets.subtract(pair.after.may, pair.before.may) },
    { sign: '-', set: algebra.packets.subtract(pair.before.may, pair.after.may) },
  ]);
  const at = (octet: number) => reach.line.set(`10.0.0.${octet}`)?.bounds[0] as number;
  return [...everyPacket(before)].flatMap((packet) => {
    const [from, to, protocol, port] = packet;
    const asked = { source: at(from), destination: at(to), service: servicePoint(protocol, port) };
    return [...new Set(sets.filter(({ set }) => algebra.has(set, asked)).map(({ sign }) => `${sign} ${packet}`))];
  });
}

/** Rewritings of rules that must not matter, each chosen by a number. */
const refactorings: readonly ((cloud: PlainCloud, n: number) => PlainCloud)[] = [
  ({ ports, rules }, n) => ({ ports, rules: [...rules.slice(n % rules.length), ...rules.slice(0, n % rules.length)] }),
  ({ ports, rules }) => ({ ports, rules: [...rules, ...rules].reverse() }),
  function splitsRange({ ports, rules }, n) {
    return {
      ports,
      rules: rules.flatMap((one) => {
        const middle = one.from + (n % (one.to - one.from + 1));
        return middle === one.to
          ? [one]
          : [
              { ...one, to: middle },
              { ...one, from: middle + 1 },
            ];
      }),
    };
  },
  function halvesBlocks({ ports, rules }) {
    return {
      ports,
      rules: rules.flatMap((one) => {
        if (typeof one.other === 'string' || one.other.length === 32) return [one];
        const { first, length } = one.other;
        const half = (from: number) => ({ ...one, other: { first: from, length: length + 1 } });
        return [half(first), half(first + 2 ** (31 - length))];
      }),
    };
  },
  function splitsGroup({ ports, rules }, n) {
    const split = GROUPS[n % GROUPS.length] as string;
    const both = (own: readonly string[]) => (own.includes(split) ? [...own, `${split}-rest`] : own);
    return {
      ports: new Map([...ports].map(([octet, own]) => [octet, both(own)])),
      rules: rules.map((one, i) => (one.group === split && i % 2 === 0 ? { ...one, group: `${split}-rest` } : one)),
    };
  },
];

/** Edits that may matter. */
const edits: readonly ((cloud: PlainCloud, n: number) => PlainCloud)[] = [
  ({ ports, rules }, n) => ({ ports, rules: rules.filter((_, i) => i !== n % rules.length) }),
  ({ ports, rules }, n) => ({
    ports,
    rules: rules.map((one, i) => (i === n % rules.length ? { ...one, to: one.to + 1 } : one)),
  }),
  ({ ports, rules }, n) => ({
    ports,
    rules: rules.map((one, i) => (i === n % rules.length ? { ...one, other: { first: 0, length: 24 } } : one)),
  }),
  ({ ports, rules }, n) => ({
    rules,
    ports: new Map(
      [...ports].map(([octet, own], i) => [octet, i === n % ports.size && own.length > 1 ? own.slice(1) : own]),
    ),
  }),
];

describe('the semantic difference', () => {
  it('of rules that are reordered, doubled, split, merged, halved, or spread over two groups of one port is nothing', () => {
    fc.assert(
      fc.property(cloud, fc.nat(), fc.constantFrom(...refactorings), (plain, n, refactor) => {
        const other = refactor(plain, n);
        expect(semanticDiff(world(plain), world(other))).toEqual({ changes: [], missing: [] });
        expect(semanticDiff(world(other), world(plain))).toEqual({ changes: [], missing: [] });
      }),
      { numRuns: 200 },
    );
  });

  const isExact = (plain: PlainCloud, other: PlainCloud, expected: readonly string[]) => {
    expect(compared(plain, other)).toEqual(expected);
    expect(semanticDiff(world(plain), world(other)).changes.length > 0).toBe(
      expected.length > 0 || beyondPorts(plain, other),
    );
  };

  it('of an edit is exactly the packets that are found by trying them all', () => {
    fc.assert(
      fc.property(cloud, fc.nat(), fc.constantFrom(...edits), (plain, n, edit) => {
        const other = edit(plain, n);
        isExact(plain, other, tried(plain, other));
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('of two hundred edits that matter is each time exactly what they change', () => {
    let changed = 0;
    fc.assert(
      fc.property(cloud, fc.nat(), fc.constantFrom(...edits), (plain, n, edit) => {
        const other = edit(plain, n);
        const expected = tried(plain, other);
        fc.pre(expected.length > 0);
        changed++;
        isExact(plain, other, expected);
      }),
      { numRuns: 200, seed: 9 },
    );
    expect(changed).toBe(200);
  });
});

/** Whether an edit shows in packets that are neither TCP nor UDP, which are not tried one by one. */
function beyondPorts(before: PlainCloud, after: PlainCloud): boolean {
  const any = ({ ports, rules }: PlainCloud) => ({ ports, rules: rules.filter((one) => one.protocol === undefined) });
  return tried(any(before), any(after)).length > 0;
}
