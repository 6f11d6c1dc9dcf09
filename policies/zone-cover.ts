import type { AssuranceDesign } from '../model/design/assurance-design';
import type { ZoneDesign } from '../model/design/plane-design';
import type { Text } from '../model/text';
import { type DeclarationName, declaration, undeclared } from './declared';
import { designOf, edgeZones, type Of, tenantZones, zoneName, zones } from './design-things';
import { type Look, lookAtEach } from './policy';
import type { Subject } from './subject';

/** Something that was declared to see the traffic of zones. */
interface Covering {
  readonly at: readonly string[];
}

/**
 * Looks at each zone: whether something that was declared covers it. Where nothing of the kind was declared at all,
 * that is what is missing, and not every zone by itself.
 */
export function lookAtCover<T extends Covering>(
  subject: Subject,
  wanted: readonly Of<'zone', ZoneDesign>[],
  name: DeclarationName,
  pick: (assurance: AssuranceDesign) => readonly T[] | undefined,
  lacks: (zone: string, covering: readonly T[]) => Text | undefined,
): Look {
  const declared = pick(designOf(subject).assurance);
  if (declared === undefined) {
    const thing = declaration(subject, name);
    return { looked: [thing], found: [undeclared(thing, name)] };
  }
  return lookAtEach(wanted, ({ zone }) => {
    const key = zoneName(zone);
    return lacks(
      key,
      declared.filter((one) => one.at.includes(key)),
    );
  });
}

/** Edges at level 2, every boundary between zones of business planes from level 3 on. */
export function boundaries(subject: Subject): readonly Of<'zone', ZoneDesign>[] {
  const edges = edgeZones(subject);
  const more = [...tenantZones(subject), ...zones(subject).filter(({ zone }) => PLATFORM.includes(zone.kind))];
  return [...edges, ...more.filter((one) => one.mlps >= 3)];
}

const PLATFORM: readonly string[] = ['I-DMZ', 'I-EXCH', 'E-EXCH'];
