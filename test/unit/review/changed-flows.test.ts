import type { ChangedPackets } from '../../../proof/semantic-diff';
import type { Change } from '../../../review/change';
import { withChanges } from '../../../review/diagram/changed-flows';
import type { Diagram } from '../../../review/diagram/diagram';
import { mermaid } from '../../../review/diagram/mermaid';
import { svg } from '../../../review/diagram/svg';

const tier = (key: string) => ({ key, label: key, detail: '', tenant: 'a', plane: 'extranet', zone: 'dept' });
const link = (from: string, to: string) => ({ from, to, flows: [`F10 ${from}-to-${to}`], place: 'a.yaml:1:1' });
const diagram: Diagram = {
  environment: 'x',
  name: '某市',
  outside: [],
  planes: [{ key: 'extranet', role: 'extranet', platform: [], zones: ['dept'], tiers: ['a', 'b', 'c'].map(tier) }],
  links: [link('a', 'b'), link('b', 'c')],
};
const packets: ChangedPackets = {
  services: 'tcp/1',
  witness: { source: '10.0.0.1', destination: '10.0.0.2', service: 'tcp/1' },
};

function change(subject: string, more: Partial<Change>): Change {
  const what = { en: 'words', zh: '说明' };
  return { environment: 'x', lane: 1, rank: 1, kind: 'flow', subject, what, resources: [], ...more };
}

/** Each link with its mark, once `changes` are drawn in. */
function marks(...changes: Change[]): (string | undefined)[][] {
  return withChanges(diagram, changes).links.map(({ from, to, change: mark }) => [`${from} → ${to}`, mark]);
}

test('a flow that opens, closes or is in doubt is marked on its link, and the others are as they were', () => {
  expect(marks(change('a → b', { opened: packets }))).toEqual([
    ['a → b', 'opened'],
    ['b → c', undefined],
  ]);
  expect(marks(change('a → b', { closed: packets }))).toEqual([
    ['a → b', 'closed'],
    ['b → c', undefined],
  ]);
  expect(marks(change('a → b', { doubted: packets }))).toEqual([
    ['a → b', 'doubted'],
    ['b → c', undefined],
  ]);
});

test('of several the gravest is the mark', () => {
  const [opened] = marks(change('a → b', { opened: packets, doubted: packets, closed: packets }));
  const [doubted] = marks(change('a → b', { doubted: packets, closed: packets }));
  expect([opened?.[1], doubted?.[1]]).toEqual(['opened', 'doubted']);
});

test('what is only known again is no mark', () => {
  expect(marks(change('a → b', {}))).toEqual([
    ['a → b', undefined],
    ['b → c', undefined],
  ]);
});

test('a flow that nothing declares is a link of its own, with its words and its place', () => {
  const { links } = withChanges(diagram, [change('a → c', { opened: packets, place: 'b.yaml:2:2' })]);
  expect(links.at(-1)).toEqual({ from: 'a', to: 'c', flows: ['words'], place: 'b.yaml:2:2', change: 'opened' });
});

test('another environment, and what is no flow, mark nothing', () => {
  const others = [
    change('a → b', { environment: 'y', opened: packets }),
    change('a → b', { kind: 'tier', opened: packets }),
  ];
  expect(withChanges(diagram, others)).toEqual(diagram);
});

test.each([
  ['opened', 'n0 ==> n1'],
  ['doubted', 'n0 ==> n1'],
  ['closed', 'n0 -.-> n1'],
] as const)('%s is drawn in both pictures', (mark, arrow) => {
  const marked = withChanges(diagram, [change('a → b', { [mark]: packets })]);
  expect(svg(marked, 'en')).toContain(`class="link ${mark}"`);
  expect(mermaid(marked)).toContain(arrow);
});
