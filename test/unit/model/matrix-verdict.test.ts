import { judgeFlow, type MatrixEnd } from '../../../model/matrix-verdict';
import { type ZoneKind, zoneKindNames } from '../../../model/zone-kind';

/** Where a zone of each kind is, written here a second time. */
const planeOf = (kind: ZoneKind) =>
  ({ I: 'internet', E: 'extranet', M: 'management', X: kind === 'X-DR' ? 'replication' : 'storage', T: '' })[
    kind[0] as 'I'
  ];
const TENANT_KINDS = new Set<ZoneKind>(['I-APP', 'I-DATA', 'E-PUB', 'E-DEPT', 'E-VPN', 'E-DATA', 'E-SHARE', 'T-TEST']);

type Relation = 'same tenant' | 'other tenant' | 'to the platform' | 'from the platform' | 'inside the platform';

/**
 * The matrix of the domain, pair by pair, as its text reads. `F10` admits; `F10 granted` admits with a grant; `gap`
 * admits a channel only. What stands in no line is denied by the default. Direct flows of departments to the
 * management plane have no route: F17 and F20 are carried by the relays of their plane (INV-5), so F24 refuses them.
 */
const MATRIX: Readonly<Record<Relation, readonly string[]>> = {
  'same tenant': [
    'I-APP > I-DATA: F03',
    'E-VPN > E-DEPT: F09',
    'E-PUB > E-DATA: F10',
    'E-DEPT > E-DATA: F10',
    'E-PUB > E-DEPT: F10',
    'E-DEPT > E-PUB: F10',
    'E-DEPT > E-SHARE: F11',
    // Over the gap: F04 on the one side, F06 on the other, either way.
    'I-APP > E-SHARE: gap',
    'I-APP > E-DEPT: gap',
    'I-APP > E-PUB: gap',
    'E-SHARE > I-APP: gap',
    'E-DEPT > I-APP: gap',
    'E-PUB > I-APP: gap',
  ],
  'other tenant': [
    'E-PUB > E-DATA: F10 granted',
    'E-DEPT > E-DATA: F10 granted',
    'E-PUB > E-DEPT: F10 granted',
    'E-PUB > E-PUB: F10 granted',
    'E-DEPT > E-PUB: F10 granted',
    'E-SHARE > E-SHARE: F12 granted',
    'I-APP > E-SHARE: gap',
    'I-APP > E-DEPT: gap',
    'I-APP > E-PUB: gap',
    'E-SHARE > I-APP: gap',
    'E-DEPT > I-APP: gap',
    'E-PUB > I-APP: gap',
  ],
  'to the platform': ['I-APP', 'I-DATA']
    .map((from) => `${from} > I-EDGE: F14 tcp/3128`)
    .concat(['E-PUB', 'E-DEPT', 'E-VPN', 'E-DATA', 'E-SHARE'].map((from) => `${from} > E-EDGE: F14 tcp/3128`)),
  'from the platform': ['E-EDGE > E-PUB: F07 tcp/443', 'E-EDGE > E-DEPT: F08'],
  'inside the platform': [
    'I-EXCH > E-EXCH: gap',
    'E-EXCH > I-EXCH: gap',
    'M-SUP > M-CTRL: F19 tcp/443',
    'X-BACKUP > X-DR: F22',
  ],
};

/** Rows about the platform itself, which name all zones: the first of them that holds, in the order of the matrix. */
function platformRow(from: ZoneKind, to: ZoneKind): string | undefined {
  if (from === 'M-OPS') return 'F16 tcp/22,tcp/3389,tcp/6443';
  if (to === 'M-SEC') return 'F17 tcp/6514,tcp/443';
  if (from === 'M-SEC') return 'F18';
  if (to === 'M-OPS') return 'F20 udp/123,udp/53,tcp/53';
  if (to === 'X-BACKUP') return 'F21';
  return undefined;
}

const named = new Map(
  Object.entries(MATRIX).flatMap(([relation, lines]) =>
    lines.map((line) => {
      const [pair = '', verdict = ''] = line.split(': ');
      return [`${relation} ${pair}`, verdict] as const;
    }),
  ),
);

function expected(from: ZoneKind, to: ZoneKind, relation: Relation): string {
  const written = named.get(`${relation} ${from} > ${to}`);
  if (written !== undefined) return written;
  if (relation === 'inside the platform')
    return platformRow(from, to) ?? (to.startsWith('M-') && planeOf(from) !== 'management' ? 'deny F24' : 'deny');
  if (relation === 'same tenant' && from === to) return 'own-zone';
  if ((from === 'T-TEST') !== (to === 'T-TEST') && to[0] !== 'M' && to[0] !== 'X' && from[0] !== 'M' && from[0] !== 'X')
    return 'deny F23';
  if (from === 'E-DEPT' && to === 'E-DEPT') return 'deny F13';
  return to.startsWith('M-') ? 'deny F24' : 'deny';
}

function ends(from: ZoneKind, to: ZoneKind, relation: Relation): readonly [MatrixEnd, MatrixEnd] {
  const [first, second] = [TENANT_KINDS.has(from), TENANT_KINDS.has(to)];
  // A test zone may be in either business plane: here it is where the other end is.
  const test = (other: ZoneKind) => (other[0] === 'I' ? 'internet' : 'extranet');
  const end = (kind: ZoneKind, other: ZoneKind, tenant: string | undefined): MatrixEnd => ({
    kind,
    plane: planeOf(kind) || test(other),
    zone: kind.toLowerCase(),
    ...(tenant !== undefined && { tenant }),
  });
  return [
    end(from, to, first ? 'finance' : undefined),
    end(to, from, second ? (relation === 'other tenant' ? 'health' : 'finance') : undefined),
  ];
}

function relations(from: ZoneKind, to: ZoneKind): readonly Relation[] {
  const [first, second] = [TENANT_KINDS.has(from), TENANT_KINDS.has(to)];
  if (first && second) return ['same tenant', 'other tenant'];
  if (first) return ['to the platform'];
  return second ? ['from the platform'] : ['inside the platform'];
}

function verdict(from: MatrixEnd, to: MatrixEnd): string {
  const result = judgeFlow(from, to);
  if (result.verdict === 'gap') return 'gap';
  if (result.verdict === 'deny') return result.row === 'default deny' ? 'deny' : `deny ${result.row}`;
  const ports = result.ports ? ` ${result.ports.join(',')}` : '';
  return `${result.row}${result.needsGrant ? ' granted' : ''}${ports}`;
}

describe('the flow matrix', () => {
  it.each(zoneKindNames)('says of flows from %s what the domain says, for all kinds and tenants', (from) => {
    const cases = zoneKindNames.flatMap((to) => relations(from, to).map((relation) => ({ to, relation })));
    const line = ({ to, relation }: (typeof cases)[number], said: string) => `${from} > ${to}, ${relation}: ${said}`;
    expect(cases.map((one) => line(one, verdict(...ends(from, one.to, one.relation))))).toEqual(
      cases.map((one) => line(one, expected(from, one.to, one.relation))),
    );
  });

  it('keeps test apart from production over the planes too', () => {
    const test: MatrixEnd = { kind: 'T-TEST', plane: 'internet', zone: 'test', tenant: 'finance' };
    const department: MatrixEnd = { kind: 'E-DEPT', plane: 'extranet', zone: 'dept', tenant: 'finance' };
    expect(judgeFlow(test, department)).toMatchObject({ verdict: 'deny', row: 'F23' });
    expect(judgeFlow(department, test)).toMatchObject({ verdict: 'deny', row: 'F23' });
  });

  it('opens no channel between the test zones of two planes', () => {
    const outer: MatrixEnd = { kind: 'T-TEST', plane: 'internet', zone: 'test', tenant: 'finance' };
    expect(judgeFlow(outer, { ...outer, plane: 'extranet' })).toMatchObject({ verdict: 'deny', row: 'default deny' });
  });

  it('lets one department use several zones of departments', () => {
    const first: MatrixEnd = { kind: 'E-DEPT', plane: 'extranet', zone: 'dept', tenant: 'finance' };
    const second: MatrixEnd = { ...first, zone: 'dept-two' };
    expect(judgeFlow(first, second)).toEqual({ verdict: 'allow', row: 'F10', needsGrant: false });
    expect(judgeFlow(first, { ...second, tenant: 'health' })).toMatchObject({ verdict: 'deny', row: 'F13' });
  });

  it('leaves a zone to its department, and to no other', () => {
    const own: MatrixEnd = { kind: 'E-DATA', plane: 'extranet', zone: 'data', tenant: 'finance' };
    expect(judgeFlow(own, own)).toEqual({ verdict: 'allow', row: 'own-zone', needsGrant: false });
    expect(judgeFlow(own, { ...own, tenant: 'health' })).toMatchObject({ verdict: 'deny', row: 'default deny' });
  });

  it('says the ports that a row fixes', () => {
    const edge: MatrixEnd = { kind: 'E-EDGE', plane: 'extranet', zone: 'edge' };
    const shared: MatrixEnd = { kind: 'E-PUB', plane: 'extranet', zone: 'public', tenant: 'data-bureau' };
    expect(judgeFlow(edge, shared)).toEqual({ verdict: 'allow', row: 'F07', needsGrant: false, ports: ['tcp/443'] });
  });
});
