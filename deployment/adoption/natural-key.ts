import type { Thing } from '../openstack/openstack-client';
import type { CloudLookup } from './cloud-lookup';

/** Something of the cloud that a resource may be. */
export interface Found {
  /** What `import` takes. */
  readonly importId: string;
  /** Values to which expressions of other resources resolve; `id` at least. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** When the cloud made it, ISO 8601; `undefined` where the service does not say. */
  readonly created: string | undefined;
}

/** How a resource of one type is recognised. */
export interface NaturalKey {
  /** Attributes without which it cannot be looked for. */
  readonly needs: readonly string[];
  /** Everything that it may be; `project` is where its provider works. */
  find(cloud: CloudLookup, wanted: Thing, project: string): Promise<Found[]>;
}

export function found(thing: Thing, more: { readonly importId?: string; readonly attributes?: Thing } = {}): Found {
  const id = String(thing['id']);
  const created = thing['created_at'];
  return {
    importId: more.importId ?? id,
    attributes: { id, ...more.attributes },
    created: typeof created === 'string' ? created : undefined,
  };
}

/** Equal, where an absent value equals null and the empty text. */
export function same(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => (value === undefined || value === null ? '' : String(value));
  return plain(a) === plain(b);
}
