import { readEnvironment } from '../../environments/read-environment';
import { designEnvironment } from '../../model/design/design-environment';
import { ProblemsError } from '../../model/problem';
import type { Context } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { outFolder } from '../out-folder';
import { rowOf } from './fleet-member';
import type { FleetResult, FleetTask } from './fleet-result';

type Done = Pick<FleetResult, 'counts' | 'row'> &
  Partial<Pick<FleetResult, 'problems'>> & { readonly violated?: boolean };
type Work = (task: FleetTask, context: Context) => Done | Promise<Done>;

/** Does the work for one environment. Never throws for what is wrong with a cloud; that is a result like any other. */
export async function runTask(task: FleetTask, context: Context): Promise<FleetResult> {
  const begin = context.now();
  const end = (result: Omit<FleetResult, 'id' | 'seconds'>): FleetResult => ({
    id: task.id,
    ...result,
    seconds: Math.round(context.now() - begin) / 1000,
  });
  try {
    const { violated = false, problems = [], ...done } = await WORK[task.operation](task, context);
    return end({ verdict: violated ? 'violated' : verdictOf(problems), ...done, problems });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return end({ verdict: verdictOf(error.problems), counts: {}, problems: error.problems });
  }
}

function verdictOf(problems: FleetResult['problems']): FleetResult['verdict'] {
  if (problems.length === 0) return 'ok';
  const code = exitCodeOf(problems);
  if (code === ExitCode.violated) return 'violated';
  return code === ExitCode.invalidEnvironment || code === ExitCode.usage ? 'invalid' : 'failed';
}

/** Each loads only what it needs: a thread that validates never sees the construct library. */
const WORK: Readonly<Record<FleetTask['operation'], Work>> = {
  validate: ({ id, environments }) => {
    const environment = readEnvironment(environments, id);
    const { tenants, stacks } = designEnvironment(environment);
    return { counts: { departments: tenants.length, stacks: stacks.length }, row: rowOf(environment) };
  },
  synth: ({ id }, context) => {
    const { loadDesign } = require('../load-design') as typeof import('../load-design');
    const { synthesise } = require('../../stacks/synthesise') as typeof import('../../stacks/synthesise');
    const { resourcesOf } = require('../commands/synth') as typeof import('../commands/synth');
    const { manifest } = synthesise(loadDesign(id, context).design, outFolder(id, undefined, context));
    return { counts: { resources: resourcesOf(manifest), stacks: manifest.stacks.length } };
  },
  prove: (task, context) => judging().proveTask(task, context),
  check: (task, context) => judging().checkTask(task, context),
  judge: (task, context) => judging().judgeTask(task, context),
  plan: async ({ id }, context) => {
    const { loadDesign } = require('../load-design') as typeof import('../load-design');
    const { synthesise } = require('../../stacks/synthesise') as typeof import('../../stacks/synthesise');
    const { planCloud } = require('../plan/plan-cloud') as typeof import('../plan/plan-cloud');
    const { addCounts } = require('../../engines/plan-summary') as typeof import('../../engines/plan-summary');
    const { proveFirst } = require('../proof/prove-first') as typeof import('../proof/prove-first');
    const { design } = loadDesign(id, context);
    const out = outFolder(id, undefined, context);
    const synthesis = synthesise(design, out);
    proveFirst(synthesis.emitted, design, context);
    const { surroundings, signal } = context;
    const { plans } = await planCloud({ synthesis, out, surroundings, signal, text: false, colour: false });
    const problems = plans.flatMap((one) => one.problems);
    if (problems.length > 0) throw new ProblemsError(problems);
    return { counts: { ...addCounts(plans.map(({ counts }) => counts)) } };
  },
};

const judging = () => require('./judge-tasks') as typeof import('./judge-tasks');
