import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../../model/problem';
import { ROLLOUT_UNKNOWN } from '../../model/problems/rollout-problems';
import type { Context } from '../context';
import type { TemporalServer } from './temporal/temporal-server';

const ID = /^\w[\w.-]*$/;

/** Rollouts of a working directory: `.egov/rollouts/<id>/journal.jsonl`, and the plans beside it. */
export class RolloutFolder {
  readonly journal: string;
  /** Held by the engine that works on it. */
  readonly lock: string;

  /** Names the server that it was handed over to. */
  private readonly server: string;
  /** Is there once that server has it. */
  private readonly took: string;

  private constructor(readonly path: string) {
    this.server = join(path, 'server.json');
    this.took = join(path, 'server-took-it');
    this.journal = join(path, 'journal.jsonl');
    this.lock = join(path, 'engine.lock');
  }

  static of(id: string, context: Context): RolloutFolder {
    const folder = new RolloutFolder(join(root(context), id));
    if (ID.test(id) && existsSync(folder.journal)) return folder;
    throw new ProblemsError([ROLLOUT_UNKNOWN.at(`egov rollout ${id}`, { id, known: rolloutIds(context) })]);
  }

  static exists(id: string, context: Context): boolean {
    return rolloutIds(context).includes(id);
  }

  /** Plans of a rollout whose events are kept elsewhere. */
  static forPlans(id: string, context: Context): RolloutFolder {
    const folder = new RolloutFolder(join(root(context), id));
    if (!ID.test(id)) throw new Error(`${id} is no name of a rollout`);
    mkdirSync(folder.path, { recursive: true, mode: 0o700 });
    return folder;
  }

  /** A new one, empty; the first is named after the day, the second of a day has -2. */
  static create(day: string, context: Context): { readonly id: string; readonly folder: RolloutFolder } {
    for (let count = 1; ; count++) {
      const id = count === 1 ? day : `${day}-${count}`;
      const folder = new RolloutFolder(join(root(context), id));
      if (existsSync(folder.path)) continue;
      mkdirSync(folder.path, { recursive: true, mode: 0o700 });
      return { id, folder };
    }
  }

  /** The server that a rollout of this machine was handed over to; `undefined` for none. */
  static serverOf(id: string, context: Context): TemporalServer | undefined {
    const { server } = new RolloutFolder(join(root(context), id));
    return ID.test(id) && existsSync(server) ? (JSON.parse(readFileSync(server, 'utf8')) as TemporalServer) : undefined;
  }

  /** From here on it is the server's; said before the server begins it, so that no two engines work on it. */
  handOver(server: TemporalServer): void {
    writeFileSync(`${this.server}.new`, JSON.stringify(server), { mode: 0o600 });
    renameSync(`${this.server}.new`, this.server);
  }

  /** The server has it. What it does not know any more has ended there: it keeps what has not. */
  serverTook(): void {
    writeFileSync(this.took, '', { mode: 0o600 });
  }

  static didServerTake(id: string, context: Context): boolean {
    return ID.test(id) && existsSync(new RolloutFolder(join(root(context), id)).took);
  }

  /** The plan of an environment, as `egov plan --save` wrote it. */
  planFile(environment: string): string {
    return this.fileOf(environment, 'plan');
  }

  /** What the last command on it said that failed, as JSON of its problems. */
  failureFile(environment: string): string {
    return this.fileOf(environment, 'failure');
  }

  private fileOf(environment: string, what: string): string {
    return join(this.path, `${environment.replaceAll('/', '+')}.${what}.json`);
  }
}

/** Held while a rollout is made, so that no two of them take one environment. */
export function rolloutsLock(context: Context): string {
  mkdirSync(root(context), { recursive: true, mode: 0o700 });
  return join(root(context), 'create.lock');
}

export function rolloutIds(context: Context): readonly string[] {
  const path = root(context);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((id) => existsSync(join(path, id, 'journal.jsonl')))
    .sort();
}

function root({ folder }: Context): string {
  return join(folder, '.egov/rollouts');
}
