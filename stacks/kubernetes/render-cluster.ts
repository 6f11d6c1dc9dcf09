import * as pulumi from '@pulumi/pulumi';
import { stringify } from 'yaml';
import type { ClusterDesign } from '../../model/design/cluster-design';
import type { ClusterInputs } from '../../model/design/cluster-inputs';
import { byKey } from '../../model/stable-hash';
import { clusterProgram } from './cluster-program';

/** An object as it goes to the API server. */
export type KubernetesObject = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
};

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
export async function renderCluster(cluster: ClusterDesign, inputs: ClusterInputs): Promise<readonly RenderedFile[]> {
  const files = new Map<string, KubernetesObject[]>();
  for (const object of await clusterObjects(cluster, inputs)) {
    const { name, namespace } = object.metadata;
    const file = namespace ?? (object.kind === 'Namespace' ? name : '00-cluster');
    files.set(file, [...(files.get(file) ?? []), object]);
  }
  return Array.from(files, ([name, objects]) => ({ name: `${name}.yaml`, text: textOf(objects) })).sort((a, b) =>
    byKey(a.name, b.name),
  );
}

/**
 * Every object of a cluster's program, without the words that are for Pulumi alone. The program runs against mocks: the
 * same components as for a preview, and neither an engine nor a cluster. One at a time, since what a program of Pulumi
 * runs in belongs to the process.
 */
export async function clusterObjects(cluster: ClusterDesign, inputs: ClusterInputs): Promise<KubernetesObject[]> {
  const objects: KubernetesObject[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs: object }) => {
        if (type.startsWith('kubernetes:')) objects.push(withoutPulumi(object));
        return { id: name, state: object };
      },
      call: ({ inputs: asked }) => asked,
    },
    'egov',
    cluster.stack,
    false,
  );
  await clusterProgram(cluster, inputs)();
  await pulumi.runtime.disconnect();
  return objects.sort((a, b) => byKey(orderOf(a), orderOf(b)));
}

/** What others in a namespace need comes first. */
const FIRST = ['Namespace', 'ResourceQuota', 'LimitRange', 'ServiceAccount', 'RoleBinding', 'NetworkPolicy'];

function orderOf({ kind, metadata }: KubernetesObject): string {
  const rank = FIRST.indexOf(kind);
  return `${rank < 0 ? FIRST.length : rank} ${kind} ${metadata.namespace ?? ''} ${metadata.name}`;
}

function withoutPulumi(object: Record<string, unknown>): KubernetesObject {
  const { annotations, ...metadata } = object['metadata'] as Record<string, unknown>;
  const kept = Object.entries(annotations ?? {}).filter(([name]) => !name.startsWith('pulumi.com/'));
  const own = kept.length > 0 ? { annotations: Object.fromEntries(kept) } : {};
  return { ...object, metadata: { ...metadata, ...own } } as unknown as KubernetesObject;
}

function textOf(objects: readonly KubernetesObject[]): string {
  const documents = objects.map((object) => stringify(object, { sortMapEntries: true, lineWidth: 0 }));
  return `${RENDERED}\n${documents.join('---\n')}`;
}
