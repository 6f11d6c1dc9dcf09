import type { IConstruct } from 'constructs';

const TYPE = 'egov:place';

/** Remembers who asked for a construct and everything in it: `file:line:column`. */
export function markPlace(construct: IConstruct, place: string | undefined): void {
  if (place !== undefined) construct.node.addMetadata(TYPE, place);
}

/** The place of a construct, or that of the nearest one around it. */
export function placeOf(construct: IConstruct): string | undefined {
  for (let at: IConstruct | undefined = construct; at !== undefined; at = at.node.scope) {
    const entry = at.node.metadata.find(({ type }) => type === TYPE);
    if (entry !== undefined) return entry.data;
  }
  return undefined;
}
