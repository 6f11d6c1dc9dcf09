import type { FlowBasis } from './flow';
import { flowMatrix, type MatrixParty, type MatrixRow } from './flow-matrix';
import type { Text } from './text';
import { type ZoneKind, zoneKinds } from './zone-kind';

/** One end of a flow as the matrix sees it. A platform zone has no tenant. */
export interface MatrixEnd {
  readonly kind: ZoneKind;
  readonly plane: string;
  readonly zone: string;
  readonly tenant?: string;
}

/** What the matrix says about one pair: a row that admits, perhaps with a grant of the owner, or the row that refuses. */
export type MatrixVerdict =
  | {
      readonly verdict: 'allow';
      readonly row: FlowBasis;
      readonly ports?: readonly string[];
      readonly needsGrant: boolean;
    }
  | { readonly verdict: 'gap' }
  | { readonly verdict: 'deny'; readonly row: string; readonly condition: Text };

const DEFAULT_DENY: Text = {
  en: 'no row of the flow matrix joins these zones',
  zh: '访问矩阵没有连接这两个区域的条目',
};

/**
 * The verdict of the flow matrix. Test meets nothing but itself (F23); business planes meet in a gap only, and there
 * only what the rows on both of its sides name (F04, F05, F06); departments exchange by F11 and F12 (F13); inside one
 * zone and one department the owner decides.
 */
export function judgeFlow(from: MatrixEnd, to: MatrixEnd): MatrixVerdict {
  const own = from.tenant !== undefined && from.tenant === to.tenant;
  const test = [from, to].filter((end) => end.kind === 'T-TEST').length;
  if (test === 1 && from.tenant !== undefined && to.tenant !== undefined) return denied('F23');
  if (from.plane !== to.plane) return crossing(from, to);
  if (test === 1) return denied('F23');
  if (own && from.zone === to.zone) return { verdict: 'allow', row: 'own-zone', needsGrant: false };
  if (!own && from.kind === 'E-DEPT' && to.kind === 'E-DEPT') return denied('F13');
  const row = flowMatrix.find((one) => one.verdict === 'allow' && joins(one, from, to));
  if (row !== undefined) return allowed(row, own);
  return to.tenant === undefined && from.tenant !== undefined && to.kind.startsWith('M-') ? denied('F24') : unjoined();
}

function crossing(from: MatrixEnd, to: MatrixEnd): MatrixVerdict {
  if (throughGap(from.kind, to.kind) || throughGap(to.kind, from.kind)) return { verdict: 'gap' };
  const row = flowMatrix.find((one) => one.verdict === 'allow' && joins(one, from, to) && one.tenants === 'platform');
  if (row !== undefined && from.tenant === undefined && to.tenant === undefined) return allowed(row, false);
  return to.kind.startsWith('M-') ? denied('F24') : unjoined();
}

/** The exchange zones themselves, or the ends that F04 and F06 join to them. A channel may go either way. */
function throughGap(internet: ZoneKind, extranet: ZoneKind): boolean {
  const partners = (id: string, side: 'from' | 'to') => flowMatrix.find((row) => row.id === id)?.[side] ?? [];
  if (internet === 'I-EXCH') return extranet === 'E-EXCH';
  return partners('F04', 'from').includes(internet) && partners('F06', 'to').includes(extranet);
}

function joins(row: MatrixRow, from: MatrixEnd, to: MatrixEnd): boolean {
  const sameTenant = from.tenant === to.tenant && from.tenant !== undefined;
  if (row.tenants === 'same' && !sameTenant) return false;
  if (row.tenants === 'platform' && from.tenant !== undefined && to.tenant !== undefined) return false;
  return row.from.some((party) => covers(party, from)) && row.to.some((party) => covers(party, to));
}

function covers(party: MatrixParty, end: MatrixEnd): boolean {
  if (party === 'all-zones') return true;
  if (party === 'tenant-zones') return zoneKinds[end.kind].tenancy === 'tenant';
  return party === end.kind;
}

function allowed(row: MatrixRow, own: boolean): MatrixVerdict {
  const needsGrant = row.tenants === 'granted' && !own;
  return { verdict: 'allow', row: row.id, needsGrant, ...(row.ports && { ports: row.ports }) };
}

function denied(id: string): MatrixVerdict {
  const row = flowMatrix.find((one) => one.id === id) as MatrixRow;
  return { verdict: 'deny', row: id, condition: row.condition };
}

function unjoined(): MatrixVerdict {
  return { verdict: 'deny', row: 'default deny', condition: DEFAULT_DENY };
}
