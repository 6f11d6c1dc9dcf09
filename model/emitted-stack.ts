/**
 * What the toolkit hands to OpenTofu, as plain data: one value per state.
 *
 * `definition` is the parsed `cdk.tf.json`: `{ resource: { TYPE: { NAME: {...} } }, output, variable, provider, terraform }`.
 * A reference to another resource of the same stack is a string `${TYPE.NAME.ATTRIBUTE}`; a reference to another
 * stack is `${var.NAME}`, and `inputs` says which output of which stack fills that variable.
 */
export interface EmittedStack {
  readonly name: string;
  readonly definition: TerraformJson;
  readonly inputs: Readonly<Record<string, StackOutputRef>>;
  /** Resource address (`TYPE.NAME`) to the place in the YAML that asked for it, `file:line:column`. */
  readonly places: Readonly<Record<string, string>>;
}

export interface StackOutputRef {
  readonly stack: string;
  readonly output: string;
  /** What the output was called before a key in it was renamed, the oldest first; absent where it never was. */
  readonly former?: readonly string[];
}

export interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly output?: Readonly<Record<string, { readonly value?: unknown; readonly sensitive?: boolean }>>;
  readonly variable?: Readonly<Record<string, unknown>>;
  readonly [block: string]: unknown;
}

/** What a resource that a state has under this address is called now: keys in it may have been renamed since. */
export function presentAddress({ definition }: Pick<EmittedStack, 'definition'>): (address: string) => string {
  const blocks = (definition['moved'] ?? []) as readonly { readonly from: string; readonly to: string }[];
  const next = new Map(blocks.map(({ from, to }) => [from, to]));
  return (address) => {
    let now = address;
    for (let to = next.get(now); to !== undefined; to = next.get(now)) now = to;
    return now;
  };
}

export function resourceCount({ definition }: EmittedStack): number {
  return Object.values(definition.resource ?? {}).reduce((sum, named) => sum + Object.keys(named).length, 0);
}
