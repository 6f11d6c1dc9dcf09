import type { DeclaredObject } from '../../engines/pulumi/pulumi-change';
import type { Problem } from '../../model/problem';
import { CLUSTER_NAMESPACE } from '../../model/problems/cluster-problems';
import type { ClusterClient } from './cluster-client';

/** Labels that say whose a namespace is; the others may change over the years. */
const OWNER = ['app.kubernetes.io/managed-by', 'adcode', 'dept', 'system'];

/**
 * A problem for each namespace that is to be made, exists, and is not ours. One that is ours was made before a state
 * was lost, and is taken over.
 */
export async function takenNamespaces(
  client: ClusterClient,
  stack: string,
  added: readonly DeclaredObject[],
  placeOf: (address: string) => string | undefined = () => undefined,
): Promise<Problem[]> {
  const problems = await Promise.all(
    added.map(async ({ address, name, labels }) => {
      const { status, body } = await client.get(`/api/v1/namespaces/${name}`);
      if (status === 404) return [];
      const { metadata } = body as { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } };
      const found = metadata?.labels ?? {};
      if (OWNER.every((label) => found[label] === labels[label])) return [];
      const parts = OWNER.flatMap((label) => (found[label] === undefined ? [] : [`${label}=${found[label]}`]));
      const owner = parts.length === 0 ? undefined : parts.join(' ');
      return [CLUSTER_NAMESPACE.at(placeOf(address) ?? `${stack} ${address}`, { name, owner })];
    }),
  );
  return problems.flat();
}
