import {
  Client,
  Connection,
  isGrpcServiceError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowHandle,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { ProblemsError } from '../../../model/problem';
import {
  ROLLOUT_OVERLAP,
  ROLLOUT_UNKNOWN,
  ROLLOUT_VERSION,
  ROLLOUT_WORKER,
} from '../../../model/problems/rollout-problems';
import { hasTime, type Waiting } from '../../../rollout/next-steps';
import { type PackedState, packState, unpackState } from '../../../rollout/packed-state';
import type { NewEvent } from '../../../rollout/rollout-event';
import type { RolloutState } from '../../../rollout/rollout-state';
import type { Context } from '../../context';
import { packageVersion } from '../../version';
import type { RolloutRecord } from '../rollout-record';
import { followRollout } from './follow-rollout';
import { handshakeProblem } from './handshake';
import {
  CALLS,
  codeQueue,
  OUTCOME_ATTRIBUTE,
  type Progress,
  REGISTER,
  REGISTER_QUEUE,
  type RolloutRun,
  workflowId,
} from './rollout-run';
import { connectionOptions, dataConverter, unreachable } from './temporal-connection';
import type { TemporalServer } from './temporal-server';
import type { Claim, Taken } from './workflow-calls';

/** How long a server, or a worker that it asks, may take to answer, in milliseconds. */
const PATIENCE = 20_000;
/** How long gRPC goes on trying where a handshake failed: a server may just begin, or stand behind a proxy. */
const GRACE = 3_000;

export interface BeginProps {
  readonly state: RolloutState;
  /** How an environment's queue is named. */
  readonly queue: string;
  /** Called before the server is asked to begin it. What fails before leaves nothing there. */
  readonly onBegin?: () => void;
}

/** A rollout that a server of Temporal keeps and that workers carry on. */
export class TemporalRollout implements RolloutRecord {
  private constructor(
    readonly id: string,
    private readonly server: TemporalServer,
    private readonly client: Client,
    private readonly context: Context,
  ) {}

  /** The one of that name. Throws ProblemsError. */
  static async open(id: string, server: TemporalServer, context: Context): Promise<TemporalRollout> {
    const rollout = await TemporalRollout.at(id, server, context);
    try {
      const { memo } = await rollout.ask(() => rollout.handle.describe());
      const its = memo?.['egov'];
      const ours = packageVersion();
      if (its !== undefined && its !== ours) throw new ProblemsError([ROLLOUT_VERSION.at(id, { its: `${its}`, ours })]);
      return rollout;
    } catch (error) {
      await rollout.close();
      throw error;
    }
  }

  /** Hands a rollout over to the server. Called again it finds it there. Throws ProblemsError. */
  static async begin(props: BeginProps, server: TemporalServer, context: Context): Promise<TemporalRollout> {
    const rollout = await TemporalRollout.at(props.state.rollout, server, context);
    try {
      await rollout.start(props);
      return rollout;
    } catch (error) {
      await rollout.close();
      throw error;
    }
  }

  private static async at(id: string, server: TemporalServer, context: Context): Promise<TemporalRollout> {
    const options = connectionOptions(server);
    const problem = await handshakeProblem(server);
    const connectTimeout = problem === undefined ? PATIENCE : GRACE;
    const connection = await Connection.connect({ ...options, connectTimeout }).catch((error: unknown) => {
      throw unreachable(server, error, problem);
    });
    const { namespace } = server;
    const client = new Client({ connection, namespace, dataConverter: dataConverter(context) });
    return new TemporalRollout(id, server, client, context);
  }

  async state(): Promise<RolloutState> {
    return unpackState(await this.ask(() => this.handle.query<PackedState>(CALLS.state)));
  }

  async add(events: readonly NewEvent[]): Promise<void> {
    for (const event of events) await this.ask(() => this.handle.signal(CALLS.word, event));
  }

  /** Follows it; workers go on whether somebody follows or not. */
  goOn(): Promise<Waiting> {
    return followRollout(() => this.progress(), this.context);
  }

  async now() {
    const { waiting } = await this.progress();
    const { address } = this.server;
    const worker = { en: `workers of ${address} carry it on`, zh: `由 ${address} 的工作节点执行` };
    const works = waiting.for === 'work' || hasTime(waiting);
    return { waiting, worker: works ? worker : undefined, pid: null };
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  private get handle(): WorkflowHandle {
    return this.client.workflow.getHandle(workflowId(this.id));
  }

  private progress(): Promise<Progress> {
    return this.ask(() => this.handle.query<Progress>(CALLS.progress));
  }

  private async start({ state, queue, onBegin }: BeginProps): Promise<void> {
    const egov = packageVersion();
    await this.demandWorker(egov);
    const searchable = await this.hasAttribute();
    const environments = [...state.members.values()].filter(({ status }) => status !== 'skipped').map(({ id }) => id);
    await this.take({ rollout: this.id, environments });
    onBegin?.();
    const run: RolloutRun = { egov, queue, searchable, state: packState(state), reviewed: {} };
    const { selection } = state.settings;
    try {
      await this.ask(() =>
        this.client.workflow.start(CALLS.rollout, {
          workflowId: workflowId(this.id),
          taskQueue: codeQueue(egov),
          workflowIdReusePolicy: 'REJECT_DUPLICATE',
          memo: { egov, selection, by: state.by, environments: environments.length },
          args: [run],
        }),
      );
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** Throws ProblemsError where nobody listens who could carry it on. */
  private async demandWorker(egov: string): Promise<void> {
    const { namespace, address } = this.server;
    const { pollers } = await this.ask(() =>
      this.client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: codeQueue(egov) },
        taskQueueType: 1,
      }),
    );
    if ((pollers ?? []).length === 0) throw new ProblemsError([ROLLOUT_WORKER.at(this.id, { address, egov })]);
  }

  /** Throws ProblemsError that names the rollouts that have some of these environments. */
  private async take(claim: Claim): Promise<void> {
    const taken = await this.claim(claim);
    const ended: string[] = [];
    for (const other of new Set(taken.map((one) => one.other))) if (await this.isOver(other)) ended.push(other);
    const register = this.client.workflow.getHandle(REGISTER);
    for (const rollout of ended) await this.ask(() => register.signal(CALLS.release, { rollout }));
    const left = ended.length > 0 ? await this.claim(claim) : taken;
    if (left.length > 0)
      throw new ProblemsError(
        left.map(({ environment, other }) => ROLLOUT_OVERLAP.at(environment, { environment, other })),
      );
  }

  private claim(claim: Claim): Promise<readonly Taken[]> {
    return this.ask(() =>
      this.client.workflow.executeUpdateWithStart<() => Promise<void>, readonly Taken[], [Claim]>(CALLS.take, {
        args: [claim],
        startWorkflowOperation: new WithStartWorkflowOperation(CALLS.register, {
          workflowId: REGISTER,
          taskQueue: REGISTER_QUEUE,
          workflowIdConflictPolicy: 'USE_EXISTING',
          args: [],
        }),
      }),
    );
  }

  /** A rollout that somebody ended in Temporal itself told nobody. */
  private async isOver(rollout: string): Promise<boolean> {
    try {
      const { status } = await this.ask(() => this.client.workflow.getHandle(workflowId(rollout)).describe());
      return status.name !== 'RUNNING';
    } catch (error) {
      if (error instanceof ProblemsError && error.problems[0]?.code === 'ROLLOUT_UNKNOWN') return false;
      throw error;
    }
  }

  private async hasAttribute(): Promise<boolean> {
    const { namespace } = this.server;
    const { customAttributes } = await this.ask(() =>
      this.client.connection.operatorService.listSearchAttributes({ namespace }),
    );
    return OUTCOME_ATTRIBUTE in (customAttributes ?? {});
  }

  /** Asks the server, and says what it means where it does not answer. */
  private async ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await this.client.withDeadline(Date.now() + PATIENCE, question);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError)
        throw new ProblemsError([ROLLOUT_UNKNOWN.at(`egov rollout ${this.id}`, { id: this.id, known: [] })]);
      throw this.meaningOf(error);
    }
  }

  private meaningOf(error: unknown): unknown {
    const { address } = this.server;
    const cause = error instanceof ServiceError ? error.cause : error;
    const text = cause instanceof Error ? cause.message : `${cause}`;
    // A query is answered by a worker: the server waits for one as long as it may.
    const silent = /no poller|DEADLINE_EXCEEDED|deadline exceeded|CANCELLED|workflow task/i.test(text);
    const egov = packageVersion();
    if (isGrpcServiceError(cause) && silent) return new ProblemsError([ROLLOUT_WORKER.at(this.id, { address, egov })]);
    return error instanceof ServiceError || isGrpcServiceError(error) ? unreachable(this.server, error) : error;
  }
}
