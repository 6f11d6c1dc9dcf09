import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import type { NewEvent, RolloutEvent } from '../../rollout/rollout-event';
import { addEvent, beginState, type RolloutState } from '../../rollout/rollout-state';

/**
 * The events of one rollout, a line of JSON each, only ever appended to. A line is written by one call and is on the
 * disk before the work that it tells of goes on, so that a killed process loses nothing that was done. A person's word
 * (pause, approve) is appended by a process of its own while the engine runs.
 */
export class Journal {
  private offset = 0;
  private known: RolloutState | undefined;

  constructor(
    private readonly file: string,
    private readonly now: () => number,
  ) {}

  /** Makes the file with its first event; whole or not at all. */
  static create(file: string, event: RolloutEvent): void {
    const made = openSync(`${file}.new`, 'w', 0o600);
    try {
      writeSync(made, lineOf(event));
      fsyncSync(made);
    } finally {
      closeSync(made);
    }
    renameSync(`${file}.new`, file);
  }

  /** What all events say, those of other processes too. */
  get state(): RolloutState {
    const file = openSync(this.file, 'r');
    try {
      const size = fstatSync(file).size;
      const bytes = Buffer.alloc(Math.max(0, size - this.offset));
      readSync(file, bytes, 0, bytes.length, this.offset);
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.offset += end;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) this.take(line);
    } finally {
      closeSync(file);
    }
    if (this.known === undefined) throw new Error(`${this.file} has no event`);
    return this.known;
  }

  append(event: NewEvent): void {
    // A clock that was set back does not put an event before the one that it follows.
    const at = Math.max(this.now(), this.state.lastAt);
    const file = openSync(this.file, 'a+');
    try {
      const torn = fstatSync(file).size > this.offset;
      writeSync(file, `${torn ? '\n' : ''}${lineOf({ ...event, at } as RolloutEvent)}`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  private take(line: string): void {
    let event: RolloutEvent;
    try {
      event = JSON.parse(line) as RolloutEvent;
    } catch {
      // Cut off by the end of its writer, who then did not go on either.
      return;
    }
    if (this.known === undefined) this.known = beginState(event);
    else addEvent(this.known, event);
  }
}

function lineOf(event: RolloutEvent): string {
  return `${JSON.stringify(event)}\n`;
}
