import { followRollout } from '../../../../../cli/rollout/temporal/follow-rollout';
import type { Progress } from '../../../../../cli/rollout/temporal/rollout-run';
import { ProblemsError } from '../../../../../model/problem';
import { ROLLOUT_KEY, ROLLOUT_WORKER } from '../../../../../model/problems/rollout-problems';
import { reportOf } from '../../../../../rollout/rollout-report';
import { foldEvents } from '../../../../../rollout/rollout-state';
import { counties, started } from '../../../../support/rollout-example';
import { testContext } from '../../../../support/test-context';

const { outcome, totals } = reportOf(foldEvents(started(counties(2))));
const progress = (waiting: Progress['waiting']): Progress => ({ outcome, totals, waiting });
const silent = new ProblemsError([ROLLOUT_WORKER.at('r', { address: '127.0.0.1:1', egov: '1' })]);

/** What each look answers, one after the other; the words that were said. */
async function followed(...answers: readonly (Progress | Error)[]) {
  const said: string[] = [];
  const left = [...answers];
  const output = { data: () => {}, notice: (words: string) => said.push(words) };
  const look = async (): Promise<Progress> => {
    const one = left.shift();
    if (one === undefined || one instanceof Error) throw one ?? new Error('looked too often');
    return one;
  };
  const waiting = await followRollout(look, testContext({ output, quiet: false }));
  return { said, waiting };
}

test('what does not pass by itself ends the following', async () => {
  const reason = { en: 'another key', zh: '密钥不同' };
  await expect(followed(new ProblemsError([ROLLOUT_KEY.at('r', { reason })]))).rejects.toThrow('another key');
});

test('a worker that is silent is told once and waited for', async () => {
  const answers = [progress({ for: 'work' }), silent, silent, progress({ for: 'approval' })];
  expect(await followed(...answers)).toEqual({
    said: ['preflighted 2', 'no worker of egov 1 answers at 127.0.0.1:1', 'preflighted 2'],
    waiting: { for: 'approval' },
  });
});

test('a time is waited for, a person is not', async () => {
  const { waiting } = await followed(progress({ for: 'retry', until: 5 }), progress({ for: 'budget' }));
  expect(waiting).toEqual({ for: 'budget' });
});
