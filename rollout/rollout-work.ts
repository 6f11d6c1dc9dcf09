import type { Failure } from './failure';

export type Worked<T = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly failure: Failure };
export interface Planned {
  /** Hash of what would be done. */
  readonly plan: string;
  readonly changes: number;
}

/** What is done with one environment. Each may be asked again after it was killed, and then ends the same. */
export interface RolloutWork {
  /** Reads, proves, judges and plans. Changes nothing. */
  preflight(id: string, signal: AbortSignal): Promise<Worked<Planned>>;
  /**
   * Applies exactly the plan of this hash, or what an interrupted apply of it left to do; `replanned` where something
   * else would be done now.
   */
  apply(id: string, plan: string, signal: AbortSignal): Promise<Worked<{ readonly replanned?: Planned }>>;
  /** Whether a second plan is empty and nothing drifted. Changes nothing. */
  verify(id: string, signal: AbortSignal): Promise<Worked>;
}
