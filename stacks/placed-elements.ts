import { TerraformElement, type TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ownPlace } from '../constructs/openstack/place';

export interface PlacedElement {
  readonly element: TerraformElement;
  /** Of the element, or of the nearest construct around it. */
  readonly place?: string;
}

/** What a stack says to OpenTofu, one element after another as they lie in its tree, and who asked for each. */
export function placedElements(stack: TerraformStack): PlacedElement[] {
  const found: PlacedElement[] = [];
  const visit = (construct: IConstruct, around: string | undefined): void => {
    const place = ownPlace(construct) ?? around;
    if (TerraformElement.isTerraformElement(construct))
      found.push({ element: construct, ...(place !== undefined && { place }) });
    for (const child of construct.node.children) visit(child, place);
  };
  visit(stack, undefined);
  return found;
}
