import { pathParts } from './expression';
import { isValues, Reference, type Resource, Unresolved, type Value, type Values } from './resource';
import { ResourceTable } from './resource-table';

interface PlanResource {
  readonly address: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index?: number | string;
  readonly values?: Values;
}

interface PlanModule {
  readonly address?: string;
  readonly resources?: readonly PlanResource[];
  readonly child_modules?: readonly PlanModule[];
}

interface ConfigModule {
  readonly resources?: readonly { readonly address: string; readonly expressions?: Values }[];
  readonly module_calls?: Readonly<Record<string, { readonly expressions?: Values; readonly module?: ConfigModule }>>;
  readonly outputs?: Readonly<Record<string, { readonly expression?: Value }>>;
}

/** What `tofu show -json PLAN` prints, as far as it matters here. */
export interface PlanJson {
  readonly planned_values?: { readonly root_module?: PlanModule };
  readonly prior_state?: { readonly values?: { readonly root_module?: PlanModule } };
  readonly configuration?: { readonly root_module?: ConfigModule };
}

/** A module of the configuration with the way back to whoever called it. */
interface Place {
  readonly prefix: string;
  readonly module: ConfigModule;
  readonly caller?: { readonly place: Place; readonly arguments: Values };
}

/** The resources of a plan. Values that apply will fill in are taken, as references, from the configuration. */
export function readPlan(plan: PlanJson): ResourceTable {
  const planned = modules(plan.planned_values?.root_module);
  const prior = modules(plan.prior_state?.values?.root_module)
    .map((module) => ({ ...module, resources: module.resources?.filter((one) => one.mode === 'data') ?? [] }))
    .filter((module) => module.resources.length > 0);
  const all = [...planned, ...prior];
  const instances = new Map<string, PlanResource[]>();
  for (const module of all)
    for (const resource of module.resources ?? []) {
      const bare = bareAddress(module, resource);
      instances.set(bare, [...(instances.get(bare) ?? []), resource]);
    }
  const resources = all.flatMap((module) => {
    const place = placeOf(plan.configuration?.root_module ?? {}, module.address ?? '');
    const expressions = new Map((place.module.resources ?? []).map((one) => [one.address, one.expressions ?? {}]));
    return (module.resources ?? []).map((one): Resource => {
      const bare = `${one.mode === 'data' ? 'data.' : ''}${one.type}.${one.name}`;
      const reader = new ReferenceReader(instances, one.index);
      const values = reader.merge(one.values ?? {}, expressions.get(bare) ?? {}, place);
      return { id: one.address, place: one.address, type: one.type, mode: one.mode, values: values as Values };
    });
  });
  return new ResourceTable([...new Map(resources.map((resource) => [resource.id, resource])).values()]);
}

/** Reads the expressions of one resource instance. */
class ReferenceReader {
  constructor(
    private readonly instances: ReadonlyMap<string, readonly PlanResource[]>,
    private readonly index: number | string | undefined,
  ) {}

  /** Known values where there are any, expressions where there are none. */
  merge(known: Value, expression: Value, place: Place): Value {
    if (isExpression(expression)) return isKnown(known) ? known : this.read(expression, place);
    if (Array.isArray(expression)) {
      const blocks = Array.isArray(known) ? (known as readonly Value[]) : [];
      if (blocks.length > expression.length) return known;
      return expression.map((one: Value, i: number) => this.merge(blocks[i], one, place));
    }
    if (!isValues(expression)) return known;
    const values = isValues(known) ? known : {};
    const keys = new Set([...Object.keys(values), ...Object.keys(expression)]);
    return Object.fromEntries([...keys].map((key) => [key, this.merge(values[key], expression[key], place)]));
  }

  private read(expression: Values, place: Place): Value {
    if (expression['constant_value'] !== undefined) return expression['constant_value'];
    const texts = (expression['references'] as readonly string[] | undefined) ?? [];
    const longest = texts.filter((text) => !texts.some((other) => other !== text && isPrefix(text, other)));
    const here = longest.filter((text) => !/^(each|count|path|terraform|self)\b/.test(text));
    const values = here.map((text) => this.readReference(text, place, texts.length > here.length));
    if (values.length === 1) return values[0];
    const among = values.flatMap((value) => (value instanceof Reference ? [value] : []));
    return new Unresolved(longest.join(' '), among.length === values.length && among.length > 1 ? among : []);
  }

  private readReference(text: string, place: Place, keyed: boolean): Value {
    const parts = pathParts(text);
    if (!parts) return new Unresolved(text);
    const [head, second, third] = parts;
    if (head === 'var' && second) return this.readVariable(second, place);
    if (head === 'module' && second) return this.readOutput(text, parts, place);
    if (head === 'local' || !head || !second) return new Unresolved(text);
    const data = head === 'data';
    const name = data ? `data.${second}.${third}` : `${head}.${second}`;
    const rest = parts.slice(data ? 3 : 2);
    return this.readResource(text, `${place.prefix}${name}`, rest, keyed);
  }

  private readVariable(name: string, place: Place): Value {
    const given = place.caller?.arguments[name];
    if (!place.caller || given === undefined || !isExpression(given)) return new Unresolved(`var.${name}`);
    return this.read(given, place.caller.place);
  }

  private readOutput(text: string, parts: readonly string[], place: Place): Value {
    const call = place.module.module_calls?.[parts[1] as string];
    const output = /^(\d+|.*)$/.test(parts[2] ?? '') && call?.module?.outputs?.[parts.at(-1) as string];
    if (!call?.module || !output || !isExpression(output.expression)) return new Unresolved(text);
    const prefix = `${place.prefix}module.${parts[1]}.`;
    return this.read(output.expression, {
      prefix,
      module: call.module,
      caller: { place, arguments: call.expressions ?? {} },
    });
  }

  private readResource(text: string, bare: string, path: readonly string[], keyed: boolean): Value {
    const found = this.instances.get(bare) ?? [];
    const indexed = found.find((one) => one.index !== undefined && String(one.index) === path[0]);
    if (indexed) return new Reference(indexed.address, path.length > 1 ? path.slice(1) : ['id']);
    const mine = keyed ? found.find((one) => one.index === this.index) : undefined;
    const only = mine ?? (found.length === 1 ? found[0] : undefined);
    if (only) return new Reference(only.address, path.length > 0 ? path : ['id']);
    return new Unresolved(
      text,
      found.length > 1 ? found.map((one) => new Reference(one.address, path.length > 0 ? path : ['id'])) : [],
    );
  }
}

function isExpression(value: Value): value is Values {
  return isValues(value) && ('references' in value || 'constant_value' in value);
}

function isKnown(value: Value): boolean {
  if (Array.isArray(value)) return value.length > 0 && (value as readonly Value[]).every(isKnown);
  return value !== undefined && value !== null;
}

function isPrefix(text: string, other: string): boolean {
  return other.startsWith(text) && /^[.[]/.test(other.slice(text.length));
}

function modules(root: PlanModule | undefined): PlanModule[] {
  return root ? [root, ...(root.child_modules ?? []).flatMap(modules)] : [];
}

function withoutIndexes(address: string): string {
  return address.replace(/\[(?:\d+|"[^"]*")\]/g, '');
}

function bareAddress(module: PlanModule, resource: PlanResource): string {
  const prefix = module.address ? `${withoutIndexes(module.address)}.` : '';
  return `${prefix}${resource.mode === 'data' ? 'data.' : ''}${resource.type}.${resource.name}`;
}

function placeOf(root: ConfigModule, address: string): Place {
  let place: Place = { prefix: '', module: root };
  for (const match of withoutIndexes(address).matchAll(/module\.([\w-]+)/g)) {
    const call = place.module.module_calls?.[match[1] as string];
    place = {
      prefix: `${place.prefix}module.${match[1]}.`,
      module: call?.module ?? {},
      caller: { place, arguments: call?.expressions ?? {} },
    };
  }
  return place;
}
