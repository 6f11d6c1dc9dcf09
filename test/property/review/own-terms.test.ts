import fc from 'fast-check';
import { Cidr } from '../../../model/cidr';
import { type Declared, OwnTerms } from '../../../review/alike/own-terms';

/** A cloud by a number: what another number has instead is known, so that texts can be written twice. */
function cloud(n: number): Declared {
  return {
    words: new Map([
      ['id/', `p${n}/county-${100 + n}`],
      ['id-', `p${n}-county-${100 + n}`],
      ['adcode', `${450_300 + n}`],
      ['name', `城${'甲乙丙丁戊己庚辛'[n]}县`],
      ['domain', `d${n}.gov.example`],
    ]),
    blocks: [
      `10.${64 + n}.0.0/18`,
      `10.${64 + n}.64.0/20`,
      `2001:db8:${4096 + n}::/48`,
      `59.220.${16 + n}.0/26`,
      `172.20.${n}.9/32`,
    ].map(Cidr.of),
  };
}

/** A piece of a text, as a cloud would write it. */
type Piece = (own: Declared) => string;

const number = (max: number) => fc.integer({ min: 0, max });
const word = (role: string): Piece => {
  return ({ words }) => words.get(role) as string;
};
const inBlock = (index: number, prefix: number, at: number): ((own: Declared) => Cidr) => {
  return ({ blocks }) => {
    const block = blocks[index] as Cidr;
    const length = Math.max(prefix, block.prefix);
    return block.subnet(length, BigInt(at) % (1n << BigInt(length - block.prefix)));
  };
};
const named = (block: Cidr) => `${block}`.replace(/[.:]/g, '-').replace('/', '_');

const block = fc
  .tuple(number(4), number(128), number(2 ** 30))
  .map(([index, prefix, at]) => inBlock(index, index === 2 ? prefix : Math.min(prefix, 32), at));

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.constantFrom('id/', 'id-', 'adcode', 'name', 'domain').map(word),
  block.map((of) => (own: Declared) => String(of(own))),
  block.map((of) => (own: Declared) => String(of(own).address(0))),
  fc.tuple(block, number(65_535)).map(
    ([of, port]) =>
      (own: Declared) =>
        `ingress-tcp_${port}-${named(of(own))}`,
  ),
  fc.tuple(block, number(9999), number(9999)).map(
    ([of, from, to]) =>
      (own: Declared) =>
        `egress-udp_${from}-${to}-${named(of(own))}`,
  ),
  number(2 ** 6).map((at) => (own: Declared) => `edge-reachable-${`${inBlock(3, 32, at)(own)}`.replace(/[./]/g, '-')}`),
  fc
    .constantFrom(
      '0.0.0.0/0',
      '::/0',
      '59.192.0.0/10',
      '8.8.8.8',
      'GB/T 22239-2019 7.2.3.2',
      'x.yaml:12:5',
      '"',
      '\\',
      '\n',
      '12:30:05',
    )
    .map(
      (text): Piece =>
        () =>
          text,
    ),
  fc.string({ maxLength: 6 }).map(
    (text): Piece =>
      () =>
        text.replace(/[\d.:/_a-f-]/g, 'z'),
  ),
);

const text = (pieces: readonly Piece[], own: Declared): string =>
  JSON.stringify(pieces.map((one) => one(own)).map((one, index) => (index % 3 === 2 ? [one] : ` ${one} `)));

const pieces = fc.array(piece, { minLength: 1, maxLength: 30 });
const two = fc.uniqueArray(number(7), { minLength: 2, maxLength: 2 });

describe('own terms', () => {
  test('what is abstracted is made concrete again as it was', () => {
    fc.assert(
      fc.property(pieces, number(7), (parts, n) => {
        const own = new OwnTerms(cloud(n));
        const written = text(parts, cloud(n));
        const form = own.abstract(written);
        expect(form === undefined ? written : own.concrete(form)).toBe(written);
      }),
      { numRuns: 1000 },
    );
  });

  test('what one cloud says, made concrete by another, is what that one would say', () => {
    fc.assert(
      fc.property(pieces, two, (parts, [a = 0, b = 0]) => {
        const [here, there] = [new OwnTerms(cloud(a)), new OwnTerms(cloud(b))];
        const form = here.abstract(text(parts, cloud(a)));
        expect(form).toBe(there.abstract(text(parts, cloud(b))));
        expect(form === undefined ? undefined : there.concrete(form)).toBe(text(parts, cloud(b)));
      }),
      { numRuns: 1000 },
    );
  });

  test('two clouds that say one thing differently have two keys', () => {
    fc.assert(
      fc.property(pieces, two, number(29), number(9), (parts, [a = 0, b = 0], at, other) => {
        const changed = parts.map((one, index): Piece => (index === at % parts.length ? () => `other ${other}` : one));
        const [here, there] = [text(parts, cloud(a)), text(changed, cloud(b))];
        fc.pre(text(parts, cloud(b)) !== there);
        expect(new OwnTerms(cloud(a)).key([here])).not.toBe(new OwnTerms(cloud(b)).key([there]));
      }),
      { numRuns: 500 },
    );
  });

  test('nobody says of another an address that is his own', () => {
    const [here, there] = [new OwnTerms(cloud(1)), new OwnTerms(cloud(2))];
    const form = here.abstract('"from 10.66.3.4 to 10.65.3.4"');
    expect(form && there.concrete(form)).toBeUndefined();
    const everybody = here.abstract('"from 0.0.0.0/0 to 10.65.3.4"');
    expect(everybody && there.concrete(everybody)).toBe('"from 0.0.0.0/0 to 10.66.3.4"');
  });

  test('a word is one only between other signs than letters and digits, and never in the escape of another', () => {
    const of = (site: string) => new OwnTerms({ words: new Map([['site', site]]), blocks: [] });
    for (const [said, there] of [
      ['at least 30 minutes', 'at least 30 minutes'],
      ['\nanning', '\nanning'],
      ['\neast-1', '\nwest-1'],
      ['east/east_1 "east"', 'west/west_1 "west"'],
    ] as const) {
      const form = of(said.includes('anning') ? 'nanning' : 'east').abstract(JSON.stringify([said]));
      expect(form && of('west').concrete(form)).toBe(JSON.stringify([there]));
    }
  });

  test('a text with private characters is nobody else’s', () => {
    expect(new OwnTerms(cloud(1)).abstract('"\ue000"')).toBeUndefined();
    expect(new OwnTerms(cloud(1)).key(['"a"', '"\ue000"'])).toBeUndefined();
  });
});

describe('two clouds of the same text have two keys where', () => {
  const keyOf = (blocks: readonly string[], words: Readonly<Record<string, string>> = {}) => {
    const declared = { words: new Map(Object.entries(words)), blocks: blocks.map(Cidr.of) };
    return new OwnTerms(declared).key([JSON.stringify([...blocks, '59.192.0.0/10', ...Object.values(words)])]);
  };

  test.each<[string, readonly string[], readonly string[]]>([
    ['one is private', ['10.65.0.0/18'], ['11.65.0.0/18']],
    ['one is the first of a range that both name', ['59.192.0.0/18'], ['59.193.0.0/18']],
    ['one is outside of it', ['59.193.0.0/18'], ['58.193.0.0/18']],
    ['blocks touch', ['10.65.0.0/18', '10.65.64.0/18'], ['10.65.0.0/18', '10.65.128.0/18']],
    ['blocks touch across an octet', ['21.255.192.0/18', '22.0.0.0/18'], ['21.255.128.0/18', '22.0.0.0/18']],
    ['one touches a range that both name', ['59.191.192.0/18'], ['59.128.0.0/18']],
    ['blocks stand in another order', ['10.65.0.0/18', '21.65.0.0/18'], ['21.65.0.0/18', '10.65.0.0/18']],
    ['texts stand in another order', ['11.5.0.0/18', '12.5.0.0/18'], ['101.5.0.0/18', '12.5.0.0/18'].reverse()],
    ['a block is longer', ['10.65.0.0/18'], ['10.65.0.0/19']],
    ['families differ', ['10.65.0.0/32'], ['2001:db8::/32']],
  ])('%s', (_, a, b) => {
    expect(keyOf(a)).not.toBe(keyOf(b));
    expect(keyOf(a)).toBe(keyOf(a));
  });

  test.each<[string, string, string]>([
    ['one is a city', '450222', '450200'],
    ['one is a development zone', '450222', '450271'],
    ['one lies outside of the mainland', '450222', '810001'],
  ])('%s', (_, a, b) => {
    expect(keyOf([], { adcode: a })).not.toBe(keyOf([], { adcode: b }));
    expect(keyOf([], { adcode: a })).toBe(keyOf([], { adcode: '130123' }));
  });

  test('a copy goes to another province', () => {
    const key = (adcode: string, target: string) => keyOf([], { adcode, 'targets.remote.adcode': target });
    expect(key('450222', '450200')).not.toBe(key('450222', '440100'));
    expect(key('450222', '450200')).toBe(key('130123', '130100'));
  });
});
