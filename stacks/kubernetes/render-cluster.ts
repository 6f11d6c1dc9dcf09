import { stringify } from 'yaml';
import { clusterObjects } from '../../constructs/kubernetes/objects/cluster-objects';
import type { KubernetesObject } from '../../constructs/kubernetes/objects/kubernetes-object';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import { byKey } from '../../model/stable-hash';

export interface RenderedFile {
  /** `00-cluster.yaml` for what belongs to the whole cluster, else the name of the namespace. */
  readonly name: string;
  readonly text: string;
}

/** First line of every file. */
export const RENDERED = '# Rendered by egov; do not edit.';

/**
 * The objects of a cluster as plain manifests: one file for what belongs to the whole cluster, then one for each
 * namespace, which begins with the namespace, so that `kubectl apply -f` may take them in their order.
 */
export function renderCluster(cluster: ClusterDesign, inputs: ClusterInputs): readonly RenderedFile[] {
  const files = new Map<string, KubernetesObject[]>();
  for (const object of clusterObjects(cluster, inputs)) {
    const { name, namespace } = object.metadata;
    const file = namespace ?? (object.kind === 'Namespace' ? name : '00-cluster');
    files.set(file, [...(files.get(file) ?? []), object]);
  }
  return Array.from(files, ([name, objects]) => ({ name: `${name}.yaml`, text: textOf(objects) })).sort((a, b) =>
    byKey(a.name, b.name),
  );
}

function textOf(objects: readonly KubernetesObject[]): string {
  const documents = objects.map((object) =>
    stringify(object, { sortMapEntries: true, lineWidth: 0, aliasDuplicateObjects: false }),
  );
  return `${RENDERED}\n${documents.join('---\n')}`;
}
