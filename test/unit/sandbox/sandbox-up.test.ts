import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProblemsError } from '../../../model/problem';
import { defaultSettings, writeSettings } from '../../../sandbox/sandbox-settings';
import { sandboxStatus } from '../../../sandbox/sandbox-status';
import { type SandboxUpProps, sandboxReset, sandboxUp } from '../../../sandbox/sandbox-up';
import { fakeDpkg } from './fake-dpkg';

const path = process.env['PATH'];
let folder: string;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-up-'));
  state = join(folder, 'state');
  fakeDpkg(join(folder, 'bin'));
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

async function problemsOf(props: SandboxUpProps, command = sandboxUp) {
  const error = await command({ state, ...props }).then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(ProblemsError);
  return (error as ProblemsError).problems.map(({ code, at, fix }) => ({ code, at, fix: fix.en }));
}

test('wrong settings and missing packages are told together, before anything is made', async () => {
  fakeDpkg(join(folder, 'bin'), ['openssl']);
  const problems = await problemsOf({ regions: ['Hebei'], portOffset: -1 });
  expect(problems.map(({ code, at }) => [code, at])).toEqual([
    ['SANDBOX_NAME', '--region'],
    ['SANDBOX_NAME', '--port-offset'],
    ['SANDBOX_PACKAGES', 'packages'],
  ]);
  expect(existsSync(state)).toBe(false);
});

test('a sandbox of other settings is not started', async () => {
  writeSettings(state, defaultSettings, '/packages');
  expect((await problemsOf({ network: 'ovn', azs: ['az9'] })).map(({ code }) => code)).toEqual([
    'SANDBOX_SETTINGS',
    'SANDBOX_SETTINGS',
  ]);
});

test('neither up nor reset touches a folder of somebody else', async () => {
  writeSettings(folder, defaultSettings, '/packages');
  rmSync(join(folder, 'settings.json'));
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  expect(await problemsOf({ state: folder })).toMatchObject([{ code: 'SANDBOX_FOLDER', at: folder }]);
  expect(await problemsOf({ state: folder }, sandboxReset)).toMatchObject([{ code: 'SANDBOX_FOLDER', at: folder }]);
  expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
});

describe('with a port of the sandbox taken', () => {
  let server: Server;
  beforeEach(async () => {
    server = createServer();
    await new Promise<void>((done) => server.listen(11_696 - 1, '127.0.0.1', done));
  });
  afterEach(() => new Promise((done) => server.close(done)));

  test('the service that needs it is named, and an offset that is free', async () => {
    const problems = await problemsOf({ regions: ['hebei'], portOffset: 1999 });
    expect(problems).toContainEqual({
      code: 'SANDBOX_PORT',
      at: '127.0.0.1:11695',
      fix: expect.stringMatching(/^end that program, or use --port-offset \d000$/),
    });
    expect(existsSync(state)).toBe(false);
  });
});

test('there is no status of a sandbox that is not there', () => {
  expect(sandboxStatus({ state })).toEqual({
    condition: 'absent',
    state,
    settings: undefined,
    services: [],
    cloudsFile: undefined,
    authUrl: undefined,
  });
});

test('a sandbox whose services have ended is down', () => {
  writeSettings(state, { ...defaultSettings, network: 'ovn' }, '/packages');
  const status = sandboxStatus({ state });
  expect(status.condition).toBe('down');
  expect(status.authUrl).toBe('http://127.0.0.1:5000/v3');
  expect(status.services.map(({ name, pid }) => [name, pid])).toEqual(
    [
      'mariadb',
      'keystone',
      'ovn-nb-sandbox',
      'ovn-sb-sandbox',
      'ovn-northd-sandbox',
      'ovn-sandbox',
      'placement-sandbox',
      'glance-sandbox',
      'neutron-sandbox',
      'cinder-sandbox',
      'nova-sandbox',
      'octavia-sandbox',
      'barbican-sandbox',
      'designate-sandbox',
    ].map((name) => [name, undefined]),
  );
});
