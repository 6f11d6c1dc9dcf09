import { type Fields, fieldsAt, itemsAt, POD_TEMPLATES } from '../model/manifest-fields';
import type { Manifest } from './manifest';

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

/** Objects that make pods. One without a template, which the API server refuses, has no containers. */
export function podMakers(manifests: readonly Manifest[]): readonly PodMaker[] {
  return manifests
    .filter((one) => POD_TEMPLATES[one.kind] !== undefined)
    .map((one) => {
      const spec = fieldsAt(one.object, ...(POD_TEMPLATES[one.kind] ?? []), 'spec');
      const lists = ['initContainers', 'containers', 'ephemeralContainers'];
      return { ...one, spec, containers: lists.flatMap((list) => itemsAt(spec, list).map(container)) };
    });
}

function container(fields: Fields): Container {
  return { name: String(fields['name'] ?? ''), fields, security: fieldsAt(fields, 'securityContext') };
}
