import { Attributes } from '../proof/reading/attributes';
import { Reference, type Resource, type Value } from '../proof/reading/resource';
import type { ResourceTable } from '../proof/reading/resource-table';
import type { Thing } from './thing';

/** A resource as policies see it. `values` follows references: `values.identity('network_id')` is an id of the table. */
export interface JudgedResource extends Thing {
  /** In the table: the address, with the stack before it where there are several. */
  readonly id: string;
  readonly type: string;
  readonly values: Attributes;
  /** `name:value` tags, and the metadata of what has no tags. */
  readonly tags: ReadonlyMap<string, string>;
}

const NONE: readonly JudgedResource[] = [];

/** Every managed resource with the level of the system that it belongs to. */
export class JudgedResources {
  readonly all: readonly JudgedResource[];
  private readonly byId: ReadonlyMap<string, JudgedResource>;
  private readonly byType = new Map<string, JudgedResource[]>();

  /** `platform` is the level of what is everybody's; `level`, where given, is that of everything. */
  constructor(
    readonly table: ResourceTable,
    platform: number,
    level?: number,
  ) {
    const managed = table.resources.filter((one) => one.mode === 'managed');
    const levels = level === undefined ? new Levels(managed, table, platform) : undefined;
    this.all = managed.map((resource): JudgedResource => {
      const { id, type, place } = resource;
      const key = keyOf(id);
      const values = Attributes.of(resource, table);
      // Where nobody knows the words that asked for it, the address is its place.
      const at = place === id ? key : place;
      return {
        id,
        key,
        type,
        place: at,
        values,
        tags: tagsOf(resource),
        mlps: level ?? levels?.of(resource) ?? platform,
      };
    });
    this.byId = new Map(this.all.map((one) => [one.id, one]));
    for (const one of this.all) {
      const list = this.byType.get(one.type);
      if (list) list.push(one);
      else this.byType.set(one.type, [one]);
    }
  }

  ofType(type: string): readonly JudgedResource[] {
    return this.byType.get(type) ?? NONE;
  }

  find(id: string | undefined): JudgedResource | undefined {
    return id === undefined ? undefined : this.byId.get(id);
  }
}

/** An address without its stack: addresses are unique over the stacks of a cloud, and a plan knows no stack. */
export function keyOf(id: string): string {
  return id.replace(/^[^./[]+\//, '');
}

const TAG = /^([A-Za-z][A-Za-z0-9]*):(.*)$/s;

function tagsOf({ values }: Resource): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  const metadata = values['metadata'];
  if (typeof metadata === 'object' && metadata !== null)
    for (const [name, value] of Object.entries(metadata)) if (typeof value === 'string') tags.set(name, value);
  const list = values['tags'];
  for (const tag of Array.isArray(list) ? list : []) {
    const match = typeof tag === 'string' ? TAG.exec(tag) : null;
    if (match) tags.set(match[1] as string, match[2] as string);
  }
  return tags;
}

/** Levels of resources: their own tag, that of what they refer to, the highest of their project, the platform's. */
class Levels {
  private readonly own = new Map<string, number>();
  private readonly projects = new Map<string, number>();

  constructor(
    resources: readonly Resource[],
    private readonly table: ResourceTable,
    private readonly platform: number,
  ) {
    for (const resource of resources) {
      const level = Number(tagsOf(resource).get('mlps'));
      if (!(level >= 1 && level <= 5)) continue;
      this.own.set(resource.id, level);
      const project = this.projectOf(resource);
      if (project !== undefined) this.projects.set(project, Math.max(level, this.projects.get(project) ?? 0));
    }
  }

  of(resource: Resource): number {
    const own = this.own.get(resource.id);
    if (own !== undefined) return own;
    const near = [...references(resource.values)].map((id) => this.own.get(id) ?? 0);
    const highest = Math.max(0, ...near);
    if (highest > 0) return highest;
    const project = this.projectOf(resource) ?? resource.id;
    return this.projects.get(project) ?? this.platform;
  }

  /** The project that it names; what leaves it to the credentials may be anybody's. */
  private projectOf(resource: Resource): string | undefined {
    const values = Attributes.of(resource, this.table);
    return values.identity('tenant_id') ?? values.identity('project_id') ?? values.text('provider');
  }
}

function* references(value: Value): Generator<string> {
  if (value instanceof Reference) yield value.id;
  else if (Array.isArray(value)) for (const one of value as readonly Value[]) yield* references(one);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) yield* references(one as Value);
}
