import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FLEET_BROKEN } from '../../model/problems/fleet-problems';
import type { FleetResult, FleetTask, ReviewTask } from './fleet-result';
import type { ToWorker } from './fleet-worker';

export interface FleetPoolProps<T extends FleetTask | ReviewTask> {
  readonly tasks: readonly T[];
  /** Threads that work at once. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onResult: (result: FleetResult) => void;
}

/**
 * What one thread may hold, in MiB: two of them and the main thread stay below 2 GiB. Most of what a cloud needs is
 * short-lived: with room for the young, a cloud's rubbish is thrown away before it is copied.
 */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 128 };
/** A thread that is told to stop has this long to end its engines, in milliseconds. */
const GRACE = 5_000;

/**
 * Does every task, some at a time, each thread one after another. A thread that ends (a defect of ours, no memory)
 * costs the environment that it was at, and another takes its place. When stopped, nothing new is begun; resolves with
 * the tasks that have no result.
 */
export async function runFleet<T extends FleetTask | ReviewTask>({
  tasks,
  jobs,
  signal,
  onResult,
}: FleetPoolProps<T>): Promise<readonly T[]> {
  const waiting = [...tasks];
  const undone: T[] = [];
  const lane = async (): Promise<void> => {
    let worker: FleetThread | undefined;
    for (let task = waiting.shift(); task !== undefined && !signal.aborted; task = waiting.shift()) {
      worker ??= new FleetThread(signal);
      const result = await worker.run(task);
      if (result === undefined) undone.push(task);
      else {
        onResult(result);
        if (result.verdict === 'broken') worker = undefined;
      }
    }
    await worker?.end();
  };
  const before = tasks.length;
  await Promise.all(Array.from({ length: Math.min(jobs, before) }, lane));
  return [...undone, ...waiting];
}

class FleetThread {
  private readonly worker = new Worker(bootstrap(), { eval: true, resourceLimits: MEMORY });

  constructor(private readonly signal: AbortSignal) {
    // Whoever asks for results hears of errors; between tasks there is nobody to tell.
    this.worker.on('error', () => undefined);
  }

  /** Undefined when it was stopped before there was a result. */
  run(task: FleetTask | ReviewTask): Promise<FleetResult | undefined> {
    return new Promise((resolve) => {
      const { worker, signal } = this;
      let timer: NodeJS.Timeout | undefined;
      const done = (result: FleetResult | undefined): void => {
        clearTimeout(timer);
        worker.off('message', done).off('error', failed).off('exit', exited);
        signal.removeEventListener('abort', stop);
        resolve(result);
      };
      const failed = (error: Error): void => done(signal.aborted ? undefined : broken(task, firstLines(error)));
      const exited = (code: number): void => done(signal.aborted ? undefined : broken(task, `exit code ${code}`));
      const stop = (): void => {
        worker.postMessage('stop' satisfies ToWorker);
        timer = setTimeout(() => void worker.terminate(), GRACE);
      };
      worker.on('message', done).on('error', failed).on('exit', exited);
      signal.addEventListener('abort', stop, { once: true });
      worker.postMessage(task satisfies ToWorker);
      if (signal.aborted) stop();
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

function broken({ id }: Pick<FleetTask, 'id'>, got: string): FleetResult {
  return { id, verdict: 'broken', counts: {}, problems: [FLEET_BROKEN.at(id, { got })], seconds: 0 };
}

/** What went wrong and where, as far as a person reads it. */
function firstLines(error: Error): string {
  const where = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
  return [error.message.split('\n')[0], where?.trim()].filter((words) => words).join(' ');
}

/** A thread starts as the command did: from what is built, or in a checkout from the sources. */
function bootstrap(): string {
  const file = join(__dirname, 'fleet-worker');
  if (__filename.endsWith('.js')) return `require(${JSON.stringify(file)})`;
  const options = { swc: true, cwd: join(__dirname, '../..'), compilerOptions: { target: 'ES2022' } };
  return `require(${JSON.stringify(require.resolve('ts-node'))}).register(${JSON.stringify(options)}); require(${JSON.stringify(`${file}.ts`)})`;
}
