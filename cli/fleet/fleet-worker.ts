import { parentPort } from 'node:worker_threads';
import type { Context } from '../context';
import type { FleetResult, FleetTask, ReviewTask } from './fleet-result';
import { runTask } from './run-task';

/** Handed in by the pool: a task, or the word to stop what runs. */
export type ToWorker = FleetTask | ReviewTask | 'stop';

const stop = new AbortController();

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'stop') {
    stop.abort();
    return;
  }
  // What is thrown here is a defect of ours: it ends the thread, and the pool says so of this environment alone.
  const context = contextOf(message);
  const done = message.operation === 'review' ? review(message, context) : runTask(message, context);
  void done.then((result) => parentPort?.postMessage(result));
});

function review(task: ReviewTask, context: Context): Promise<FleetResult> {
  // A thread that validates never sees the construct library.
  const { reviewTask } = require('./review-task') as typeof import('./review-task');
  return reviewTask(task, context);
}

function contextOf({ environments, folder }: Pick<FleetTask, 'environments' | 'folder'>): Context {
  return {
    output: { data: () => undefined, notice: () => undefined },
    language: 'en',
    json: false,
    quiet: true,
    colour: false,
    environments,
    folder,
    surroundings: process.env,
    signal: stop.signal,
    now: () => performance.now(),
  };
}
