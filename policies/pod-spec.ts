import { isRecord, type Manifest } from './manifest';

type Fields = Readonly<Record<string, unknown>>;

/** A Kubernetes object that makes pods, with the template of them. */
export interface PodMaker extends Manifest {
  readonly spec: Fields;
  /** Containers, init containers and ephemeral ones, as they run in one pod. */
  readonly containers: readonly Container[];
}

export interface Container {
  readonly name: string;
  readonly fields: Fields;
  readonly security: Fields;
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};
const TEMPLATE = ['spec', 'template', 'spec'];
const MAKERS = [
  'Pod',
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
  'CronJob',
];

/** Objects that make pods. One without a template, which the API server refuses, has no containers. */
export function podMakers(manifests: readonly Manifest[]): readonly PodMaker[] {
  return manifests
    .filter((one) => MAKERS.includes(one.kind))
    .map((one) => {
      const spec = fieldsAt(one.object, ...(KINDS[one.kind] ?? TEMPLATE));
      const lists = ['initContainers', 'containers', 'ephemeralContainers'];
      return { ...one, spec, containers: lists.flatMap((list) => itemsAt(spec, list).map(container)) };
    });
}

function container(fields: Fields): Container {
  return { name: String(fields['name'] ?? ''), fields, security: fieldsAt(fields, 'securityContext') };
}

/** The object at a path; an empty one where there is none. */
export function fieldsAt(object: Fields, ...path: readonly string[]): Fields {
  let at: unknown = object;
  for (const key of path) at = isRecord(at) ? at[key] : undefined;
  return isRecord(at) ? at : {};
}

/** The objects of a list; an empty list where there is none. */
export function itemsAt(object: Fields, key: string): readonly Fields[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The texts of a list. */
export function textsAt(object: Fields, key: string): readonly string[] {
  const value = object[key];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
