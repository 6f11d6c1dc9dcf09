import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  defaultSettings,
  portsOf,
  readSettings,
  type SandboxSettings,
  servicePort,
  settingsFile,
  settingsProblems,
  writeSettings,
} from '../../../sandbox/sandbox-settings';

const settings: SandboxSettings = { ...defaultSettings, regions: ['hebei-sjz', 'hebei-lf'], portOffset: 1000 };
const refused = (change: Partial<SandboxSettings>) =>
  settingsProblems({ ...defaultSettings, ...change }).map(({ code, at, fix }) => [code, at, fix.en]);

test('a name that cannot be a folder, a database and a name of OpenStack is refused', () => {
  expect(refused({ regions: ['../x'] })).toEqual([['SANDBOX_NAME', '--region', 'use 1 to 40 of a-z, 0-9 and -']]);
  expect(refused({ azs: ['az 1'] })).toEqual([['SANDBOX_NAME', 'azs', 'use 1 to 40 letters, digits and -']]);
  expect(refused({ physnets: ['a/b'] })).toEqual([
    ['SANDBOX_NAME', 'physnets', 'use 1 to 64 letters, digits and . _ -'],
  ]);
});

test('all wrong settings are refused together', () => {
  expect(refused({ regions: [], azs: ['az1', 'az1'], portOffset: 1.5, network: 'linuxbridge' as 'ovs' })).toEqual([
    ['SANDBOX_NAME', '--region', 'use at least one name'],
    ['SANDBOX_NAME', 'azs', 'use each name once'],
    ['SANDBOX_NAME', '--port-offset', 'use a number from 0 to 9999'],
    ['SANDBOX_NAME', '--network', 'use ovs or ovn'],
  ]);
});

test('a token lasts a whole number of seconds', () => {
  expect(refused({ tokenSeconds: 0.5 })).toEqual([
    ['SANDBOX_NAME', '--token-seconds', 'use a number of seconds from 1'],
  ]);
  expect(refused({ tokenSeconds: Number('soon') })).toHaveLength(1);
});

test('a fifth region is refused, for its ports would not fit', () => {
  const regions = ['a', 'b', 'c', 'd', 'e'];
  expect(refused({ regions })).toEqual([['SANDBOX_NAME', '--region', 'use at most 4 regions']]);
  const ports = portsOf({ ...defaultSettings, regions: regions.slice(0, 4), portOffset: 9999 });
  expect(Math.max(...ports.map(({ port }) => port))).toBeLessThan(65536);
});

test('the defaults are right', () => {
  expect(settingsProblems(defaultSettings)).toEqual([]);
});

test('the services of two regions share no port, and keystone is one', () => {
  const ports = portsOf(settings).map(({ port }) => port);
  expect(new Set(ports).size).toBe(ports.length);
  expect(ports.filter((port) => port === 6000)).toHaveLength(1);
  expect(servicePort(settings, 'hebei-sjz', 'neutron')).toBe(10696);
  expect(servicePort(settings, 'hebei-lf', 'neutron')).toBe(20696);
});

describe('the settings of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sandbox-settings-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are none where nothing was written', () => {
    expect(readSettings(folder)).toBeUndefined();
  });

  test('are read as they were written', () => {
    writeSettings(folder, settings, '/packages');
    expect(readSettings(folder)).toEqual({ ...settings, state: folder });
  });

  test('name every port for the services to listen on', () => {
    writeSettings(folder, settings, '/packages');
    const written = JSON.parse(readFileSync(settingsFile(folder), 'utf8'));
    expect(written.keystonePort).toBe(6000);
    expect(written.regions[1]).toEqual({
      name: 'hebei-lf',
      ports: {
        placement: 19778,
        glance: 20292,
        neutron: 20696,
        cinder: 19776,
        nova: 19774,
        octavia: 20876,
        barbican: 20311,
        designate: 20001,
        mdns: 36354,
      },
    });
  });
});
