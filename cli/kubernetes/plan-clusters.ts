import { addCounts, countChanges } from '../../engines/plan-summary';
import { answerJson, type Context } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { planTable } from '../plan/plan-words';
import { sayProblems } from '../say-problems';
import { type ClusterPlan, planAllClusters } from './cluster-plan';
import { type ClustersInputs, workOnClusters } from './work-on-clusters';

export interface PlanClustersInputs extends ClustersInputs {
  /** Whether every object that changes is named. */
  readonly full: boolean;
  /** Whether changes make an exit code of their own. */
  readonly detailedExitCode: boolean;
}

/** Lets Pulumi preview the clusters of an environment, and says what would be added, changed, replaced and destroyed. */
export function planClusters(inputs: PlanClustersInputs, context: Context): Promise<ExitCode | undefined> {
  return workOnClusters('plan', { ...inputs, proved: true }, context, async (opened) => {
    const plans = await planAllClusters(opened, {}, context);
    const problems = plans.flatMap((plan) => plan.problems);
    if (context.json) answerJson(context, planDocument(inputs.id, plans));
    else say(plans, inputs.full, context);
    if (problems.length > 0) return exitCodeOf(problems);
    const changes = plans.some(({ operation }) => (operation?.changes.length ?? 0) > 0);
    return inputs.detailedExitCode && changes ? ExitCode.changes : ExitCode.ok;
  });
}

/** The plans as JSON. */
function planDocument(environment: string, plans: readonly ClusterPlan[]): object {
  const stacks = plans.map(({ cluster, operation, problems }) => {
    const changes = operation?.changes ?? [];
    return { name: cluster.stack.name, counts: countChanges(changes), same: operation?.same ?? 0, changes, problems };
  });
  return { environment, stacks, total: addCounts(stacks.map(({ counts }) => counts)) };
}

function say(plans: readonly ClusterPlan[], full: boolean, context: Context): void {
  const planned = plans.flatMap(({ cluster, operation }) =>
    operation === undefined ? [] : [{ name: cluster.stack.name, changes: operation.changes }],
  );
  for (const { name, changes } of full ? planned : []) {
    context.output.data(`# ${name}`);
    for (const { action, address, fields } of changes)
      context.output.data(`${SIGNS[action]} ${address}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`);
  }
  const rows = planned.map(({ name, changes }) => ({ name, counts: countChanges(changes) }));
  for (const line of planTable(rows, context.language)) context.output.data(line);
  sayProblems(
    plans.flatMap(({ problems }) => problems),
    context,
  );
}

/** As OpenTofu and Pulumi print them. */
const SIGNS = { add: '+', change: '~', replace: '±', destroy: '-' } as const;
