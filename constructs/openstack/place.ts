import type { IConstruct } from 'constructs';

const TYPE = 'egov:place';

/** Remembers who asked for a construct and everything in it: `file:line:column`. */
export function markPlace(construct: IConstruct, place: string | undefined): void {
  if (place !== undefined) construct.node.addMetadata(TYPE, place);
}

/** What a construct itself was marked with; what lies in it has that place too, unless it has one of its own. */
export function ownPlace({ node }: IConstruct): string | undefined {
  return node.metadata.find(({ type }) => type === TYPE)?.data;
}
