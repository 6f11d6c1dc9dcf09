import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  halfMade,
  isEngineAlive,
  keepDoubtful,
  leftHalfMade,
  noteEngine,
  readJournal,
  unfinished,
} from '../../../deployment/apply-journal';
import { temporaryFolder } from '../../support/engines-fake';

const folder = temporaryFolder();
const file = join(folder, 'planes.journal');
const step = (type: string, addr: string, action = 'create') =>
  JSON.stringify({ type, hook: { resource: { addr }, action } });
const error = (address: string, detail: string, summary = 'Error creating openstack_x: …, but') =>
  JSON.stringify({ type: 'diagnostic', diagnostic: { address, summary, detail } });

function journal(...lines: readonly string[]) {
  writeFileSync(file, `${lines.join('\n')}\n`);
  const read = readJournal(file);
  if (read === undefined) throw new Error('no journal');
  return read;
}

test('no journal is no interruption', () => {
  expect(readJournal(join(folder, 'none.journal'))).toBeUndefined();
});

test('what was begun when the engine was killed is half-made, unless the state has it', () => {
  const read = journal(
    step('apply_start', 'x.a'),
    step('apply_complete', 'x.a'),
    step('apply_start', 'x.b'),
    '{"type":"apply_st',
  );
  expect(halfMade(read, () => false)).toEqual(['x.a', 'x.b']);
  expect(halfMade(read, (address) => address === 'x.a')).toEqual(['x.b']);
  expect(unfinished(read)).toEqual(['x.b']);
});

test('what was completed by an engine that came to its end was put into the state: drift is no interruption', () => {
  const read = journal(step('apply_start', 'x.a'), step('apply_complete', 'x.a'), '{"type":"change_summary"}');
  expect(halfMade(read, () => false)).toEqual([]);
});

test.each([
  ['Error creating openstack_networking_network_v2: … but got 409 instead: name taken', []],
  ['Plugin did not respond: The plugin encountered an error, and failed to respond', ['x.a']],
])('after "%s" the cloud may have made it or not', (words, left) => {
  const begun = [step('apply_start', 'x.a'), step('apply_errored', 'x.a'), error('x.a', '', words)];
  const warning = { severity: 'warning', address: 'x.a', summary: 'deprecated' };
  const read = journal(...begun, JSON.stringify({ type: 'diagnostic', diagnostic: warning }));
  expect(halfMade(read, () => false)).toEqual(left);
});

test.each(['got 409 instead: in use', 'got 500 instead'])(
  'a making that came to "%s" has failed, until it is completed',
  (detail) => {
    const lines = [step('apply_start', 'x.a'), step('apply_errored', 'x.a'), error('x.a', detail)];
    expect([...journal(...lines).failed]).toEqual(['x.a']);
    const again = [...lines, '{"type":"egov_engine"}', step('apply_start', 'x.b'), '{"type":"change_summary"}'];
    expect([...journal(...again).failed]).toEqual(['x.a', 'x.b']);
    expect([...journal(...again, step('apply_start', 'x.a'), step('apply_complete', 'x.a')).failed]).toEqual(['x.b']);
  },
);

test('what is changed or taken away has not failed to be made', () => {
  const begun = [step('apply_start', 'x.a'), step('apply_errored', 'x.a')];
  expect([...journal(...begun, step('apply_start', 'x.a', 'delete')).failed]).toEqual([]);
  expect([...journal(step('apply_start', 'x.a', 'update')).failed]).toEqual([]);
});

test('half-made is what is lost, where the work stood, and what a failure tainted; not what somebody tainted', () => {
  const refused = (address: string) => [step('apply_start', address), error(address, 'got 409 instead: in use')];
  const read = journal(
    ...refused('x.a'),
    ...refused('x.b'),
    step('apply_start', 'x.c', 'update'),
    step('apply_start', 'x.d'),
  );
  const tainted = { tainted: true };
  const resources = new Map([
    ['x.b', tainted],
    ['x.c', { tainted: false }],
    ['x.e', tainted],
  ]);
  expect(leftHalfMade(read, resources)).toEqual(['x.b', 'x.c', 'x.d']);
});

test('a change and a destruction converge by themselves', () => {
  const read = journal(step('apply_start', 'x.a', 'update'), step('apply_start', 'x.b', 'delete'));
  expect(halfMade(read, () => false)).toEqual([]);
  expect(unfinished(read)).toEqual(['x.a', 'x.b']);
});

test('the engine that writes is known by its process, also behind a line that was cut off', () => {
  writeFileSync(file, '{"type":"apply_sta');
  noteEngine(file, process.pid);
  appendFileSync(file, `${step('apply_start', 'x.a')}\n`);
  const read = readJournal(file);
  expect(read && isEngineAlive(read)).toBe(true);
  expect(read && unfinished(read)).toEqual(['x.a']);
});

test('a call of a killed engine may come through later: a conflict with what was doubtful leaves it doubtful', () => {
  journal(step('apply_start', 'x.a'));
  keepDoubtful(file, '2026-01-01T00:00:00Z', ['x.a', 'x.b']);
  for (const name of ['x.a', 'x.c']) {
    appendFileSync(file, `${step('apply_start', name)}\n`);
    appendFileSync(file, `${error(name, 'got 409 instead: VlanIdInUse')}\n`);
  }
  const read = readJournal(file);
  expect(read && halfMade(read, () => false)).toEqual(['x.a', 'x.b']);
  expect(read?.began).toBe('2026-01-01T00:00:00Z');
});

test('with nothing doubtful there is no journal', () => {
  keepDoubtful(file, '', []);
  expect(readJournal(file)).toBeUndefined();
});
