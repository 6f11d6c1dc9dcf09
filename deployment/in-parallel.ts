import { availableParallelism } from 'node:os';

export interface ParallelProps<T> {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Keys of the items that come first; keys that are not among the items are done already. */
  readonly after: (item: T) => readonly string[];
  /** Does the work; false when what comes after must not begin. */
  readonly work: (item: T) => Promise<boolean>;
  /** Called for an item that is not begun, with the key of the one that failed. */
  readonly onSkip: (item: T, failed: string) => void;
  /** @default the number of processors */
  readonly width?: number;
}

/** Does every item after those that it needs, some at a time. Rejects with the first defect when all that run have ended. */
export async function inParallel<T>({ items, keyOf, after, work, onSkip, width }: ParallelProps<T>): Promise<void> {
  const waiting = [...items];
  const ends = new Map<string, boolean>();
  const known = new Set(items.map(keyOf));
  const running = new Set<Promise<void>>();
  const defects: unknown[] = [];
  const limit = Math.max(1, width ?? availableParallelism());
  const needs = (item: T) => after(item).filter((key) => known.has(key));

  const start = (item: T): void => {
    const run = work(item)
      .catch((error: unknown) => {
        defects.push(error);
        return false;
      })
      .then((good) => {
        ends.set(keyOf(item), good);
        running.delete(run);
      });
    running.add(run);
  };

  for (let moved = true; moved; ) {
    moved = false;
    for (let i = 0; i < waiting.length; ) {
      const item = waiting[i] as T;
      const failed = needs(item).find((key) => ends.get(key) === false);
      const ready = needs(item).every((key) => ends.get(key) === true);
      if (failed !== undefined || defects.length > 0) {
        onSkip(item, failed ?? keyOf(item));
        ends.set(keyOf(item), false);
      } else if (ready && running.size < limit) start(item);
      else {
        i += 1;
        continue;
      }
      waiting.splice(i, 1);
      moved = true;
    }
    if (running.size === 0) continue;
    await Promise.race(running);
    moved = true;
  }
  if (defects.length > 0) throw defects[0];
  if (waiting.length > 0) throw new Error(`these wait for one another: ${waiting.map(keyOf).join(', ')}`);
}
