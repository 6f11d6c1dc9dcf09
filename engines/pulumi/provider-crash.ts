/** Why a provider crashed, as far as it said. */
export interface ProviderCrash {
  /** Absent where it was killed, and said nothing. */
  readonly reason: string | undefined;
  /** How many calls to it were under way. */
  readonly calls: number;
}

/** Of the dump that Pulumi prints (`plugin.go`, `Close`). */
const DUMP = /exited prematurely/;

/**
 * Of a call to the provider that was under way, as gRPC's client says it. At the start: further on an API server may say
 * the same of its etcd.
 */
const CALL =
  /^(?:Preview failed: )?(?:rpc error: code = Unavailable desc = )?(?:error reading from server: |connection error: desc = |transport is closing|the client connection is closing)/;

/** Whether words are of a provider whose process ended in the midst of its work. */
export function isProviderCrash(said: string): boolean {
  return DUMP.test(said) || CALL.test(said);
}

/**
 * What is worth a person's time of several such words: what Go's runtime said, and the provider's line that it happened
 * on. The dump is the stack of every goroutine.
 */
export function providerCrash(said: readonly string[]): ProviderCrash {
  const dump = said.find((words) => DUMP.test(words)) ?? '';
  const [why] = /\b(?:panic|fatal error): [^;]+/.exec(dump) ?? [];
  const [, line] = /pulumi-kubernetes\/[^;]*\/(\w+\.go:\d+)/.exec(dump) ?? [];
  return {
    reason: why === undefined || line === undefined ? why : `${why} (${line})`,
    calls: said.filter((words) => CALL.test(words) && !DUMP.test(words)).length,
  };
}
