import { parentPort } from 'node:worker_threads';
import type { Context } from '../context';
import type { FleetTask, ReviewTask } from './fleet-result';
import { reviewTask } from './review-task';
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
  const done = message.operation === 'review' ? reviewTask(message, context) : runTask(message, context);
  void done.then((result) => parentPort?.postMessage(result));
});

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
