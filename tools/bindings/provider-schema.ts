/** What one attribute or block of a provider schema looks like to us; other fields are carried along unread. */
export interface SchemaBlock {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly block_types?: Readonly<Record<string, { readonly block: SchemaBlock }>>;
}

type Schemas = Readonly<Record<string, { readonly block: SchemaBlock }>>;

/** The snapshot `packages/provider-openstack/schema.json`: one provider of `tofu providers schema -json`. */
export interface ProviderSnapshot {
  /** Without the registry's host, so that any registry may serve it: `terraform-provider-openstack/openstack`. */
  readonly source: string;
  readonly version: string;
  readonly schema: {
    readonly provider: { readonly block: SchemaBlock };
    readonly resource_schemas: Schemas;
    readonly data_source_schemas: Schemas;
  };
}

/** Fields that the generator never reads; they would only make a renewal harder to review. */
const UNREAD = new Set(['description_kind']);

/** Same schema, same bytes: keys sorted, one attribute on a line, so that a renewal reads well in a diff. */
export function formatSnapshot(snapshot: ProviderSnapshot): string {
  return `${format(snapshot, '')}\n`;
}

function format(value: unknown, indent: string): string {
  if (!isRecord(value) || isLeaf(value)) return JSON.stringify(sorted(value));
  const inner = `${indent} `;
  const lines = keysOf(value).map((key) => `${inner}${JSON.stringify(key)}: ${format(value[key], inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

/** An attribute: it carries its type and holds nothing that is worth a line of its own. */
function isLeaf(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value['type'] === 'string' || Array.isArray(value['type']);
}

function sorted(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(keysOf(value).map((key) => [key, sorted(value[key])]));
}

function keysOf(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value)
    .filter((key) => !UNREAD.has(key))
    .sort();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What came, went and changed between two snapshots, one line each, sorted: `+ openstack_x`, `- openstack_x.attribute`,
 * `~ openstack_x.attribute`. Empty when nothing differs.
 */
export function compareSnapshots(before: ProviderSnapshot, after: ProviderSnapshot): string[] {
  const old = entriesOf(before);
  const renewed = entriesOf(after);
  const lines = [...new Set([...old.keys(), ...renewed.keys()])].sort().flatMap((name) => {
    const [left, right] = [old.get(name), renewed.get(name)];
    if (left === right) return [];
    if (left === undefined) return [`+ ${name}`];
    return [right === undefined ? `- ${name}` : `~ ${name}`];
  });
  const whole = new Set(lines.filter((line) => !line.startsWith('~')));
  return lines.filter((line) => !hasParent(line, whole));
}

/** Attributes of a resource that came or went as a whole are not listed again. */
function hasParent(line: string, whole: ReadonlySet<string>): boolean {
  for (let end = line.lastIndexOf('.'); end > 0; end = line.lastIndexOf('.', end - 1)) {
    if (whole.has(line.slice(0, end))) return true;
  }
  return false;
}

function entriesOf(snapshot: ProviderSnapshot): Map<string, string> {
  const entries = new Map<string, string>();
  const visit = (name: string, block: SchemaBlock): void => {
    entries.set(name, '');
    for (const [key, value] of Object.entries(block.attributes ?? {})) {
      entries.set(`${name}.${key}`, JSON.stringify(sorted(value)));
    }
    for (const [key, value] of Object.entries(block.block_types ?? {})) visit(`${name}.${key}`, value.block);
  };
  visit('provider', snapshot.schema.provider.block);
  for (const [name, value] of Object.entries(snapshot.schema.resource_schemas)) visit(name, value.block);
  for (const [name, value] of Object.entries(snapshot.schema.data_source_schemas)) visit(`data.${name}`, value.block);
  return entries;
}
