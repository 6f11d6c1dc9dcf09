import type { FieldTree, LiveObject, ManagedFields } from '../../engines/pulumi/pulumi-change';

/** A field of an object, and who set it last. */
export interface OwnedField {
  /** `spec.hard.pods`. */
  readonly path: string;
  /** `kubectl-edit`; undefined where the object does not say. */
  readonly manager: string | undefined;
}

/** The manager that set a field last, other than Pulumi. */
export function ownerOf(object: LiveObject, path: string): string | undefined {
  const names = fieldNames(path);
  const owners = othersIn(object).filter(({ fieldsV1 = {} }) => owns(fieldsV1, names));
  return owners.sort((a, b) => ((a.time ?? '') < (b.time ?? '') ? 1 : -1))[0]?.manager;
}

/**
 * Fields that somebody added beside those that are declared: Pulumi looks at declared fields only. What a controller
 * keeps up, in the metadata and in the status, is no addition. Whoever changes a declared field owns it from then on:
 * it is declared all the same.
 */
export function addedFields(object: LiveObject, declared: unknown): OwnedField[] {
  const held = entriesOf(object).find(({ manager }) => manager === object.__fieldManager)?.fieldsV1 ?? {};
  const own = withDeclared(held, declared);
  const paths = othersIn(object).flatMap(({ manager, fieldsV1 = {} }) =>
    beyond(fieldsV1, own, []).map((path) => ({ path, manager })),
  );
  return [...new Map(paths.map((one) => [one.path, one])).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Parts of a cluster that keep objects up in the course of their work. */
const CONTROLLERS = /^(kube-controller-manager|clusterrole-aggregation-controller|kube-apiserver|kube-scheduler)$/;

function othersIn(object: LiveObject): ManagedFields[] {
  return entriesOf(object).filter(
    ({ manager = '', subresource = '' }) =>
      manager !== object.__fieldManager && subresource === '' && !CONTROLLERS.test(manager),
  );
}

function entriesOf({ metadata }: LiveObject): readonly ManagedFields[] {
  return metadata?.managedFields ?? [];
}

/** The fields that somebody holds, and those of an object as it was declared. */
function withDeclared(held: FieldTree, declared: unknown): FieldTree {
  if (typeof declared !== 'object' || declared === null || Array.isArray(declared)) return held;
  const fields = Object.entries(declared).map(([key, value]) => [
    `f:${key}`,
    withDeclared(held[`f:${key}`] ?? {}, value),
  ]);
  return { ...held, ...Object.fromEntries(fields) };
}

/** Paths of what is in a tree and not in another, outside of metadata and status. */
function beyond(tree: FieldTree, other: FieldTree, above: readonly string[]): string[] {
  return Object.entries(tree).flatMap(([key, below]) => {
    const name = nameOf(key);
    if (name === undefined || (above.length === 0 && (name === 'metadata' || name === 'status'))) return [];
    const same = other[key];
    const path = [...above, name];
    if (same === undefined) return [written(path)];
    // One of the two sets the field as a whole.
    if (Object.keys(same).length === 0 || Object.keys(below).length === 0) return [];
    return beyond(below, same, path);
  });
}

/** `f:spec` is a field, `k:{"name":"web"}` an item of a list; `.` is the object itself. */
function nameOf(key: string): string | undefined {
  if (key.startsWith('f:')) return key.slice(2);
  return key.startsWith('k:') || key.startsWith('v:') ? `[${key.slice(2)}]` : undefined;
}

function written(names: readonly string[]): string {
  return names.reduce((path, name) => {
    if (name.startsWith('[')) return `${path}${name}`;
    if (name.includes('.')) return `${path}["${name}"]`;
    return path === '' ? name : `${path}.${name}`;
  }, '');
}

/** The names in `spec.hard["requests.cpu"]`. Numbers of items are left out: an owner knows them by keys. */
export function fieldNames(path: string): string[] {
  const parts = path.matchAll(/\["([^"]+)"\]|\[\d+\]|([^.[\]]+)/g);
  return [...parts].flatMap(([, quoted, plain]) => quoted ?? plain ?? []);
}

function owns(tree: FieldTree, names: readonly string[]): boolean {
  const [first, ...rest] = names;
  if (first === undefined) return true;
  const below = tree[`f:${first}`];
  if (below !== undefined) return Object.keys(below).length === 0 || owns(below, rest);
  const items = Object.entries(tree).filter(([key]) => key.startsWith('k:'));
  return items.some(([, item]) => owns(item, names));
}
