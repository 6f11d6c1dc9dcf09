import type { Change } from '../change';
import type { Diagram, DiagramLink } from './diagram';

/** A diagram with the flows of a review in it: a link that opens or closes is marked, one that nothing declares is added. */
export function withChanges(diagram: Diagram, changes: readonly Change[]): Diagram {
  const marks = new Map<string, { change: 'opened' | 'closed'; place: string; words: string }>();
  for (const { kind, environment, subject, what, opened, place = '' } of changes) {
    if (kind !== 'flow' || environment !== diagram.environment) continue;
    marks.set(subject, { change: opened ? 'opened' : 'closed', place, words: what.en });
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
