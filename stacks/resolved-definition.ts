import {
  DefaultTokenResolver,
  StringConcat,
  type TerraformElement,
  TerraformResource,
  type TerraformStack,
  Tokenization,
} from 'cdktf';
import type { TerraformJson } from '../model/emitted-stack';
import { byKey } from '../model/stable-hash';
import { placedElements } from './placed-elements';

type Block = Record<string, unknown>;

/**
 * What `toTerraform` of a stack says, sorted, and without the notes of CDKTF about its own tree. CDKTF resolves every
 * string of every element, and then their sum again; here only what holds a token is resolved, and once for a stack.
 */
export function resolvedDefinition(
  stack: TerraformStack,
  elements: readonly TerraformElement[] = elementsOf(stack),
): TerraformJson {
  const tokens = new TokenReader(stack);
  const definition: Block = {};
  for (const element of elements)
    merge(definition, tokens.read(plainResource(element) ?? element.toTerraform()) as Block);
  return sortedToNames(definition, 3) as TerraformJson;
}

function elementsOf(stack: TerraformStack): TerraformElement[] {
  return placedElements(stack).map(({ element }) => element);
}

/**
 * What `toTerraform` says of a resource that has attributes, a provider and things to wait for, and nothing else. For
 * any other element `undefined`. Nearly all are of this kind, and CDKTF copies each four times to merge nothing into it.
 */
function plainResource(element: TerraformElement): Block | undefined {
  if (!TerraformResource.isTerraformResource(element) || hasMore(element)) return undefined;
  const attributes: Block = element['synthesizeAttributes']();
  if (!Object.values(attributes).every(isPlain)) return undefined;
  const { dependsOn, provider } = element;
  if (dependsOn !== undefined) attributes['depends_on'] = dependsOn;
  if (provider !== undefined) attributes['provider'] = provider.fqn;
  return { resource: { [element.terraformResourceType]: { [element.friendlyUniqueId]: attributes } } };
}

/** Whether CDKTF was told something about a resource beside its attributes. */
function hasMore(element: TerraformResource): boolean {
  const { count, lifecycle, forEach, connection, provisioners } = element;
  const said = [count, lifecycle, forEach, connection, provisioners, element['_imported'], element.hasResourceMove()];
  return (
    said.some((one) => one !== undefined) || element['_hasMoved'] || Object.keys(element['rawOverrides']).length > 0
  );
}

/** Whether nothing in a value is an object that CDKTF has a treatment of its own for, such as a dynamic block. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  return isBlock(value) && Object.values(value).every(isPlain);
}

const resolver = new DefaultTokenResolver(new StringConcat());

class TokenReader {
  private readonly known = new Map<string, unknown>();

  constructor(private readonly scope: TerraformStack) {}

  /** The value without tokens and without what is undefined. */
  read(value: unknown): unknown {
    if (typeof value === 'string') return holdsToken(value) ? this.readText(value) : value;
    if (value === undefined || value === null || typeof value === 'boolean' || Number.isSafeInteger(value))
      return value;
    if (Array.isArray(value))
      return value.some(isListToken) ? this.resolve(value) : value.map((one) => this.read(one)).filter(isGiven);
    return isBlock(value) ? this.readBlock(value) : this.resolve(value);
  }

  private readBlock(block: Block): unknown {
    const read: Block = {};
    for (const name of Object.keys(block)) {
      if (holdsToken(name)) return this.resolve(block);
      const value = this.read(block[name]);
      if (isGiven(value)) read[name] = value;
    }
    return read;
  }

  private readText(text: string): unknown {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const resolved = this.resolve(text);
    this.known.set(text, resolved);
    return resolved;
  }

  private resolve(value: unknown): unknown {
    return Tokenization.resolve(value, { scope: this.scope, resolver, preparing: false });
  }
}

/** How CDKTF writes a token into a string, a list or the key of a map. A token for a number is no safe integer. */
function holdsToken(value: unknown): boolean {
  return typeof value === 'string' && value.includes('TfToken[');
}

/** A list that is one token: it stands for all of its elements. */
function isListToken(value: unknown): boolean {
  return typeof value === 'string' && value.includes('#{TfToken[');
}

function isGiven(value: unknown): boolean {
  return value !== undefined;
}

function merge(target: Block, source: Block): void {
  for (const [name, value] of Object.entries(source)) {
    const known = target[name];
    if (isBlock(known) && isBlock(value)) merge(known, value);
    else if (Array.isArray(known) && Array.isArray(value)) target[name] = [...known, ...value];
    else target[name] = value;
  }
}

/** Blocks, types and names in order; what is inside of a resource stays as the provider's schema has it. */
function sortedToNames(block: Block, depth: number): Block {
  const entries = Object.entries(block).sort(([a], [b]) => byKey(a, b));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!isBlock(value)) return [name, value];
      const { '//': _notes, ...own } = value;
      return [name, depth > 1 ? sortedToNames(own, depth - 1) : own];
    }),
  );
}

/** A plain object: a token or another thing with methods is left to the resolver. */
function isBlock(value: unknown): value is Block {
  if (typeof value !== 'object' || value === null) return false;
  return Object.getPrototypeOf(value) === Object.prototype && typeof (value as Block)['resolve'] !== 'function';
}
