import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Journal } from '../../../../cli/rollout/journal';
import { RolloutFolder } from '../../../../cli/rollout/rollout-folder';
import { ProblemsError } from '../../../../model/problem';
import { ROLLOUT_UNKNOWN } from '../../../../model/problems/rollout-problems';
import { county, started } from '../../../support/rollout-example';
import { testContext } from '../../../support/test-context';
import { run } from '../command-line';

const PACKAGES = ['client', 'worker', 'workflow', 'activity', 'common'].map((name) => `@temporalio/${name}`);

/** As where the packages are not installed. */
beforeEach(() => {
  for (const name of PACKAGES)
    jest.doMock(name, () => {
      throw Object.assign(new Error(`Cannot find module '${name}'`), { code: 'MODULE_NOT_FOUND' });
    });
});

const folder = mkdtempSync(join(tmpdir(), 'rollout-'));
const egov = (line: string) => run(`rollout ${line}`, { folder });

function journal(): void {
  const path = join(folder, '.egov/rollouts/r');
  mkdirSync(path, { recursive: true });
  const [first, ...rest] = started([county('0102')]);
  if (first === undefined) throw new Error('no event');
  Journal.create(join(path, 'journal.jsonl'), first);
  const made = new Journal(join(path, 'journal.jsonl'), () => 10);
  for (const event of rest) made.append(event);
}

test('without the packages of Temporal a server is refused, with the words that install them', async () => {
  const worker = await egov('worker --address 127.0.0.1:7233 --select province=guangxi');
  const status = await egov('status r --address 127.0.0.1:7233');
  for (const { code, err } of [worker, status]) {
    expect([code, err[0]]).toEqual([5, 'ROLLOUT_PACKAGES egov rollout']);
    expect(err.join('\n')).toContain('npm install @temporalio/client@1.24.0');
  }
});

test('without them a rollout of this machine hears every word', async () => {
  journal();
  expect((await egov('status r')).code).toBe(0);
  expect((await egov('pause r --by li')).code).toBe(0);
  expect((await egov('report r')).out.join('')).toContain('"outcome": "paused"');
});

test('an address that is none, and a server that is wanted and not named, are told', async () => {
  expect((await egov('status r --address temporal')).err[0]).toBe('ROLLOUT_SETTING egov rollout --address');
  expect((await egov('worker')).err[0]).toBe('USAGE_ARGUMENT egov rollout worker');
  expect((await egov('start r --engine temporal')).err[0]).toBe('USAGE_ARGUMENT egov rollout start');
  expect((await egov('start r --engine local --address 127.0.0.1:7233')).err[0]).toBe(
    'ROLLOUT_SETTING egov rollout start --engine',
  );
});

test('what was handed over is not worked on here any more', async () => {
  const context = testContext({ folder });
  RolloutFolder.of('r', context).handOver({ address: '127.0.0.1:7233', namespace: 'default' });
  expect(RolloutFolder.serverOf('r', context)).toEqual({ address: '127.0.0.1:7233', namespace: 'default' });
  for (const line of ['start r', 'pause r', 'status r'])
    expect((await egov(line)).err[0]).toBe('ROLLOUT_PACKAGES egov rollout');
});

describe('with a server that does not know it', () => {
  const forgetful = async () => {
    throw new ProblemsError([ROLLOUT_UNKNOWN.at('egov rollout r', { id: 'r', known: [] })]);
  };
  beforeEach(() =>
    jest.doMock('../../../../cli/rollout/temporal/temporal-rollout', () => ({ TemporalRollout: { open: forgetful } })),
  );
  const given = () => RolloutFolder.of('r', testContext({ folder }));

  test('one that did not arrive there is given to it again; one that arrived has ended', async () => {
    given().handOver({ address: '127.0.0.1:7233', namespace: 'default' });
    const lost = await egov('status r');
    expect(lost.err.join('\n')).toMatch(/^ROLLOUT_HANDOVER egov rollout r\n.*\n.*egov rollout start r gives it/);
    given().serverTook();
    expect((await egov('status r')).err[0]).toBe('ROLLOUT_UNKNOWN egov rollout r');
  });
});
