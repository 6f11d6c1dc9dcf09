import { nextSteps } from '../../../rollout/next-steps';
import type { RolloutEvent } from '../../../rollout/rollout-event';
import { reportOf } from '../../../rollout/rollout-report';
import { foldEvents } from '../../../rollout/rollout-state';
import { counties, created, done, started } from '../../support/rollout-example';

const members = counties(4);
const [a, b, c, d] = members.map(({ id }) => id) as [string, string, string, string];
const next = (events: readonly RolloutEvent[], now = 10, running: readonly string[] = []) =>
  nextSteps(foldEvents(events), now, new Set(running));
const approved = (by = 'wang', at = 4, through = 9): RolloutEvent => ({ at, type: 'approved', by, through });
const failed = (id: string, again?: number): RolloutEvent => ({
  at: 5,
  type: 'failed',
  id,
  failure: { class: again === undefined ? 'refused' : 'transient', codes: ['X'] },
  ...(again !== undefined && { again }),
});

test('before the start environments are preflighted, as many at a time as there are jobs', () => {
  expect(next([created(members)]).steps).toEqual([
    { kind: 'preflight', id: a },
    { kind: 'preflight', id: b },
  ]);
  expect(next([created(members)], 10, [a, b])).toEqual({ steps: [], waiting: { for: 'work' } });
});

test('a preflight that failed waits for a person', () => {
  const events = [created(members), ...[a, b, c, d].map((id) => failed(id))];
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'preflight' } });
});

test('canaries are applied first, and nothing else', () => {
  expect(next(started(members)).steps).toEqual([{ kind: 'apply', id: a }]);
});

test('behind the canaries an approval is waited for; then the first wave goes, not the second', () => {
  const events = [...started(members), ...done(a)];
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'approval' } });
  expect(next([...events, approved()]).steps.map(({ id }) => id)).toEqual([b, c]);
});

test('an approval through a wave opens no further one', () => {
  const events = [...started(members), ...done(a), approved('wang', 4, 1), ...done(b), ...done(c)];
  expect(next(events).waiting).toEqual({ for: 'approval' });
});

test('an approval that expired is asked for again', () => {
  const events = [...started(members), ...done(a), approved()];
  expect(next(events, 4 + 24 * 3_600_000).waiting).toEqual({ for: 'approval' });
});

test('a soak time opens the gate without an approval', () => {
  const events = [...started(members, { soakMinutes: 1 }), ...done(a)];
  expect(next(events).waiting).toEqual({ for: 'soak', until: 60_003 });
  expect(next(events, 60_003).steps.map(({ id }) => id)).toEqual([b, c]);
});

test('a canary that failed halts, whatever the budget is', () => {
  const events = [...started(members, { maxFailures: 3 }), { at: 3, type: 'applying', id: a } as const, failed(a)];
  expect(next(events).waiting).toEqual({ for: 'budget' });
  expect(reportOf(foldEvents(events)).outcome).toBe('halted');
});

test('once the budget is used up nothing is begun, and what was begun is brought to its end', () => {
  const begun: RolloutEvent[] = [b, c].map((id) => ({ at: 5, type: 'applying', id }));
  const events = [...started(members), ...done(a), approved(), ...begun, failed(b)];
  expect(next(events).steps).toEqual([{ kind: 'apply', id: c }]);
  expect(next([...events, { at: 6, type: 'applied', id: c }]).steps).toEqual([{ kind: 'verify', id: c }]);
  const ended: RolloutEvent[] = [...events, { at: 6, type: 'applied', id: c }, { at: 7, type: 'verified', id: c }];
  expect(next(ended)).toEqual({ steps: [], waiting: { for: 'budget' } });
  expect(next([...ended, { at: 8, type: 'retried', id: b, by: 'li' }]).steps).toEqual([{ kind: 'apply', id: b }]);
});

test('a failure that passes by itself is tried again at its time', () => {
  const events = [...started(members), { at: 3, type: 'applying', id: a } as const, failed(a, 500)];
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'retry', until: 500 } });
  expect(next(events, 500).steps).toEqual([{ kind: 'apply', id: a }]);
});

test('a plan that is another than the reviewed one waits until somebody accepts it', () => {
  const events: RolloutEvent[] = [
    ...started(members),
    { at: 3, type: 'applying', id: a },
    { at: 4, type: 'replanned', id: a, plan: 'other', changes: 2 },
  ];
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'review' } });
  expect(next([...events, approved('wang', 5, 0)]).steps).toEqual([{ kind: 'apply', id: a }]);
});

test('pause begins nothing, resume goes on, stop ends', () => {
  const events: RolloutEvent[] = [...started(members), { at: 3, type: 'paused', by: 'li' }];
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'pause' } });
  expect(next([...events, { at: 4, type: 'resumed', by: 'li' }]).steps).toHaveLength(1);
  expect(next([...events, { at: 4, type: 'stopped', by: 'li' }]).waiting).toEqual({ for: 'end', outcome: 'stopped' });
});

test('a closed window is waited for, but not by what was begun', () => {
  const windows = [{ from: 60, to: 120, zone: 'UTC' }];
  const events = started(members, { windows });
  expect(next(events)).toEqual({ steps: [], waiting: { for: 'window', until: 3_600_000 } });
  expect(next([...events, { at: 3, type: 'applying', id: a }]).steps).toEqual([{ kind: 'apply', id: a }]);
});

test('an environment that was left out is neither waited for nor touched', () => {
  const events: RolloutEvent[] = [
    created(members.slice(0, 2)),
    { at: 1, type: 'excluded', id: a, by: 'li' },
    { at: 1, type: 'preflighted', id: b, plan: 'p', changes: 1 },
    { at: 2, type: 'started', by: 'li' },
    approved(),
    ...done(b),
  ];
  expect(next(events).waiting).toEqual({ for: 'end', outcome: 'done' });
  expect(reportOf(foldEvents(events)).totals).toMatchObject({ done: 1, skipped: 1 });
});

test('another try that becomes due beside running work is waited for, not the end of that work', () => {
  const events = [...started(members), ...done(a), approved(), failed(c, 50)];
  expect(next(events, 10, [b])).toEqual({ steps: [], waiting: { for: 'work', until: 50 } });
  expect(next(events, 50, [b]).steps).toEqual([{ kind: 'apply', id: c }]);
});
