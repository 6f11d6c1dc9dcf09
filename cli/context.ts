import type { Surroundings } from '../engines/surroundings';
import type { Language, Text } from '../model/text';
import type { Output } from './output';

/** What every command works in: where words go and how they are said, where things lie, and what may stop it. */
export interface Context {
  readonly output: Output;
  readonly language: Language;
  /** Whether the answer is JSON. */
  readonly json: boolean;
  /** Whether talk is left out; problems are always said. */
  readonly quiet: boolean;
  /** Whether the answer goes to a terminal that shows colours. */
  readonly colour: boolean;
  /** Folder of the environments. */
  readonly environments: string;
  /** Working directory. */
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Says a part of the result. */
export function answer({ output, language }: Context, text: Text): void {
  output.data(text[language]);
}

export function answerJson({ output }: Context, value: unknown): void {
  output.data(JSON.stringify(value, null, 2));
}

/** Says how the work goes on; nothing with `-q`. */
export function tell({ output, language, quiet }: Context, text: Text): void {
  if (!quiet) output.notice(text[language]);
}

/** Shows where long work is; only on a terminal. */
export function show({ output, language, quiet }: Context, text: Text): void {
  if (!quiet) output.live?.(text[language]);
}

/** Lets signals in between two steps of work that does not wait. Rejects when the work is to stop. */
export async function pause({ signal }: Context): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
