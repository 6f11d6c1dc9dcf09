import type { Language } from '../../model/text';
import { visible } from '../../model/visible';
import { escaped } from '../../policies/report/markup';
import type { Diagram, DiagramLink } from './diagram';
import { layOut, type PlacedFrame, type PlacedNode } from './layout';

/** Widths of characters of the label font at 11 px, on the wide side; a Chinese one is as wide as the font is high. */
const LATIN = 6.4;
const CAPITAL = 8.6;
const WIDE = 11.5;

function widthOf(character: string): number {
  if (/[MWmw@%…\u2e80-\uffff\u{10000}-\u{10ffff}]/u.test(character)) return WIDE;
  return /[A-Z<>=+~#&]/.test(character) ? CAPITAL : LATIN;
}

/** A diagram as one SVG element, with its style. The same diagram gives the same bytes. */
export function svg(diagram: Diagram, language: Language, order: readonly string[] = []): string {
  const layout = layOut(diagram, order);
  const { width, height } = layout;
  const title = { en: `Planes of ${diagram.name}`, zh: `${diagram.name} 网络平面图` }[language];
  const places = new Map(layout.nodes.map((one) => [one.node.key, one]));
  const joined = joinedEnds(diagram.links);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="diagram" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title>`,
    `<style>${diagramStyle}</style>`,
    `<rect class="ground" width="${width}" height="${height}"/>`,
    ...layout.frames.map(frame),
    ...drawnLinks(diagram.links, places),
    ...layout.nodes.map((one) => node(one, joined.get(one.node.key) ?? [])),
    '</svg>',
  ].join('\n');
}

/** Colours follow the reader's: light or dark. Print is light. */
export const diagramStyle = `
.diagram{--ground:#fff;--ink:#1a2330;--soft:#5b6776;--line:#c3ccd6;--box:#f4f7fa;--extranet:#1f6f43;--internet:#a34700;--other:#4b5d78;--opened:#b3261e;--closed:#2b6cb0;font:11px system-ui,"Noto Sans CJK SC","Noto Sans SC",sans-serif}
@media (prefers-color-scheme:dark){.diagram{--ground:#12171e;--ink:#e6ebf0;--soft:#a3afbc;--line:#3a4653;--box:#1d252e;--extranet:#5fcf92;--internet:#f0a060;--other:#9fb3d1;--opened:#ff8a80;--closed:#82b6f0}}
@media print{.diagram{--ground:#fff;--ink:#000;--soft:#333;--line:#999;--box:#fff;--extranet:#1f6f43;--internet:#a34700;--other:#4b5d78;--opened:#b3261e;--closed:#2b6cb0}}
.diagram .ground{fill:var(--ground)}.diagram text{fill:var(--ink)}
.diagram .frame rect{fill:none;stroke:var(--line)}.diagram .frame text{fill:var(--soft)}
.diagram .plane rect{stroke:var(--other);stroke-width:1.5}.diagram .plane text{fill:var(--other);font-weight:700;font-size:13px}
.diagram .role-extranet rect{stroke:var(--extranet)}.diagram .role-extranet text{fill:var(--extranet)}
.diagram .role-internet rect{stroke:var(--internet)}.diagram .role-internet text{fill:var(--internet)}
.diagram .zone rect,.diagram .outside rect{stroke-dasharray:4 3}.diagram .row text{fill:var(--ink);font-weight:600}
.diagram .node rect{fill:var(--box);stroke:var(--soft)}.diagram .node:focus rect,.diagram .node:hover rect{stroke:var(--ink);stroke-width:2}
.diagram .node:focus{outline:none}
.diagram .link{fill:none;stroke:var(--soft);stroke-opacity:.28}.diagram .link.hub{stroke-opacity:.1}.diagram .link:hover,.diagram .link.lit{stroke:var(--ink);stroke-opacity:1;stroke-width:2}
.diagram .link.opened{stroke:var(--opened);stroke-opacity:1;stroke-width:2.5}.diagram .link.doubted{stroke:var(--opened);stroke-opacity:1;stroke-width:2.5;stroke-dasharray:2 3}.diagram .link.closed{stroke:var(--closed);stroke-opacity:1;stroke-width:2.5;stroke-dasharray:6 4}
.diagram.some .link:not(.lit):not(.opened):not(.doubted):not(.closed){stroke-opacity:.06}`.replace(/\n/g, '');

/** Labels that are larger or bolder than those of boxes. */
const SCALES: Readonly<Partial<Record<PlacedFrame['kind'], number>>> = { plane: 1.4, row: 1.15 };

function frame({ kind, label, plane, x, y, width, height }: PlacedFrame): string {
  const role = kind === 'plane' && /^(extranet|internet)/.test(plane) ? ` role-${plane.split('-')[0]}` : '';
  const words =
    label === '' ? '' : text(label, x + 8, kind === 'row' ? y + height / 2 + 4 : y + 16, width - 12, SCALES[kind]);
  return `<g class="frame ${kind}${role}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${words}</g>`;
}

/** What each node is joined to, for its tooltip. */
function joinedEnds(links: readonly DiagramLink[]): ReadonlyMap<string, readonly string[]> {
  const joined = new Map<string, string[]>();
  const note = (key: string, words: string) => joined.set(key, [...(joined.get(key) ?? []), words]);
  for (const { from, to } of links) {
    note(from, `→ ${to}`);
    note(to, `← ${from}`);
  }
  return joined;
}

/** A tooltip is read up to about so many lines. */
const TOLD = 20;

function node({ node: own, x, y, width, height }: PlacedNode, joined: readonly string[]): string {
  const { key, label, detail, place = '' } = own;
  const some = joined.length > TOLD ? [...joined.slice(0, TOLD), `… ${joined.length}`] : joined;
  const words = escapedLines([key, detail, ...some, place]);
  const named = escaped([key, detail].filter((one) => one !== '').join(', '));
  return [
    `<g class="node" tabindex="0" role="img" aria-label="${named}" data-key="${escaped(key)}"><title>${words}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>${text(label, x + 6, y + 15, width - 10)}</g>`,
  ].join('');
}

function escapedLines(lines: readonly string[]): string {
  return lines
    .filter((one) => one !== '')
    .map(escaped)
    .join('\n');
}

/** A label that stays inside `width`: what does not fit ends in an ellipsis, and the tooltip has it all. */
function text(label: string, x: number, y: number, width: number, scale = 1): string {
  const characters = Array.from(visible(label));
  const total = characters.reduce((sum, one) => sum + widthOf(one) * scale, 0);
  let shown = characters.join('');
  if (total > width) {
    let [used, count] = [WIDE * scale, 0];
    for (; count < characters.length; count += 1) {
      used += widthOf(characters[count] as string) * scale;
      if (used > width) break;
    }
    shown = `${characters.slice(0, count).join('')}…`;
  }
  return `<text x="${x}" y="${y}">${escaped(shown)}</text>`;
}

/** An end that is joined to more than so many others: its links are kept faint until somebody looks at them. */
const HUB = 8;

function drawnLinks(links: readonly DiagramLink[], places: ReadonlyMap<string, PlacedNode>): string[] {
  const counts = new Map<string, number>();
  for (const { from, to } of links) for (const end of [from, to]) counts.set(end, (counts.get(end) ?? 0) + 1);
  const isHub = (key: string) => (counts.get(key) ?? 0) > HUB;
  return links.flatMap((link) => drawn(link, isHub(link.from) || isHub(link.to), places));
}

function drawn(
  { from, to, flows, place, change }: DiagramLink,
  hub: boolean,
  places: ReadonlyMap<string, PlacedNode>,
): string[] {
  const [a, b] = [places.get(from), places.get(to)];
  if (!a || !b) return [];
  const right = a.x <= b.x;
  const [x1, y1] = [right ? a.x + a.width : a.x, a.y + a.height / 2];
  const same = a.x === b.x;
  const [x2, y2] = [right && !same ? b.x : b.x + b.width, b.y + b.height / 2];
  const bend = same ? 40 : Math.max(30, Math.abs(x2 - x1) / 2) * (right ? 1 : -1);
  const curve = `M${x1} ${y1}C${x1 + bend} ${y1} ${same ? x2 + bend : x2 - bend} ${y2} ${x2} ${y2}`;
  const words = escapedLines([`${from} → ${to}`, ...flows, place]);
  return [
    `<path class="link${hub ? ' hub' : ''}${change ? ` ${change}` : ''}" d="${curve}" data-from="${escaped(from)}" data-to="${escaped(to)}"><title>${words}</title></path>`,
  ];
}
