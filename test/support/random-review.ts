import fc from 'fast-check';
import type { Change } from '../../review/change';
import { type Lane, lanes } from '../../review/lane';
import type { Review } from '../../review/review';

/** Names as somebody may write them who wants a reviewer to see something else. */
const hostileNames: readonly string[] = [
  '`a`',
  '``',
  '```\n# title\n```',
  '| a | b |\n|---|---|',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '](https://evil.example) [',
  '![x](https://evil.example/x.png)',
  '@everyone #1 :tada: www.evil.example https://evil.example',
  'abc\u202egnp.exe',
  'zero\u200bwidth\u2060\ufeff',
  '- [x] approved',
  '\n\n# Approved by security\n\n',
  '</details>',
  '&lt;b&gt; &amp; \\` \\| \\n',
  '财政厅',
  ' ',
  '\u2028\u0085\u000b',
  '\u0001 0\u0002',
];

export const hostileName: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
  fc.constantFrom(...hostileNames),
);

/** The same names as `hostileName` has, without what generating costs, for thousands of changes at once. */
export function randomChanges(seed: number, count: number): Change[] {
  let state = (seed >>> 0) + 1;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T;
  const letters = (): string =>
    Array.from({ length: 1 + below(24) }, () => String.fromCodePoint(1 + below(one([0x7e, 0x2fff, 0xd7ff])))).join('');
  const name = (): string => (below(3) === 0 ? one(hostileNames) : letters());
  const maybe = <K extends string>(key: K) => (below(2) === 0 ? {} : ({ [key]: name() } as Record<K, string>));
  const packets = () => ({ services: name(), witness: { source: name(), destination: name(), service: name() } });
  return Array.from({ length: count }, (_, index) => ({
    environment: one(['hebei', 'guangxi/liuzhou', 'qinghai', 'suizhou']),
    lane: one(lanes),
    rank: below(8),
    kind: one(['flow', 'tier', 'quota', 'finding']),
    subject: `${name()} ${index}`,
    what: one([
      { en: 'tier: 1 port changed', zh: '层：端口 1 修改' },
      ...Array.from({ length: 2 }, () => ({ en: name(), zh: name() })),
    ]),
    ...maybe('before'),
    ...maybe('after'),
    ...maybe('place'),
    ...maybe('touches'),
    ...(below(3) === 0 && { opened: packets() }),
    ...(below(5) === 0 && { closed: packets() }),
    resources: Array.from({ length: below(3) }, () => ({
      stack: 's',
      address: name(),
      action: 'change' as const,
      attributes: [{ path: name(), before: name(), after: name() }],
    })),
  }));
}

const randomPackets = fc.record({
  services: hostileName,
  witness: fc.record({ source: hostileName, destination: hostileName, service: hostileName }),
});

export const randomChange: fc.Arbitrary<Change> = fc
  .record({
    environment: fc.constantFrom('hebei', 'guangxi/liuzhou', 'qinghai', 'suizhou'),
    lane: fc.constantFrom(...lanes),
    rank: fc.nat(8),
    kind: fc.constantFrom('flow', 'tier', 'quota', 'finding'),
    subject: hostileName,
    en: hostileName,
    before: fc.option(hostileName, { nil: undefined }),
    after: fc.option(hostileName, { nil: undefined }),
    place: fc.option(hostileName, { nil: undefined }),
    touches: fc.option(hostileName, { nil: undefined }),
    address: hostileName,
    packets: fc.record({ opened: randomPackets, closed: randomPackets, doubted: randomPackets }, { requiredKeys: [] }),
  })
  .map(({ environment, lane, rank, kind, subject, en, before, after, place, touches, address, packets }) => ({
    environment,
    lane: lane as Lane,
    rank,
    kind,
    subject,
    what: { en, zh: en },
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(place !== undefined && { place }),
    ...(touches !== undefined && { touches }),
    ...packets,
    resources: [{ stack: 's', address, action: 'add' as const, attributes: [] }],
  }));

export function reviewOf(changes: readonly Change[]): Review {
  const ids = [...new Set(changes.map(({ environment }) => environment))].sort();
  return {
    base: { name: 'main', commit: '0'.repeat(40) },
    head: { name: 'work tree', commit: '1'.repeat(40) },
    environments: ids.map((id) => ({
      id,
      state: 'changed' as const,
      problems: [],
      facts: { adcode: '130000', name: '河北省', domain: 'hebei.gov.example' },
    })),
    changes: [...changes].sort((a, b) => a.lane - b.lane),
    notes: [],
  };
}

/**
 * The text of Markdown outside of code spans, read by the rules of CommonMark: a run of backticks opens a span that the
 * next run of the same length closes, and a run that none closes is text. The contents of the spans, apart.
 */
export function codeSpans(line: string): { readonly outside: string; readonly inside: readonly string[] } {
  let outside = '';
  const inside: string[] = [];
  for (let at = 0; at < line.length; ) {
    if (line[at] !== '`') {
      outside += line[at++];
      continue;
    }
    let open = at;
    while (line[open] === '`') open++;
    const length = open - at;
    let close = -1;
    for (let from = open; from < line.length; ) {
      const next = line.indexOf('`', from);
      if (next < 0) break;
      let end = next;
      while (line[end] === '`') end++;
      if (end - next === length) close = next;
      if (close >= 0) break;
      from = end;
    }
    if (close < 0) {
      outside += line.slice(at, open);
      at = open;
      continue;
    }
    const content = line.slice(open, close);
    const spaced = content.startsWith(' ') && content.endsWith(' ') && content.trim() !== '';
    inside.push(spaced ? content.slice(1, -1) : content);
    at = close + length;
  }
  return { outside, inside };
}
