import type { Diagram, DiagramNode, DiagramPlane, DiagramTier } from './diagram';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Box {
  readonly node: DiagramNode;
  readonly plane: string;
}

export interface PlacedFrame extends Box {
  readonly kind: 'plane' | 'zone' | 'column' | 'row' | 'outside';
  readonly label: string;
  readonly plane: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly PlacedFrame[];
  readonly nodes: readonly PlacedNode[];
}

/** Sizes in pixels of an SVG that is shown as it is. */
export const NODE = { width: 140, height: 22 } as const;
const GAP = 6;
const COLUMN = NODE.width + 2 * GAP;
const SLOT = NODE.height + GAP;
/** A department has room for so many tiers in one zone before a further row at the end takes over. */
const SLOTS = 3;
const ROW = SLOTS * SLOT + 2 * GAP;
const TITLE = 24;
const NAMES = 130;
const BETWEEN = 70;
const MARGIN = 16;

/**
 * A place for everything: planes beside each other, a column for each zone, a row for each department through all of
 * them. Rows have one height and spare slots, and what does not fit goes to further rows at the end, so that one tier
 * more moves nothing but what lies behind it there. O(n); `order` puts departments of an earlier picture first.
 */
export function layOut(diagram: Diagram, order: readonly string[] = []): Layout {
  const business = diagram.planes.filter(({ tiers, zones }) => tiers.length > 0 || zones.length > 0);
  const other = diagram.planes.filter((plane) => !business.includes(plane));
  const frames: PlacedFrame[] = [];
  const nodes: PlacedNode[] = [];
  const top = MARGIN + placeOutside(diagram, frames, nodes);
  const strip = Math.max(0, ...business.map(stripHeight));
  const rows = rowsOf(
    business.flatMap(({ tiers }) => tiers),
    order,
  );
  const bottom = top + TITLE + strip + TITLE + rows.length * ROW + GAP;
  let x = MARGIN + NAMES;
  for (const [index, row] of rows.entries())
    frames.push({
      kind: 'row',
      label: row.label,
      plane: '',
      x: MARGIN,
      y: rowY(top, strip, index),
      width: NAMES - GAP,
      height: ROW - GAP,
    });
  for (const plane of business) {
    const columns = Math.max(plane.zones.length, plane.platform.length, 1);
    const width = columns * COLUMN + 2 * GAP;
    frames.push({ kind: 'plane', label: plane.key, plane: plane.key, x, y: top, width, height: bottom - top });
    placePlatform(plane, { x: x + GAP, y: top + TITLE, across: true }, frames, nodes);
    for (const [column, zone] of plane.zones.entries()) {
      const at = { x: x + GAP + column * COLUMN, y: top + TITLE + strip };
      frames.push({
        kind: 'column',
        label: zone,
        plane: plane.key,
        ...at,
        width: COLUMN - GAP,
        height: bottom - at.y - GAP,
      });
      for (const [index, row] of rows.entries())
        for (const [slot, tier] of (row.cells.get(`${plane.key}\t${zone}`) ?? []).entries())
          nodes.push({
            node: tier,
            plane: plane.key,
            x: at.x + GAP / 2,
            y: rowY(top, strip, index) + GAP + slot * SLOT,
            ...NODE,
          });
    }
    x += width + BETWEEN;
  }
  let y = top;
  for (const plane of other) {
    const height = TITLE + plane.platform.reduce((sum, zone) => sum + zoneHeight(zone.nodes.length) + GAP, GAP);
    frames.push({ kind: 'plane', label: plane.key, plane: plane.key, x, y, width: COLUMN + 2 * GAP, height });
    placePlatform(plane, { x: x + GAP, y: y + TITLE, across: false }, frames, nodes);
    y += height + 2 * GAP;
  }
  const right = other.length > 0 ? x + COLUMN + 2 * GAP : x - BETWEEN;
  return {
    width: Math.max(right, ...nodes.map((one) => one.x + one.width)) + MARGIN,
    height: Math.max(bottom, y) + MARGIN,
    frames,
    nodes,
  };
}

function rowY(top: number, strip: number, index: number): number {
  return top + TITLE + strip + TITLE + index * ROW;
}

interface Row {
  readonly label: string;
  /** Plane and zone to at most `SLOTS` tiers. */
  readonly cells: Map<string, DiagramTier[]>;
}

/** A row for each department, and behind all of them one for what does not fit there. */
function rowsOf(tiers: readonly DiagramTier[], order: readonly string[]): Row[] {
  const rank = new Map(order.map((tenant, index) => [tenant, index]));
  const tenants = [...new Set(tiers.map(({ tenant }) => tenant))].sort(
    (a, b) => (rank.get(a) ?? order.length) - (rank.get(b) ?? order.length) || (a < b ? -1 : 1),
  );
  const rows = new Map(tenants.map((tenant): [string, Row] => [tenant, { label: tenant, cells: new Map() }]));
  const further = new Map<string, Row[]>();
  for (const tier of tiers) {
    const { tenant, plane, zone } = tier;
    const key = `${plane}\t${zone}`;
    const all = [rows.get(tenant) as Row, ...(further.get(tenant) ?? [])];
    let row = all.find(({ cells }) => (cells.get(key)?.length ?? 0) < SLOTS);
    if (!row) {
      row = { label: `${tenant} (${all.length + 1})`, cells: new Map() };
      further.set(tenant, [...all.slice(1), row]);
    }
    row.cells.set(key, [...(row.cells.get(key) ?? []), tier]);
  }
  return [...rows.values(), ...tenants.flatMap((tenant) => further.get(tenant) ?? [])];
}

function zoneHeight(count: number): number {
  return TITLE + Math.max(1, count) * SLOT;
}

function stripHeight({ platform }: DiagramPlane): number {
  return platform.length === 0 ? 0 : Math.max(...platform.map(({ nodes }) => zoneHeight(nodes.length))) + GAP;
}

function placePlatform(
  { platform, key: plane }: DiagramPlane,
  start: { readonly x: number; readonly y: number; readonly across: boolean },
  frames: PlacedFrame[],
  nodes: PlacedNode[],
): void {
  let [x, y] = [start.x, start.y];
  for (const { zone, nodes: inside } of platform) {
    const height = zoneHeight(inside.length);
    frames.push({ kind: 'zone', label: zone, plane, x, y, width: COLUMN - GAP, height });
    for (const [index, node] of inside.entries())
      nodes.push({ node, plane, x: x + GAP / 2, y: y + TITLE + index * SLOT - GAP / 2, ...NODE });
    if (start.across) x += COLUMN;
    else y += height + GAP;
  }
}

function placeOutside({ outside }: Diagram, frames: PlacedFrame[], nodes: PlacedNode[]): number {
  if (outside.length === 0) return 0;
  const width = outside.length * COLUMN + GAP;
  frames.push({ kind: 'outside', label: '', plane: '', x: MARGIN + NAMES, y: MARGIN, width, height: SLOT + GAP });
  for (const [index, node] of outside.entries())
    nodes.push({ node, plane: '', x: MARGIN + NAMES + GAP + index * COLUMN, y: MARGIN + GAP, ...NODE });
  return SLOT + 3 * GAP;
}
