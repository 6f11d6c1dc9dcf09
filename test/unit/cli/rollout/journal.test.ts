import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../../cli/rollout/journal';
import { counties, created } from '../../../support/rollout-example';

const members = counties(2);
const id = members[0]?.id ?? '';

function journal(now = () => 5): { file: string; journal: Journal } {
  const file = join(mkdtempSync(join(tmpdir(), 'rollout-')), 'journal.jsonl');
  Journal.create(file, created(members));
  return { file, journal: new Journal(file, now) };
}

test('what another process appends is read as well', () => {
  const { file, journal: one } = journal();
  expect(one.state.paused).toBe(false);
  new Journal(file, () => 6).append({ type: 'paused', by: 'wang' });
  expect(one.state.paused).toBe(true);
});

test('a line that was cut off says nothing, and the next one stands on its own', () => {
  const { file, journal: one } = journal();
  appendFileSync(file, '{"at":3,"type":"applyi');
  one.append({ type: 'applying', id });
  expect(one.state.members.get(id)?.applies).toBe(1);
  expect(new Journal(file, () => 9).state.members.get(id)?.status).toBe('applying');
});

test('a clock that was set back does not put an event before the one that it follows', () => {
  const times = [50, 20];
  const { file, journal: one } = journal(() => times.shift() ?? 0);
  one.append({ type: 'started', by: 'li' });
  one.append({ type: 'paused', by: 'li' });
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.slice(1).map((line) => (JSON.parse(line) as { at: number }).at)).toEqual([50, 50]);
});
