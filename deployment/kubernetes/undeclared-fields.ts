import type { EngineEvent } from '@pulumi/pulumi/automation';
import { foundObjects, type LiveObject, type ObjectChange } from '../../engines/pulumi/pulumi-change';
import type { Problem } from '../../model/problem';
import { CLUSTER_FIELD } from '../../model/problems/cluster-problems';
import { type ClusterClient, reasonOf } from './cluster-client';
import { addedFields, fieldNames } from './field-owners';

/** An object with fields that somebody added, and that an apply takes back. */
export interface UndeclaredFields extends ObjectChange {
  readonly live: LiveObject;
}

/**
 * Fields that nobody declared, in objects that are ours: `ingress: [{}]` in a policy that denies by saying nothing opens a
 * namespace, and Pulumi, which looks at declared fields, sees no difference. Items of lists that are known by a key stay:
 * others have a part in them.
 */
export function undeclaredFields(events: readonly EngineEvent[]): UndeclaredFields[] {
  return foundObjects(events).flatMap(({ address, type, live, declared }) => {
    if (live === undefined) return [];
    const fields = addedFields(live, declared).flatMap(({ path }) => (/\[(?!")/.test(path) ? [] : [path]));
    return fields.length === 0 ? [] : [{ address, type, action: 'change' as const, fields, live }];
  });
}

/** Takes the fields away. Answers a problem for each object where the API server refuses. */
export async function takeBack(
  client: ClusterClient,
  stack: string,
  undeclared: readonly UndeclaredFields[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { address, fields, live } of undeclared) {
    const answer = await client.merge(pathOf(live), without(fields));
    if (answer.status < 400 || answer.status === 404) continue;
    problems.push(CLUSTER_FIELD.at(`${stack} ${address}`, { fields, reason: reasonOf(answer) }));
  }
  return problems;
}

/** `{spec: {ingress: null}}`. */
function without(fields: readonly string[]): object {
  const patch: Record<string, unknown> = {};
  for (const field of fields) {
    const names = fieldNames(field);
    const last = names.pop() ?? '';
    let at = patch;
    for (const name of names) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = null;
  }
  return patch;
}

function pathOf({ apiVersion = 'v1', kind = '', metadata = {} }: LiveObject): string {
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const { namespace, name = '' } = metadata;
  const inside = namespace === undefined ? '' : `/namespaces/${namespace}`;
  return `${group}${inside}/${pluralOf(kind)}/${name}`;
}

/** As Kubernetes names its collections: networkpolicies, ingresses, resourcequotas. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(s|x|ch)$/.test(name) ? `${name}es` : `${name}s`;
}
