import { readEnvironment } from '../../environments/read-environment';
import { designEnvironment } from '../../model/design/design-environment';
import { ProblemsError } from '../../model/problem';
import type { Context } from '../context';
import { ExitCode, exitCodeOf } from '../exit-code';
import { outFolder } from '../out-folder';
import { rowOf } from './fleet-member';
import type { FleetResult, FleetTask } from './fleet-result';

type Done = Pick<FleetResult, 'counts' | 'row'> & { readonly violated?: boolean };
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
    const { violated = false, ...done } = await WORK[task.operation](task, context);
    return end({ verdict: violated ? 'violated' : 'ok', ...done, problems: [] });
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return end({ verdict: verdictOf(error), counts: {}, problems: error.problems });
  }
}

function verdictOf({ problems }: ProblemsError): FleetResult['verdict'] {
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
  prove: async ({ id, asOf }, context) => {
    const { loadWorld } = require('../proof/load-world') as typeof import('../proof/load-world');
    const { isSound, wholeProof } = require('../proof/whole-proof') as typeof import('../proof/whole-proof');
    const { proof } = wholeProof(loadWorld({ id }, context), asOf, context);
    const of = (wanted: string) => proof.statements.filter((one) => one.verdict === wanted).length;
    return {
      counts: { proved: of('PROVED'), violated: of('VIOLATED'), unknown: of('UNKNOWN') },
      violated: !isSound(proof),
    };
  },
  check: async ({ id, asOf }, context) => {
    const { loadSubject } = require('../check/load-subject') as typeof import('../check/load-subject');
    const { configOf } = require('../config/load-config') as typeof import('../config/load-config');
    const { policiesOf, runCheck } = require('../check/run-check') as typeof import('../check/run-check');
    const { countsOf, isViolated } =
      require('../../policies/report/report') as typeof import('../../policies/report/report');
    const own = configOf(context).policies;
    const report = runCheck(loadSubject({ id, asOf }, context), policiesOf([], own), own);
    if (report.problems.length > 0) throw new ProblemsError(report.problems);
    const { findings, looked } = countsOf(report);
    return {
      counts: { failing: findings.fail ?? 0, waived: findings.waived ?? 0, looked },
      violated: isViolated(report),
    };
  },
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
