import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxAsk } from '../../../sandbox/sandbox-ask';
import { defaultSettings, writeSettings } from '../../../sandbox/sandbox-settings';

let folder: string;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-ask-'));
  state = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true }));

const ask = (more = {}) => sandboxAsk({ state, source: 'app-1', destination: 'db-1', ...more });
const refusing = (...problems: object[]) => ({ problems: problems.map((problem) => expect.objectContaining(problem)) });

test('there is nobody to ask where there is no sandbox', async () => {
  await expect(ask()).rejects.toMatchObject(refusing({ code: 'SANDBOX_DOWN', at: state }));
});

test('a sandbox without OVN has no answer and says how to get one', async () => {
  writeSettings(state, defaultSettings, '/packages');
  await expect(ask()).rejects.toMatchObject(
    refusing({ code: 'SANDBOX_NOT_OVN', fix: expect.objectContaining({ en: 'run egov sandbox reset --network ovn' }) }),
  );
});

test('a question to a region that is not there is refused', async () => {
  writeSettings(state, { ...defaultSettings, network: 'ovn' }, '/packages');
  await expect(ask({ region: 'hebei' })).rejects.toMatchObject(refusing({ code: 'SANDBOX_REGION', at: '--region' }));
});

test('every part that must run for an answer is named when it does not', async () => {
  writeSettings(state, { ...defaultSettings, network: 'ovn' }, '/packages');
  const error = await ask().catch((reason) => reason);
  expect(error.problems.map((problem: { message: { en: string } }) => problem.message.en)).toEqual(
    ['keystone', 'neutron-sandbox', 'ovn-nb-sandbox', 'ovn-sb-sandbox', 'ovn-northd-sandbox'].map(
      (part) => `${part} is not running`,
    ),
  );
});
