import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxDown, sandboxStartRegion, sandboxStopRegion } from '../../../sandbox/sandbox-down';
import { defaultSettings, writeSettings } from '../../../sandbox/sandbox-settings';

let folder: string;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-down-'));
  state = join(folder, 'state');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder of somebody else is not wiped', async () => {
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  await expect(sandboxDown({ state: folder, wipe: true })).rejects.toMatchObject({
    problems: [{ code: 'SANDBOX_FOLDER', at: folder }],
  });
  expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
});

test('ending a sandbox that is not there is no problem', async () => {
  expect((await sandboxDown({ state })).condition).toBe('absent');
});

test('a sandbox stays on disk unless it is wiped', async () => {
  writeSettings(state, defaultSettings, '/packages');
  expect((await sandboxDown({ state })).condition).toBe('down');
  expect((await sandboxDown({ state, wipe: true })).condition).toBe('absent');
  expect(existsSync(state)).toBe(false);
});

test('a region that the sandbox does not have is refused with those that it has', async () => {
  writeSettings(state, { ...defaultSettings, regions: ['a', 'b'] }, '/packages');
  await expect(sandboxStopRegion({ state, region: 'c' })).rejects.toMatchObject({
    problems: [{ code: 'SANDBOX_REGION', fix: { en: 'use one of: a, b' } }],
  });
});

test('a region comes back only where keystone runs', async () => {
  await expect(sandboxStartRegion({ state, region: 'a' })).rejects.toMatchObject({
    problems: [{ code: 'SANDBOX_DOWN', message: { en: 'the sandbox is not running' } }],
  });
  writeSettings(state, { ...defaultSettings, regions: ['a'] }, '/packages');
  await expect(sandboxStartRegion({ state, region: 'a' })).rejects.toMatchObject({
    problems: [{ code: 'SANDBOX_DOWN', message: { en: 'keystone is not running' } }],
  });
});
