import { DefaultTokenResolver, StringConcat, TerraformElement, type TerraformStack, Tokenization } from 'cdktf';
import type { TerraformJson } from '../model/emitted-stack';
import { byKey } from '../model/stable-hash';

type Block = Record<string, unknown>;

/**
 * What `toTerraform` of a stack says, sorted, and without the notes of CDKTF about its own tree. CDKTF resolves every
 * string of every element, and then their sum again; here only what holds a token is resolved, and once for a stack.
 */
export function resolvedDefinition(stack: TerraformStack): TerraformJson {
  const tokens = new TokenReader(stack);
  const definition: Block = {};
  for (const element of stack.node.findAll())
    if (TerraformElement.isTerraformElement(element)) merge(definition, tokens.read(element.toTerraform()) as Block);
  return sortedToNames(definition, 3) as TerraformJson;
}

const resolver = new DefaultTokenResolver(new StringConcat());

class TokenReader {
  private readonly known = new Map<string, unknown>();

  constructor(private readonly scope: TerraformStack) {}

  /** The value without tokens and without what is undefined. */
  read(value: unknown): unknown {
    if (typeof value === 'string') return holdsToken(value) ? this.readText(value) : value;
    if (typeof value === 'boolean' || value === null || Number.isSafeInteger(value)) return value;
    if (Array.isArray(value))
      return value.some(holdsToken) ? this.resolve(value) : value.map((one) => this.read(one)).filter(isGiven);
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
