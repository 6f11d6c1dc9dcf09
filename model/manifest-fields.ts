/** An object of a manifest, as plain data. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object at a path; an empty one where there is none. */
export function fieldsAt(object: Fields, ...path: readonly string[]): Fields {
  let at: unknown = object;
  for (const key of path) at = isFields(at) ? at[key] : undefined;
  return isFields(at) ? at : {};
}

/** The items of a list; undefined where the key is absent or null, which Kubernetes tells from an empty list. */
export function listAt(object: Fields, key: string): readonly unknown[] | undefined {
  const value = object[key];
  return Array.isArray(value) ? value : undefined;
}

/** The objects of a list; an empty list where there is none. */
export function itemsAt(object: Fields, key: string): readonly Fields[] {
  return (listAt(object, key) ?? []).filter(isFields);
}

/** The texts of a list. */
export function textsAt(object: Fields, key: string): readonly string[] {
  return (listAt(object, key) ?? []).filter((one): one is string => typeof one === 'string');
}

const TEMPLATE = ['spec', 'template'];

/** Where an object of a kind keeps the template of its pods; a Pod is its own. Kinds that make none are absent. */
export const POD_TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: TEMPLATE,
  StatefulSet: TEMPLATE,
  DaemonSet: TEMPLATE,
  ReplicaSet: TEMPLATE,
  ReplicationController: TEMPLATE,
  Job: TEMPLATE,
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};
