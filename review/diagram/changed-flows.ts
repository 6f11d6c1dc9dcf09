import type { Change } from '../change';
import type { Diagram, DiagramLink, LinkChange } from './diagram';

/**
 * A diagram with the flows of a review in it: a link that opens, closes or is in doubt is marked, one that nothing
 * declares is added. What is only known again is not marked.
 */
export function withChanges(diagram: Diagram, changes: readonly Change[]): Diagram {
  const marks = new Map<string, { change: LinkChange; place: string; words: string }>();
  for (const { kind, environment, subject, what, opened, doubted, closed, place = '' } of changes) {
    if (kind !== 'flow' || environment !== diagram.environment) continue;
    const change = opened ? 'opened' : doubted ? 'doubted' : closed ? 'closed' : undefined;
    if (change) marks.set(subject, { change, place, words: what.en });
  }
  const known = new Set<string>();
  const links = diagram.links.map((link): DiagramLink => {
    const subject = `${link.from} → ${link.to}`;
    known.add(subject);
    const mark = marks.get(subject);
    return mark ? { ...link, change: mark.change } : link;
  });
  const further = [...marks].flatMap(([subject, { change, place, words }]): DiagramLink[] => {
    const [from = '', to = ''] = subject.split(' → ');
    return known.has(subject) ? [] : [{ from, to, flows: [words], place, change }];
  });
  return { ...diagram, links: [...links, ...further] };
}
