import { ProblemsError } from '../../model/problem';
import { ROLLOUT_SETTING } from '../../model/problems/rollout-problems';
import { type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { EnvironmentWork, egovProcesses } from '../rollout/environment-work';
import { readMembers } from '../rollout/read-members';
import { RolloutFolder } from '../rollout/rollout-folder';
import type { WorkOf } from '../rollout/temporal/environment-activity';
import { type StepTask, type TaskEnd, workQueue } from '../rollout/temporal/rollout-run';
import { withPackages } from '../rollout/temporal/temporal-connection';
import type { TemporalServer } from '../rollout/temporal/temporal-server';
import { packageVersion } from '../version';

export interface RolloutWorkerInputs {
  readonly server: TemporalServer;
  /** Which environments it holds the credentials of; empty for all that are described here. */
  readonly selection: string;
  /** How an environment's queue is named. */
  readonly queue: string;
  /** Most environments of one queue at a time. */
  readonly jobs: number;
}

/** Each queue is a connection that listens. */
const MOST_QUEUES = 200;

/** Works on environments that a server of Temporal hands over, until it is interrupted. */
export async function rolloutWorker(inputs: RolloutWorkerInputs, context: Context): Promise<ExitCode> {
  const { server, selection, queue, jobs } = inputs;
  const members = readMembers({ selection, exclude: [] }, context);
  const egov = packageVersion();
  const queues = [...new Set(members.map((one) => workQueue({ egov, queue }, one)))];
  if (queues.length > MOST_QUEUES) throw tooMany(queues.length);
  const { runWorker } = withPackages(
    () => require('../rollout/temporal/run-worker') as typeof import('../rollout/temporal/run-worker'),
  );
  const run = egovProcesses(context);
  const workOf: WorkOf = ({ task: { rollout, cloud, reviewed }, onReviewed }) => {
    const folder = RolloutFolder.forPlans(rollout, context);
    const settings = cloud === undefined ? {} : { cloud };
    return new EnvironmentWork({ folder, settings, run, reviewed, onReviewed });
  };
  const onReady = (): void =>
    tell(context, {
      en: `· egov ${egov} serves ${members.length} environments for ${server.address}; Ctrl-C ends it`,
      zh: `· egov ${egov} 为 ${server.address} 服务 ${members.length} 个环境；Ctrl-C 结束`,
    });
  const serves = new Set(members.map(({ id }) => id));
  const onStep = (task: StepTask, end: TaskEnd | undefined): void => sayStep(task, end, context);
  await runWorker({ server, egov, queues, jobs, workOf, serves, onReady, onStep }, context);
  return ExitCode.ok;
}

function tooMany(count: number): ProblemsError {
  const wanted = {
    en: `a --select of at most ${MOST_QUEUES} environments, or --queue {city} or {province}, there and at the start`,
    zh: `不超过 ${MOST_QUEUES} 个环境的 --select，或在两端使用 --queue {city} 或 {province}`,
  };
  return new ProblemsError([ROLLOUT_SETTING.at('egov rollout worker', { got: `${count} queues`, wanted })]);
}

function sayStep({ rollout, step: { kind, id } }: StepTask, end: TaskEnd | undefined, context: Context): void {
  const what = `${rollout} ${id}: ${kind}`;
  if (end === undefined) tell(context, { en: `· ${what}`, zh: `· ${what}` });
  else if ('interrupted' in end) tell(context, { en: `! ${what} interrupted`, zh: `! ${what} 已中断` });
  else if (end.ok) tell(context, { en: `✓ ${what}`, zh: `✓ ${what}` });
  else tell(context, { en: `✗ ${what}: ${end.failure.codes}`, zh: `✗ ${what}：${end.failure.codes}` });
}
