import type { Problem } from './problem';

/** Each problem once: a mistake in a file that several environments share is one mistake. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [`${one.code} ${one.at} ${one.message.en}`, one])).values()];
}
