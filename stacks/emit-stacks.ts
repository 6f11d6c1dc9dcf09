import { App, TerraformResource } from 'cdktf';
import type { Design } from '../model/design/design';
import type { StackDesign } from '../model/design/stack-design';
import { type EmittedStack, resourceCount } from '../model/emitted-stack';
import { type Problem, ProblemsError } from '../model/problem';
import { SYNTHESIS_STACK_LARGE } from '../model/problems/synthesis-problems';
import { byKey, sortedEntries } from '../model/stable-hash';
import { buildStack } from './build-stack';
import { CloudIndex } from './cloud-index';
import { withOwnTokens } from './own-tokens';
import { type PlacedElement, placedElements } from './placed-elements';
import { resolvedDefinition } from './resolved-definition';
import { inOrder } from './stack-order';
import { StackParts } from './stack-parts';

/** Twice what a state should hold: beyond, a plan of one change takes minutes. */
const LARGEST = 1000;

/**
 * Every stack of the design as OpenTofu's JSON, in the order of their dependencies. Nothing is written. A stack that
 * `known` has, because it was made of the same for another design, is that very stack; new ones are added to it. Throws
 * ProblemsError that names every stack that is too large.
 */
export function emitStacks(design: Design, known?: Map<string, EmittedStack>): EmittedStack[] {
  // CDKTF notes a stack trace for every token, which takes most of its time.
  process.env['CDKTN_DISABLE_CREATION_STACK'] ??= '1';
  const parts = new StackParts(design);
  const stacks = inOrder(design.stacks).map((stack) => {
    const key = known && parts.keyOf(stack);
    const made = known?.get(key ?? '') ?? withOwnTokens(() => emitStack(new CloudIndex(parts.of(stack)), stack));
    if (key !== undefined) known?.set(key, made);
    return made;
  });
  const large = stacks.filter((stack) => resourceCount(stack) > LARGEST);
  if (large.length > 0) throw new ProblemsError(large.map((stack) => tooLarge(design, stack)));
  return stacks;
}

function tooLarge({ environment, stacks, tenants }: Design, stack: EmittedStack): Problem {
  const key = stacks.find((one) => one.key === stack.name)?.tenant;
  const place = tenants.find((tenant) => tenant.key === key)?.place ?? environment;
  return SYNTHESIS_STACK_LARGE.at(place, { stack: stack.name, resources: resourceCount(stack), limit: LARGEST });
}

function emitStack(index: CloudIndex, stack: StackDesign): EmittedStack {
  // An app of its own, so that its constructs can be freed; the folder exists, and nothing is written to it.
  const app = new App({ outdir: '.', skipValidation: true });
  const built = buildStack(app, stack.key, { index, stack });
  const placed = placedElements(built);
  return {
    name: stack.key,
    definition: resolvedDefinition(
      built,
      placed.map(({ element }) => element),
    ),
    inputs: Object.fromEntries(sortedEntries(built.inputs)),
    places: placesOf(placed),
  };
}

function placesOf(placed: readonly PlacedElement[]): Readonly<Record<string, string>> {
  const places = placed.flatMap(({ element, place }) => {
    if (place === undefined || !TerraformResource.isTerraformResource(element)) return [];
    return [[`${element.terraformResourceType}.${element.friendlyUniqueId}`, place] as const];
  });
  return Object.fromEntries(places.sort(([a], [b]) => byKey(a, b)));
}
