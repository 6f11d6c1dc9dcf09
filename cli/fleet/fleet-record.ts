import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputHashes } from '../review/input-hashes';
import { packageVersion } from '../version';
import type { FleetOperation, FleetResult, FleetTask } from './fleet-result';

/** What files alone decide; the others also write, or ask an engine about states. */
const DECIDED_BY_FILES: readonly FleetOperation[] = ['validate', 'prove', 'check', 'judge'];

/**
 * Results of earlier runs, a line of JSON each, in `.egov/fleet/<operation>.jsonl`: a run that was stopped goes on.
 * Where files alone decide, a cloud that did not change is not worked on again, either; elsewhere the record ends with
 * the run. A result counts for the same files, the same version of the toolkit and the same day. Only what was found is
 * kept; what broke or an engine failed at is tried again.
 */
export class FleetRecord {
  private readonly known = new Map<string, FleetResult>();
  /** Of the files, by the folder of environments. */
  private readonly hashes = new Map<string, InputHashes>();

  constructor(
    private readonly file: string,
    again: boolean,
  ) {
    const lines = existsSync(file) && !again ? readFileSync(file, 'utf8').split('\n') : [];
    for (const line of lines) {
      const read = lineOf(line);
      if (read) this.known.set(read.hash, read.result);
    }
    mkdirSync(dirname(file), { recursive: true });
    // Rewritten whole, so that it does not grow with every run; a line that was cut off is gone.
    const whole = [...this.known].map(([hash, result]) => `${JSON.stringify({ hash, result })}\n`).join('');
    writeFileSync(`${file}.new`, whole);
    renameSync(`${file}.new`, file);
  }

  static of(task: Pick<FleetTask, 'operation' | 'folder'>, again: boolean): FleetRecord {
    return new FleetRecord(join(task.folder, '.egov/fleet', `${task.operation}.jsonl`), again);
  }

  result(task: FleetTask): FleetResult | undefined {
    return this.known.size === 0 ? undefined : this.known.get(this.hash(task));
  }

  add(task: FleetTask, result: FleetResult): void {
    if (result.verdict === 'broken' || result.verdict === 'failed') return;
    appendFileSync(this.file, `${JSON.stringify({ hash: this.hash(task), result })}\n`);
  }

  /** Nothing is left to do. */
  end(operation: FleetOperation): void {
    if (!DECIDED_BY_FILES.includes(operation)) rmSync(this.file, { force: true });
  }

  private hash(task: FleetTask): string {
    const { operation, id, environments, asOf } = task;
    const hashes = this.hashes.get(environments) ?? new InputHashes(environments);
    this.hashes.set(environments, hashes);
    return createHash('sha256')
      .update([operation, id, asOf, packageVersion(), hashes.of(id)].join('\0'))
      .digest('hex');
  }
}

/** A line of the file; undefined where a crash cut it off. */
function lineOf(line: string): { readonly hash: string; readonly result: FleetResult } | undefined {
  try {
    const { hash, result } = JSON.parse(line) as { hash?: string; result?: FleetResult };
    return hash !== undefined && result !== undefined ? { hash, result } : undefined;
  } catch {
    return undefined;
  }
}
