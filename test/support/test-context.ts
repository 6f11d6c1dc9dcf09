import type { Context } from '../../cli/context';

/** A context in which nothing is said, and nothing of this machine is known. */
export function testContext(own: Partial<Context> = {}): Context {
  return {
    output: { data: () => {}, notice: () => {} },
    language: 'en',
    json: false,
    quiet: true,
    colour: false,
    environments: 'environments',
    folder: process.cwd(),
    surroundings: {},
    signal: new AbortController().signal,
    now: () => 0,
    ...own,
  };
}
