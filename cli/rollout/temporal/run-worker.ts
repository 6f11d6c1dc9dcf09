import { hostname } from 'node:os';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Context } from '../../context';
import { type EnvironmentActivityProps, environmentActivity } from './environment-activity';
import { handshakeProblem } from './handshake';
import { codeQueue, REGISTER_QUEUE } from './rollout-run';
import { connectionOptions, dataConverter, unreachable } from './temporal-connection';
import type { TemporalServer } from './temporal-server';
import { workflowBundle } from './workflow-bundle';

export interface RunWorkerProps extends EnvironmentActivityProps {
  readonly server: TemporalServer;
  /** Version of the toolkit. */
  readonly egov: string;
  /** Queues of environments. */
  readonly queues: readonly string[];
  /** Most environments of one queue at a time. */
  readonly jobs: number;
  /** Called once it listens. */
  readonly onReady: () => void;
}

/** Rollouts whose state a worker keeps between two turns; any other is read again from its history. */
const KEPT = 20;

/** Of a worker that has only one of the two, as all here. */
const MEANT = /^No (activities|workflows) registered/;

/** Works for a server until the signal; what is at work then is interrupted, and another worker goes on with it. */
export async function runWorker(props: RunWorkerProps, context: Context): Promise<void> {
  const { server, egov, queues, jobs } = props;
  const logger = new DefaultLogger('WARN', ({ level, message }) => {
    if (!MEANT.test(message)) context.output.notice(`temporal ${level}: ${message}`);
  });
  // Signals are those of the command.
  Runtime.install({ logger, shutdownSignals: [] });
  const connection = await NativeConnection.connect(connectionOptions(server)).catch(async (error: unknown) => {
    throw unreachable(server, error, await handshakeProblem(server));
  });
  try {
    const { namespace } = server;
    const identity = `egov ${egov} ${process.pid}@${hostname()}`;
    const converter = dataConverter(context);
    const usual = { connection, namespace, identity, dataConverter: converter, shutdownGraceTime: 0 };
    const { failureConverterPath } = converter;
    const bundle = { code: await workflowBundle(failureConverterPath) };
    const code = { ...usual, workflowBundle: bundle, maxCachedWorkflows: KEPT };
    const rollouts = await Worker.create({ ...code, taskQueue: codeQueue(egov) });
    const register = await Worker.create({ ...code, taskQueue: REGISTER_QUEUE });
    const activities = environmentActivity(props);
    const workers = [rollouts, register];
    for (const taskQueue of queues)
      workers.push(
        await Worker.create({
          ...usual,
          taskQueue,
          activities,
          maxConcurrentActivityTaskExecutions: jobs,
          maxConcurrentActivityTaskPolls: Math.min(jobs, 5),
        }),
      );
    const stop = (): void => {
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    context.signal.addEventListener('abort', stop, { once: true });
    const runs = workers.map((worker) => worker.run());
    props.onReady();
    if (context.signal.aborted) stop();
    try {
      await Promise.all(runs);
    } finally {
      stop();
      await Promise.allSettled(runs);
    }
  } finally {
    await connection.close();
  }
}
