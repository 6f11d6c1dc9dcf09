import type { Design } from '../../../model/design/design';
import type { FlowChange } from '../../../proof/semantic-diff';
import { flowChanges } from '../../../review/compare/flow-changes';
import { PlacesOfEnds } from '../../../review/compare/places-of-ends';

const end = (label: string, plane: string, prefix: string, tenant?: string) => ({
  label,
  zone: { key: 'dept', kind: 'E-DEPT' as const, plane },
  ...(tenant !== undefined && { tenant }),
  prefixes: [prefix],
});
const app = end('a/s/app', 'extranet', '10.0.0.0/28', 'a');
const db = end('a/s/db', 'extranet', '10.0.1.0/28', 'a');
const web = end('a/s/web', 'internet', '10.9.0.0/28', 'a');
const other = end('b/s/app', 'extranet', '10.0.2.0/28', 'b');

const design = {
  planes: [
    { key: 'extranet', role: 'extranet', zones: [{ key: 'edge', network: { name: 'x/extranet/edge' } }] },
    { key: 'internet', role: 'internet', zones: [{ key: 'edge', network: { name: 'x/internet/edge' } }] },
  ],
  intent: {
    zones: [],
    ends: [app, db, web, other],
    flows: [
      {
        id: 'F10 a/s/app-to-db',
        row: 'F10',
        from: app,
        to: db,
        ports: [{ protocol: 'tcp', from: 5432, to: 5432 }],
        purpose: 'p',
        place: 'environments/x/tenants/a.yaml:9:7',
      },
    ],
  },
  gaps: [],
} as unknown as Design;

const packet = (source: string, destination: string, service: string) => ({
  services: service,
  witness: { source, destination, service },
});

function told(...changes: FlowChange[]) {
  const places = new PlacesOfEnds([design]);
  return flowChanges('x', { changes, missing: [] }, places, places);
}

test('what crosses the planes without a flow is the gravest, and says that it crosses', () => {
  const [change] = told({
    kind: 'added',
    from: 'a/s/web',
    to: 'a/s/app',
    opened: packet('10.9.0.1', '10.0.0.1', 'tcp/22'),
  });
  expect([change?.rank, change?.what.en]).toEqual([0, 'opens across planes: now passes tcp/22']);
  expect(change).not.toHaveProperty('approvedBy');
});

test('what a flow allows names it, its line and its row', () => {
  const [change] = told({
    kind: 'widened',
    from: 'a/s/app',
    to: 'a/s/db',
    opened: packet('10.0.0.1', '10.0.1.1', 'tcp/5432'),
  });
  expect(change).toMatchObject({
    rank: 5,
    place: 'environments/x/tenants/a.yaml:9:7',
    touches: 'F10',
    approvedBy: 'F10 a/s/app-to-db',
  });
});

test('another port between the same ends is allowed by no flow', () => {
  const [change] = told({
    kind: 'widened',
    from: 'a/s/app',
    to: 'a/s/db',
    opened: packet('10.0.0.1', '10.0.1.1', 'tcp/5433'),
  });
  expect(change?.rank).toBe(2);
  expect(change).not.toHaveProperty('place');
});

test('what is not known any more comes before what is allowed, and what closes comes last', () => {
  const [doubted, closed] = told(
    { kind: 'doubted', from: 'a/s/app', to: 'b/s/app', doubted: packet('10.0.0.1', '10.0.2.1', 'tcp/1') },
    { kind: 'removed', from: 'a/s/app', to: 'a/s/db', closed: packet('10.0.0.1', '10.0.1.1', 'tcp/5432') },
  );
  expect([doubted?.rank, doubted?.what.en]).toEqual([2, 'is unknown now: perhaps passes tcp/1']);
  expect([closed?.rank, closed?.what.en]).toEqual([7, 'closes: no longer passes tcp/5432']);
});

test('doubt beside an opening takes nothing from its rank, and is told apart from what passes', () => {
  const [change] = told({
    kind: 'added',
    from: 'a/s/web',
    to: 'a/s/app',
    opened: packet('10.9.0.1', '10.0.0.1', 'tcp/22'),
    doubted: packet('10.9.0.1', '10.0.0.1', 'udp/53'),
  });
  expect([change?.rank, change?.opened?.services, change?.doubted?.services]).toEqual([0, 'tcp/22', 'udp/53']);
});

test('an opening that a flow allows, and about which something is in doubt, comes before what is allowed', () => {
  const [change] = told({
    kind: 'widened',
    from: 'a/s/app',
    to: 'a/s/db',
    opened: packet('10.0.0.1', '10.0.1.1', 'tcp/5432'),
    doubted: packet('10.0.0.1', '10.0.1.1', 'tcp/5432'),
  });
  expect(change?.rank).toBe(2);
});

test('what is only in doubt is not said to pass', () => {
  const [change] = told({
    kind: 'doubted',
    from: 'a/s/app',
    to: 'b/s/app',
    doubted: packet('10.0.0.1', '10.0.2.1', 'tcp/1'),
  });
  expect(change?.doubted?.services).toBe('tcp/1');
  expect(change).not.toHaveProperty('opened');
});

test('nothing approves what is only known again', () => {
  const [change] = told({
    kind: 'settled',
    from: 'a/s/app',
    to: 'a/s/db',
    settled: packet('10.0.0.1', '10.0.1.1', 'tcp/5432'),
  });
  expect([change?.rank, change?.touches, change?.what.en]).toEqual([
    7,
    'F10',
    'is known again: no doubt any more about tcp/5432',
  ]);
  expect(change).not.toHaveProperty('approvedBy');
});

test('something that could open anything is told, the gravest where it came', () => {
  const places = new PlacesOfEnds([design]);
  const missing = { place: 'stack/x.y', assumption: 'x.y joins no networks' };
  const diff = {
    changes: [],
    missing: [
      { ...missing, side: 'both' as const },
      { ...missing, place: 'z', side: 'after' as const },
      { ...missing, place: 'w', side: 'before' as const },
    ],
  };
  expect(flowChanges('x', diff, places, places).map(({ subject, rank, lane }) => [subject, rank, lane])).toEqual([
    ['stack/x.y', 6, 1],
    ['z', 1, 1],
    ['w', 7, 1],
  ]);
});

test('of many services twelve are told and the rest is counted; all of them stand in the change', () => {
  const services = Array.from({ length: 300 }, (_, index) => `tcp/${10_000 + 2 * index}`).join(', ');
  const opened = { ...packet('10.0.0.1', '10.0.1.1', 'tcp/10000'), services };
  const [change] = told({ kind: 'widened', from: 'a/s/app', to: 'a/s/db', opened });
  expect(change?.what.en).toMatch(/^widens: now passes tcp\/10000, (tcp\/\d+, ){10}tcp\/10022 and 288 more$/);
  expect(change?.what.zh).toMatch(/tcp\/10022 等 300 项$/);
  expect(change?.opened?.services).toBe(services);
});
