import type { Unknown } from '../world/network-world';
import { isValues, Reference, type Resource, Unresolved, type Value, type Values } from './resource';
import type { ResourceTable } from './resource-table';

/** The attributes of one resource or block, read with the type that each should have. */
export class Attributes {
  constructor(
    readonly resource: Resource,
    private readonly values: Values,
    readonly table: ResourceTable,
  ) {}

  static of(resource: Resource, table: ResourceTable): Attributes {
    return new Attributes(resource, resource.values, table);
  }

  text(key: string): string | undefined {
    const value = this.table.follow(this.values[key]);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(key: string): number | undefined {
    const text = this.text(key);
    return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
  }

  flag(key: string): boolean | undefined {
    const text = this.text(key);
    return text === undefined ? undefined : text === 'true';
  }

  texts(key: string): string[] {
    return this.table.list(this.values[key]).flatMap((one) => {
      const value = this.table.follow(one);
      return typeof value === 'string' ? [value] : [];
    });
  }

  /** The resource that the attribute names; undefined where it is absent or cannot be followed. */
  identity(key: string): string | undefined {
    const identity = this.table.identity(this.values[key]);
    return typeof identity === 'string' ? identity : undefined;
  }

  identities(key: string): string[] {
    return this.table.list(this.values[key]).flatMap((one) => {
      const identity = this.table.identity(one);
      return typeof identity === 'string' ? [identity] : [];
    });
  }

  /** An address or block: written out, or the symbol of the thing whose address it is. */
  address(key: string, index?: number): string | undefined {
    return addressOf(this.table, index === undefined ? this.values[key] : this.table.list(this.values[key])[index]);
  }

  has(key: string): boolean {
    const value = this.values[key];
    return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
  }

  /** Whether the attribute, or a part of it, is an expression that could not be followed. */
  isUnresolved(key: string): boolean {
    return this.table.list(this.values[key]).some((one) => this.table.follow(one) instanceof Unresolved);
  }

  /** Nested blocks, one `Attributes` each. */
  blocks(key: string): Attributes[] {
    const value = this.values[key];
    const all: readonly Value[] = Array.isArray(value) ? (value as readonly Value[]) : [value];
    return all.filter(isValues).map((one) => new Attributes(this.resource, one, this.table));
  }

  get declared(): { id: string; place: string } {
    return { id: this.resource.id, place: this.resource.place };
  }

  /** Whose it is: the project it names, or that of the credentials it is made with. */
  get project(): string {
    return (
      this.identity('tenant_id') ?? this.identity('project_id') ?? this.text('provider') ?? 'the provider’s project'
    );
  }

  unknown(touches: Unknown['touches'], assumption: string): Unknown {
    return { ...this.declared, touches, assumption };
  }
}

export function addressOf(table: ResourceTable, value: Value): string | undefined {
  if (value instanceof Unresolved && value.among.length === 1 && value.among[0])
    return addressOf(table, value.among[0]);
  const followed = table.follow(value);
  if (typeof followed === 'string') return followed === '' ? undefined : followed;
  if (!(followed instanceof Reference)) return undefined;
  const index = followed.path.slice(1).find((part) => /^\d+$/.test(part)) ?? '0';
  return index === '0' ? `@${followed.id}` : `@${followed.id}#${index}`;
}
