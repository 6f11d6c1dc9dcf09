import { type LeftObject, leftObjects } from '../../deployment/kubernetes/left-objects';
import { takenNamespaces } from '../../deployment/kubernetes/taken-namespaces';
import { type UndeclaredFields, undeclaredFields } from '../../deployment/kubernetes/undeclared-fields';
import { countChanges } from '../../engines/plan-summary';
import type { Operation } from '../../engines/pulumi/pulumi';
import { addedNamespaces, type ObjectChange } from '../../engines/pulumi/pulumi-change';
import { type Problem, ProblemsError } from '../../model/problem';
import { type Context, show, tell } from '../context';
import { changeWords } from '../plan/plan-words';
import type { OpenClusters, OpenedCluster } from './open-clusters';

/** What is to become of one cluster. */
export interface ClusterPlan {
  readonly cluster: OpenedCluster;
  readonly operation: Operation | undefined;
  /** What an apply takes back beside what Pulumi does. */
  readonly undeclared: readonly UndeclaredFields[];
  /** What a destroy takes away beside what Pulumi knows. */
  readonly left: readonly LeftObject[];
  /** Why there is no plan; empty where there is one. */
  readonly problems: readonly Problem[];
}

/** Plans every cluster; one that cannot be planned stops no other. */
export async function planAllClusters(
  { pulumi, clusters }: OpenClusters,
  { destroy = false }: { readonly destroy?: boolean },
  context: Context,
): Promise<ClusterPlan[]> {
  const plans: ClusterPlan[] = [];
  for (const cluster of clusters) {
    const { name } = cluster.stack;
    show(context, { en: `planning ${name}`, zh: `正在计划 ${name}` });
    const plan = await planCluster(
      cluster,
      () => (destroy ? pulumi.destroy({ ...cluster, preview: true }) : pulumi.preview(cluster)),
      destroy,
    );
    plans.push(plan);
    const words = changeWords(countChanges(plan.operation?.changes ?? []));
    if (plan.operation === undefined) tell(context, { en: `· ${name} not planned`, zh: `· ${name} 未能计划` });
    else tell(context, { en: `· ${name}: ${words.en}`, zh: `· ${name}：${words.zh}` });
  }
  return plans;
}

async function planCluster(
  cluster: OpenedCluster,
  work: () => Promise<Operation>,
  destroy: boolean,
): Promise<ClusterPlan> {
  try {
    const operation = await work();
    if (destroy) return await withLeftObjects(cluster, operation);
    const { name, placeOf } = cluster.stack;
    const problems = await takenNamespaces(cluster.client, name, addedNamespaces(operation.events), placeOf);
    if (problems.length > 0) return { ...NOTHING, cluster, problems };
    const undeclared = undeclaredFields(operation.events);
    return {
      cluster,
      operation: { ...operation, changes: together(operation.changes, undeclared) },
      undeclared,
      left: [],
      problems,
    };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return { ...NOTHING, cluster, problems: error.problems };
  }
}

const NOTHING = { operation: undefined, undeclared: [], left: [] } as const;

/** What an apply that was killed made is not in the state, and goes all the same. */
async function withLeftObjects(cluster: OpenedCluster, operation: Operation): Promise<ClusterPlan> {
  const left = await leftObjects(cluster.client, new Set(operation.changes.map(({ address }) => address)));
  const changes = [...operation.changes, ...left].sort((a, b) => (a.address < b.address ? -1 : 1));
  return { cluster, operation: { ...operation, changes }, undeclared: [], left, problems: [] };
}

/** One change for each object. What is replaced or goes takes its fields along. */
function together(changes: readonly ObjectChange[], undeclared: readonly UndeclaredFields[]): ObjectChange[] {
  const all = new Map(changes.map((one) => [one.address, one]));
  for (const { address, type, action, fields } of undeclared) {
    const known = all.get(address);
    if (known === undefined) all.set(address, { address, type, action, fields });
    else if (known.action === 'change')
      all.set(address, { ...known, fields: [...new Set([...known.fields, ...fields])].sort() });
  }
  return [...all.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}
