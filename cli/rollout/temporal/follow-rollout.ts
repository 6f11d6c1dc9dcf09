import { setTimeout as after } from 'node:timers/promises';
import { ProblemsError } from '../../../model/problem';
import type { Text } from '../../../model/text';
import { hasTime, type Waiting } from '../../../rollout/next-steps';
import { type Context, show, tell } from '../../context';
import { totalsWords } from '../rollout-words';
import type { Progress } from './rollout-run';

/** Milliseconds between two looks. */
const LOOK = 500;

/**
 * Looks at a rollout until it ends or a person's word is needed; says which. A server or a worker that is silent is
 * waited for: what was begun goes on without whoever looks.
 */
export async function followRollout(look: () => Promise<Progress>, context: Context): Promise<Waiting> {
  const { signal } = context;
  let last = '';
  for (;;) {
    const seen = await look().catch(silence);
    const words = 'waiting' in seen ? totalsText(seen) : seen.said;
    show(context, words);
    if (words.en !== last && context.output.live === undefined) tell(context, words);
    last = words.en;
    const waiting: Waiting = 'waiting' in seen ? seen.waiting : { for: 'work' };
    if ((waiting.for !== 'work' && !hasTime(waiting)) || signal.aborted) return waiting;
    await after(LOOK, undefined, { signal }).catch(() => {});
  }
}

function totalsText(seen: Pick<Progress, 'totals'>): Text {
  return { en: totalsWords(seen, 'en'), zh: totalsWords(seen, 'zh') };
}

/** What passes when the server, or a worker, is back; throws everything else. */
function silence(error: unknown): { readonly said: Text } {
  const problem = error instanceof ProblemsError ? error.problems[0] : undefined;
  if (problem === undefined || !/^ROLLOUT_(WORKER|SERVER)$/.test(problem.code)) throw error;
  return { said: problem.message };
}
