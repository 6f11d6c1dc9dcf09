import { stableHash } from '../../model/stable-hash';
import type { Failure } from '../../rollout/failure';
import type { RolloutWork, Worked } from '../../rollout/rollout-work';

export interface StubProps {
  readonly seed: number;
  /** Of a hundred applies, how many are refused, and how many fail for a while. */
  readonly refused: number;
  readonly transient: number;
  readonly wait: (ms: number) => Promise<unknown>;
  /** Called as the cloud is changed. */
  readonly onApply: (id: string) => void;
}

/** Work on clouds that there are not: durations and failures follow from the seed, and nothing else. */
export function stubWork({ seed, refused, transient, wait, onApply }: StubProps): RolloutWork {
  const tries = new Map<string, number>();
  const lot = (what: string, id: string) => stableHash(`${seed} ${what} ${id}`) % 100;
  const failure = (name: Failure['class']): Worked<never> => ({ ok: false, failure: { class: name, codes: ['STUB'] } });
  return {
    preflight: async (id) => {
      await wait(lot('preflight', id) / 10);
      return { ok: true, plan: `plan ${id}`, changes: lot('changes', id) };
    },
    apply: async (id) => {
      await wait(lot('apply', id));
      const count = (tries.get(id) ?? 0) + 1;
      tries.set(id, count);
      if (lot('transient', id) < transient && count === 1) return failure('transient');
      if (lot('refused', id) < refused) return failure('refused');
      onApply(id);
      return { ok: true };
    },
    verify: async (id) => {
      await wait(lot('verify', id) / 10);
      return { ok: true };
    },
  };
}
