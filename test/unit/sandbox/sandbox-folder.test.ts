import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, defaultState, folderProblems, isForeign, seedFolder } from '../../../sandbox/sandbox-folder';
import { defaultSettings, writeSettings } from '../../../sandbox/sandbox-settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder with files of somebody else is refused', () => {
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  expect(isForeign(folder)).toBe(true);
  expect(folderProblems(folder, defaultSettings)).toEqual([
    expect.objectContaining({ code: 'SANDBOX_FOLDER', at: folder }),
  ]);
});

test('an absent folder, an empty one and one of a sandbox are taken', () => {
  expect(folderProblems(join(folder, 'absent'), defaultSettings)).toEqual([]);
  expect(folderProblems(folder, defaultSettings)).toEqual([]);
  writeSettings(folder, defaultSettings, '/packages');
  expect(folderProblems(folder, defaultSettings)).toEqual([]);
});

test('a path that no unix socket can have is refused, with the bytes that are too many', () => {
  const longest = (state: string) => join(state, 'sandbox', 'ovn', 'northd.ctl').length;
  const state = join(folder, 'x'.repeat(107 - longest(join(folder, ''))));
  expect(longest(state)).toBe(108);
  expect(folderProblems(state, defaultSettings).map(({ message }) => message.en)).toEqual([
    `${state} is too long a path for unix sockets, by 1 bytes`,
  ]);
  expect(folderProblems(state.slice(0, -1), defaultSettings)).toEqual([]);
});

test('state and cache lie where the XDG variables say, else below the home folder', () => {
  expect(defaultState({ XDG_STATE_HOME: '/s' })).toBe('/s/egov/sandbox');
  expect(cacheFolder({ XDG_CACHE_HOME: '/c' })).toBe('/c/egov/sandbox');
  expect(defaultState({})).toBe(join(homedir(), '.local/state/egov/sandbox'));
  expect(cacheFolder({ XDG_CACHE_HOME: '' })).toBe(join(homedir(), '.cache/egov/sandbox'));
});

test('each set of settings has a seed of its own', () => {
  const seeds = [
    defaultSettings,
    { ...defaultSettings, network: 'ovn' as const },
    { ...defaultSettings, portOffset: 1 },
    { ...defaultSettings, azs: ['az1'] },
  ].map(seedFolder);
  expect(new Set(seeds).size).toBe(4);
  expect(seedFolder({ ...defaultSettings })).toBe(seeds[0]);
});
