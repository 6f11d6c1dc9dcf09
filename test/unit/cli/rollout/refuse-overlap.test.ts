import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../../cli/rollout/journal';
import { openRollout } from '../../../../cli/rollout/open-rollout';
import { refuseOverlap } from '../../../../cli/rollout/refuse-overlap';
import { RolloutFolder } from '../../../../cli/rollout/rollout-folder';
import type { RolloutRecord } from '../../../../cli/rollout/rollout-record';
import { ProblemsError } from '../../../../model/problem';
import { ROLLOUT_UNKNOWN } from '../../../../model/problems/rollout-problems';
import type { NewEvent } from '../../../../rollout/rollout-event';
import { county, created } from '../../../support/rollout-example';
import { testContext } from '../../../support/test-context';

const SERVER = { address: '127.0.0.1:7233', namespace: 'default' };
const time = () => 10;

/** A working directory with a rollout of the county c0101, and what happened to it. */
function withRollout(...events: readonly NewEvent[]) {
  const context = testContext({ folder: mkdtempSync(join(tmpdir(), 'overlap-')) });
  const { folder } = RolloutFolder.create('r', context);
  Journal.create(folder.journal, created([county('0101'), county('0102')]));
  const journal = new Journal(folder.journal, time);
  for (const event of events) journal.append(event);
  return { context, folder, state: journal.state };
}

async function problemsOf(promise: Promise<void>): Promise<readonly string[]> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof ProblemsError ? error.problems.map(({ code, at }) => `${code} ${at}`) : [];
}

test('an environment of a rollout that has not ended is refused, each by name', async () => {
  const { context } = withRollout();
  expect(await problemsOf(refuseOverlap(['c0101', 'c0102', 'c0103'], time, context))).toEqual([
    'ROLLOUT_OVERLAP c0101',
    'ROLLOUT_OVERLAP c0102',
  ]);
  expect(await problemsOf(refuseOverlap(['c0103'], time, context))).toEqual([]);
});

test.each<[string, NewEvent]>([
  ['ended', { type: 'finished' }],
  ['was stopped', { type: 'stopped', by: 'li' }],
  ['left the environment out', { type: 'excluded', id: 'c0101', by: 'li' }],
])('one that %s holds it no more', async (_, event) => {
  const { context } = withRollout(event);
  expect(await problemsOf(refuseOverlap(['c0101'], time, context))).toEqual([]);
});

describe('a rollout that was handed over to a server', () => {
  const served = (record: Partial<RolloutRecord>) =>
    (async () => ({ close: async () => {}, ...record })) as unknown as typeof openRollout;

  test('is asked there whether it has ended, whatever the journal of this machine says', async () => {
    const { context, folder, state } = withRollout();
    folder.handOver(SERVER);
    const over = served({ state: async () => ({ ...state, finished: true }) });
    expect(await problemsOf(refuseOverlap(['c0101'], time, context, over))).toEqual([]);
    const goesOn = served({ state: async () => state });
    expect(await problemsOf(refuseOverlap(['c0101'], time, context, goesOn))).toEqual(['ROLLOUT_OVERLAP c0101']);
  });

  test('and that it took and forgot has ended; one that it never took has not', async () => {
    const { context, folder } = withRollout();
    folder.handOver(SERVER);
    const forgotten = served({
      state: async () => {
        throw new ProblemsError([ROLLOUT_UNKNOWN.at('egov rollout r', { id: 'r', known: [] })]);
      },
    });
    const asked = () => problemsOf(refuseOverlap(['c0101'], time, context, forgotten));
    expect(await asked()).toEqual(['ROLLOUT_UNKNOWN egov rollout r']);
    folder.serverTook();
    expect(await asked()).toEqual([]);
  });

  test('that cannot be asked is not taken for ended', async () => {
    const { context, folder } = withRollout();
    folder.handOver({ ...SERVER, address: '127.0.0.1:1' });
    expect(await problemsOf(refuseOverlap(['c0101'], time, context, openRollout))).toEqual([
      expect.stringMatching(/^ROLLOUT_SERVER /),
    ]);
  }, 60_000);
});
