import { visible } from '../../model/visible';
import type { Diagram, DiagramNode } from './diagram';

/** Comments of a forge draw diagrams up to about this size. */
const LINKS = 400;

/** A diagram as Mermaid's flowchart, for comments: planes and departments as boxes around their tiers. */
export function mermaid(diagram: Diagram): string {
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? `n${ids.size}`;
    ids.set(key, id);
    return id;
  };
  const box = ({ key, label }: DiagramNode) => `${idOf(key)}["${quoted(label)}"]`;
  const lines = ['flowchart LR'];
  for (const one of diagram.outside) lines.push(`  ${box(one)}`);
  for (const [index, plane] of diagram.planes.entries()) {
    lines.push(`  subgraph p${index}["${quoted(plane.key)}"]`);
    for (const { zone, nodes } of plane.platform)
      for (const one of nodes)
        lines.push(`    ${box({ ...one, label: one.label === zone ? zone : `${zone}: ${one.label}` })}`);
    const tenants = new Map<string, DiagramNode[]>();
    for (const tier of plane.tiers) tenants.set(tier.tenant, [...(tenants.get(tier.tenant) ?? []), tier]);
    for (const [number, [tenant, tiers]] of [...tenants].entries())
      lines.push(
        `    subgraph p${index}t${number}["${quoted(tenant)}"]`,
        ...tiers.map((one) => `      ${box(one)}`),
        '    end',
      );
    lines.push('  end');
  }
  const links = [...diagram.links].sort((a, b) => Number(b.change !== undefined) - Number(a.change !== undefined));
  for (const { from, to, change } of links.slice(0, LINKS)) {
    const arrow = change === 'opened' || change === 'doubted' ? '==>' : change === 'closed' ? '-.->' : '-->';
    if (ids.has(from) && ids.has(to)) lines.push(`  ${idOf(from)} ${arrow} ${idOf(to)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Between quotes Mermaid reads HTML entities, written with `#`, and nothing else. */
function quoted(text: string): string {
  return Array.from(visible(text), (one) => (/[\p{L}\p{N} /:._-]/u.test(one) ? one : `#${one.codePointAt(0)};`)).join(
    '',
  );
}
