import { lockHolder, withDeploymentLock } from '../../deployment/deployment-lock';
import { nextSteps, type Waiting } from '../../rollout/next-steps';
import type { NewEvent } from '../../rollout/rollout-event';
import type { RolloutState } from '../../rollout/rollout-state';
import { type Context, tell } from '../context';
import { EnvironmentWork, egovProcesses } from './environment-work';
import { Journal } from './journal';
import { runLocally } from './local-engine';
import { RolloutFolder } from './rollout-folder';
import type { RolloutRecord } from './rollout-record';
import { eventWords } from './rollout-words';

/** A rollout that this machine works on: its journal, and the engine in the process of whoever calls `goOn`. */
export class LocalRollout implements RolloutRecord {
  private readonly folder: RolloutFolder;
  private readonly journal: Journal;

  constructor(
    readonly id: string,
    private readonly time: () => number,
    private readonly context: Context,
  ) {
    this.folder = RolloutFolder.of(id, context);
    this.journal = new Journal(this.folder.journal, time);
  }

  async state(): Promise<RolloutState> {
    return this.journal.state;
  }

  async add(events: readonly NewEvent[]): Promise<void> {
    for (const event of events) this.journal.append(event);
  }

  async goOn(): Promise<Waiting> {
    const { folder, journal, context } = this;
    const { settings } = journal.state;
    const work = new EnvironmentWork({ folder, settings, run: egovProcesses(context) });
    const onEvent = (event: NewEvent): void => {
      const words = eventWords(event);
      if (words !== undefined) tell(context, words);
    };
    const { signal } = context;
    const engine = () => runLocally({ journal, work, signal, now: this.time, onEvent });
    return withDeploymentLock(folder.lock, `rollout ${this.id}`, engine);
  }

  async now() {
    const { pid } = lockHolder(this.folder.lock) ?? {};
    const worker = pid === undefined ? undefined : { en: `process ${pid} works on it`, zh: `进程 ${pid} 正在处理` };
    return { waiting: nextSteps(this.journal.state, this.time()).waiting, worker, pid: pid ?? null };
  }

  async close(): Promise<void> {}
}
