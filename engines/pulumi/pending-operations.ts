/** What is read here of a state of Pulumi, version 3. */
export interface PulumiState {
  readonly resources?: readonly StateResource[];
  readonly pending_operations?: readonly { readonly type: string; readonly resource: StateResource }[];
}

export interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly inputs?: { readonly metadata?: { readonly name?: string; readonly namespace?: string } };
}

/**
 * A state in which no operation of a killed Pulumi is pending: an object that it was making counts as made, since the
 * next look at the cluster finds whether it was, and a destroy takes it away if it was. What it was changing or taking
 * away is in the state already. Undefined where nothing is pending.
 */
export function settledState(state: PulumiState): PulumiState | undefined {
  const { pending_operations: pending = [], ...whole } = state;
  if (pending.length === 0) return undefined;
  const resources = [...(whole.resources ?? [])];
  const known = new Set(resources.map(({ urn }) => urn));
  for (const { type, resource } of pending) {
    const id = type === 'creating' && !known.has(resource.urn) ? idOf(resource) : undefined;
    if (id === undefined) continue;
    known.add(resource.urn);
    resources.push(Object.assign({}, resource, { id, outputs: resource.inputs }));
  }
  return { ...whole, resources };
}

/** As Pulumi's provider of Kubernetes names an object; undefined for what is no object. */
function idOf({ type, inputs }: StateResource): string | undefined {
  const { name, namespace } = inputs?.metadata ?? {};
  if (!type.startsWith('kubernetes:') || name === undefined) return undefined;
  return namespace === undefined ? name : `${namespace}/${name}`;
}
