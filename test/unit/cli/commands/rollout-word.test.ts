import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../../cli/rollout/journal';
import type { NewEvent } from '../../../../rollout/rollout-event';
import { county, created, started } from '../../../support/rollout-example';
import { run } from '../command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollout-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const members = [county('0102'), county('0103')];
const egov = (line: string) => run(`rollout ${line}`, { folder });

function journal(events: readonly NewEvent[], own: Parameters<typeof created>[1] = {}): Journal {
  const path = join(folder, '.egov/rollouts/r');
  mkdirSync(path, { recursive: true });
  const file = join(path, 'journal.jsonl');
  Journal.create(file, created(members, own));
  const made = new Journal(file, () => 10);
  for (const event of events) made.append(event);
  return made;
}

const canaryDone: readonly NewEvent[] = [
  ...started(members).slice(1),
  { type: 'applying', id: 'c0102' },
  { type: 'applied', id: 'c0102' },
  { type: 'verified', id: 'c0102' },
];

test('who started it may not approve it; somebody else may', async () => {
  const { state } = journal(canaryDone);
  expect([...state.members.values()].map(({ wave, status }) => [wave, status])).toEqual([
    [0, 'done'],
    [1, 'preflighted'],
  ]);
  const own = await egov('approve r --by li');
  expect([own.code, own.err[0]]).toEqual([4, 'ROLLOUT_FOUR_EYES r']);
  expect((await egov('approve r --by wang')).code).toBe(0);
});

test('planned with --one-alone, he may', async () => {
  journal(canaryDone, { fourEyes: false });
  expect((await egov('approve r --by li')).code).toBe(0);
});

test('what no canary has shown is not approved', async () => {
  journal(started(members).slice(1));
  expect((await egov('approve r --by wang')).err[0]).toBe('ROLLOUT_STATE r');
});

test('a wave that there is not, and a rollout that there is not, are told', async () => {
  journal(canaryDone);
  expect((await egov('approve r --by wang --through 7')).err[0]).toBe('ROLLOUT_SETTING egov rollout approve --through');
  expect((await egov('approve s --by wang')).err[0]).toBe('ROLLOUT_UNKNOWN egov rollout s');
});

test('a name that is left out must be one of the rollout', async () => {
  const made = journal([]);
  expect((await egov('start r --exclude c0109')).err[0]).toBe('USAGE_NAME egov rollout start --exclude');
  expect([...made.state.members.values()].map(({ status }) => status)).toEqual(['untouched', 'untouched']);
});

test('what ended hears nothing more', async () => {
  journal([...started(members).slice(1)]);
  expect((await egov('stop r --by li')).out).toEqual(['r: stop, by li']);
  expect((await egov('pause r --by li')).err[0]).toBe('ROLLOUT_STATE r');
});
