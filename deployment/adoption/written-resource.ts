import type { EmittedStack } from '../../model/emitted-stack';
import { byKey } from '../../model/stable-hash';

/** A managed resource as a stack writes it: values, and expressions for what other resources or stacks give. */
export interface WrittenResource {
  /** `TYPE.NAME`. */
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Expression of the project in which the provider of the resource works; absent for the account's own. */
  readonly scope?: unknown;
}

/** Every managed resource of a stack, in the order of the addresses. */
export function writtenResources(definition: EmittedStack['definition']): WrittenResource[] {
  const scopes = scopesOf(definition);
  const all = Object.entries(definition.resource ?? {}).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => {
      const provider = String(attributes['provider'] ?? '');
      const scope = scopes.get(provider);
      return { address: `${type}.${name}`, type, attributes, ...(scope === undefined ? {} : { scope }) };
    }),
  );
  return all.sort((a, b) => byKey(a.address, b.address));
}

/** Project of each provider that has an alias, by `openstack.ALIAS`. */
function scopesOf(definition: EmittedStack['definition']): ReadonlyMap<string, unknown> {
  const { openstack } = (definition['provider'] ?? {}) as { openstack?: Provider | readonly Provider[] };
  const providers = openstack === undefined ? [] : Array.isArray(openstack) ? openstack : [openstack as Provider];
  return new Map(providers.flatMap(({ alias, tenant_id }) => (alias ? [[`openstack.${alias}`, tenant_id]] : [])));
}

interface Provider {
  readonly alias?: string;
  readonly tenant_id?: unknown;
}

const EXPRESSION = /^\$\{([a-z][a-z0-9_]*)\.([^.}]+)(?:\.([a-z_]+))?\}$/;

/** What is known while resources are looked for. */
export interface Known {
  /** Attributes of a resource that was found, or that the state has. */
  readonly resource: (address: string) => Readonly<Record<string, unknown>> | undefined;
  readonly variable: (name: string) => unknown;
}

/** The value of an attribute, or `undefined` where it hangs on something that is not known. */
export function resolved(value: unknown, known: Known): unknown {
  if (Array.isArray(value)) {
    const all = value.map((one) => resolved(one, known));
    return all.includes(undefined) ? undefined : all;
  }
  if (typeof value !== 'string' || !value.includes('${')) return value;
  const [, first = '', second = '', attribute = 'id'] = EXPRESSION.exec(value) ?? [];
  if (first === 'var') return known.variable(second);
  return known.resource(`${first}.${second}`)?.[attribute];
}
