import type { PlanDocument } from '../../engines/plan-summary';
import type { EmittedStack } from '../../model/emitted-stack';

type Attributes = Readonly<Record<string, unknown>>;

/** What the provider's schema says of the types of attributes, as far as it is read here. */
interface ProviderSchemas {
  readonly provider_schemas: Readonly<
    Record<
      string,
      {
        readonly resource_schemas?: Readonly<
          Record<
            string,
            { readonly block: { readonly attributes: Readonly<Record<string, { readonly type: unknown }>> } }
          >
        >;
      }
    >
  >;
}

/**
 * A state as an apply of a first plan would leave it, without a cloud: the planned values, and for each id a text that
 * names its resource. What else only a cloud would fill in stays empty.
 */
export function plannedState(
  document: PlanDocument,
  definition: EmittedStack['definition'],
  schemas: object,
  lineage: string,
): string {
  const types = Object.values((schemas as ProviderSchemas).provider_schemas)[0]?.resource_schemas ?? {};
  const outputs = Object.entries(definition.output ?? {});
  const resources = (document.resource_changes ?? []).flatMap(({ address, type, mode, change }) => {
    const name = address.slice(type.length + 1);
    const written = definition.resource?.[type]?.[name];
    if (mode !== 'managed' || written === undefined) return [];
    const given = Object.entries(written).map(([key, value]) => [key, filled(change.after?.[key], value)] as const);
    const known = Object.fromEntries(given.filter(([key]) => !HANDLING.has(key)));
    const unknown = Object.entries((change.after_unknown ?? {}) as Attributes)
      .filter(([, one]) => one === true)
      .map(([key]) => [key, empty(types[type]?.block.attributes[key]?.type)] as const);
    const attributes: Attributes = { ...change.after, ...Object.fromEntries(unknown), ...known, id: idOf(address) };
    const provider = 'provider["registry.opentofu.org/terraform-provider-openstack/openstack"]';
    const alias = String(written['provider'] ?? '').split('.')[1];
    const instances = [{ schema_version: 0, attributes }];
    return [{ mode, type, name, provider: alias === undefined ? provider : `${provider}.${alias}`, instances }];
  });
  return JSON.stringify({
    version: 4,
    terraform_version: '1.12.6',
    serial: 1,
    lineage,
    outputs: Object.fromEntries(
      outputs.map(([name, { value }]) => [name, { value: filled(undefined, value), type: 'string' }]),
    ),
    resources,
  });
}

const HANDLING = new Set(['provider', 'depends_on', 'lifecycle']);

/** A block has no type of its own. */
function empty(type: unknown): unknown {
  if (type === undefined) return [];
  if (Array.isArray(type)) return type[0] === 'map' ? {} : [];
  return { number: 0, bool: false }[String(type)] ?? '';
}

function idOf(address: string): string {
  return `id-of-${address}`;
}

/** What was planned, or the id that an expression stands for. */
function filled(planned: unknown, written: unknown): unknown {
  const reference = /^\$\{(\w+\.[^.}]+)\.\w+\}$/.exec(typeof written === 'string' ? written : '')?.[1];
  if (reference !== undefined) return idOf(reference);
  if (Array.isArray(written) && JSON.stringify(written).includes('${')) {
    const first = (planned as readonly unknown[] | undefined) ?? [];
    return written.map((one, i) => filled(first[i], one));
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return planned;
  const own = (planned ?? {}) as Attributes;
  return Object.fromEntries([
    ...Object.entries(own),
    ...Object.entries(written).map(([key, value]) => [key, filled(own[key], value)] as const),
  ]);
}
