import { takeLeftAway } from '../../deployment/kubernetes/left-objects';
import { takeBack } from '../../deployment/kubernetes/undeclared-fields';
import {
  type Allowance,
  type ProtectedChange,
  protectedChanges,
  protectionProblems,
  recordAllowance,
} from '../../deployment/protection';
import { addCounts, type ChangeCounts, countChanges, NO_CHANGES } from '../../engines/plan-summary';
import type { Operation } from '../../engines/pulumi/pulumi';
import { type Problem, ProblemsError } from '../../model/problem';
import { answerJson, type Context, show, tell } from '../context';
import { confirm } from '../deploy/confirm';
import { doneWords } from '../deploy/deploy-words';
import { deploymentFolder } from '../deploy/open-deployment';
import { ExitCode, exitCodeOf } from '../exit-code';
import { changeWords } from '../plan/plan-words';
import { sayProblems } from '../say-problems';
import { type ClusterPlan, planAllClusters } from './cluster-plan';
import type { OpenClusters } from './open-clusters';
import { type ClustersInputs, workOnClusters } from './work-on-clusters';

export interface ApplyClustersInputs extends ClustersInputs {
  readonly yes: boolean;
  readonly allowance: Allowance;
}

/** Makes the clusters of an environment what it says. What was made before a failure stays, and a second run goes on. */
export function applyClusters(inputs: ApplyClustersInputs, context: Context): Promise<ExitCode | undefined> {
  const proved = { ...inputs, proved: true };
  return workOnClusters('apply', proved, context, (opened) => carryOut(opened, { ...inputs, destroy: false }, context));
}

/** Takes everything of an environment out of its clusters. */
export function destroyClusters(inputs: ApplyClustersInputs, context: Context): Promise<ExitCode | undefined> {
  const all = inputs.cloud === 'sandbox' ? { addresses: ['all'], reason: 'sandbox' } : inputs.allowance;
  const more = { ...inputs, allowance: all, destroy: true };
  return workOnClusters('destroy', inputs, context, (opened) => carryOut(opened, more, context));
}

interface CarryOutInputs extends ApplyClustersInputs {
  readonly destroy: boolean;
}

/** From plans to the clusters: nothing that is protected, nothing that was not confirmed. */
async function carryOut(opened: OpenClusters, inputs: CarryOutInputs, context: Context): Promise<ExitCode> {
  const { id, out, destroy, allowance } = inputs;
  const plans = await planAllClusters(opened, { destroy }, context);
  const problems = plans.flatMap((plan) => plan.problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  const gone = plans.flatMap(protectedOf);
  const refused = protectionProblems(gone, allowance, () => undefined);
  if (refused.length > 0) throw new ProblemsError(refused);
  const total = addCounts(plans.map(({ operation }) => countChanges(operation?.changes ?? [])));
  if (plans.every(({ operation }) => operation?.changes.length === 0)) {
    tell(context, { en: `${id}: no changes in the clusters`, zh: `${id}：集群无变更` });
    if (context.json) answerJson(context, { environment: id, stacks: [], total });
    return ExitCode.ok;
  }
  const words = changeWords(total);
  tell(context, { en: `${id}: ${words.en} in the clusters`, zh: `${id}：集群 ${words.zh}` });
  if (!inputs.yes) await confirm(id, context);
  const record = { environment: id, account: context.surroundings['USER'] ?? '', reason: allowance.reason };
  recordAllowance(deploymentFolder(id, out, context).allowances, gone, record);
  const ends: ClusterEnd[] = [];
  // One after another: what is wrong with the first is known before the second is touched.
  for (const plan of plans) ends.push(await work(opened, plan, destroy, context));
  return endOf(id, ends, context);
}

function protectedOf({ cluster, operation }: ClusterPlan): ProtectedChange[] {
  return protectedChanges({ name: cluster.stack.name, kind: 'cluster' }, operation?.changes ?? []);
}

interface ClusterEnd {
  readonly name: string;
  readonly counts: ChangeCounts;
  readonly outputs: Operation['outputs'];
  readonly problems: readonly Problem[];
}

async function work(
  { pulumi }: OpenClusters,
  { cluster, operation, undeclared, left }: ClusterPlan,
  destroy: boolean,
  context: Context,
): Promise<ClusterEnd> {
  const { stack, client } = cluster;
  let done = 0;
  const onEvent = ({ resOutputsEvent }: { readonly resOutputsEvent?: unknown }): void => {
    if (resOutputsEvent !== undefined) done += 1;
    show(context, { en: `${stack.name} ${done}`, zh: `${stack.name} ${done}` });
  };
  try {
    const props = { stack, onEvent };
    const { changes, outputs } = destroy ? await pulumi.destroy(props) : await pulumi.up(props);
    const problems = [
      ...(await takeBack(client, stack.name, undeclared)),
      ...(await takeLeftAway(client, stack.name, left)),
    ];
    if (problems.length > 0) throw new ProblemsError(problems);
    const more = (operation?.changes ?? []).filter((one) => !changes.some(({ address }) => address === one.address));
    const counts = countChanges([...changes, ...more]);
    const { en, zh } = doneWords(counts);
    tell(context, { en: `✓ ${stack.name}: ${en}`, zh: `✓ ${stack.name}：${zh}` });
    return { name: stack.name, counts, outputs, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    tell(context, { en: `✗ ${stack.name}`, zh: `✗ ${stack.name}` });
    return { name: stack.name, counts: NO_CHANGES, outputs: {}, problems: error.problems };
  }
}

function endOf(id: string, stacks: readonly ClusterEnd[], context: Context): ExitCode {
  const problems = stacks.flatMap((one) => one.problems);
  if (context.json)
    answerJson(context, { environment: id, stacks, total: addCounts(stacks.map(({ counts }) => counts)) });
  else sayProblems(problems, context);
  return problems.length === 0 ? ExitCode.ok : exitCodeOf(problems);
}
