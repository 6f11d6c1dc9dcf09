import { parentPort } from 'node:worker_threads';
import type { Context } from '../context';
import type { FleetTask } from './fleet-result';
import { runTask } from './run-task';

/** Handed in by the pool: a task, or the word to stop what runs. */
export type ToWorker = FleetTask | 'stop';

const stop = new AbortController();

parentPort?.on('message', (message: ToWorker) => {
  if (message === 'stop') {
    stop.abort();
    return;
  }
  // What is thrown here is a defect of ours: it ends the thread, and the pool says so of this environment alone.
  void runTask(message, contextOf(message)).then((result) => parentPort?.postMessage(result));
});

function contextOf({ environments, folder }: FleetTask): Context {
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
