import { join } from 'node:path';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, type ReplayWorkerOptions, Runtime, Worker } from '@temporalio/worker';
import { dataConverter } from '../../cli/rollout/temporal/temporal-connection';
import { ROOT } from './repository-files';

export type History = temporal.api.history.v1.IHistory;

/** A history as text, for a file: its JSON cannot be read again where several protobufjs are installed. */
export const historyText = {
  of: (history: History): string => Buffer.from(HISTORY.encode(history).finish()).toString('base64'),
  read: (text: string): History => HISTORY.decode(Buffer.from(text, 'base64')),
};

const HISTORY = temporal.api.history.v1.History;
let quiet = false;

/** Runs the workflows of a file on a history that was recorded; rejects where they would have done other than it says. */
export async function replay(workflows: string, history: History, id: string): Promise<void> {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('ERROR', () => {}), shutdownSignals: [] });
  quiet = true;
  const options: ReplayWorkerOptions = {
    workflowsPath: join(ROOT, workflows),
    dataConverter: dataConverter({ surroundings: {} }),
  };
  await Worker.runReplayHistory(options, history, id);
}
