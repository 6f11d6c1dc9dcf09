import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { writeClouds } from '../../../sandbox/clouds-file';
import { defaultSettings } from '../../../sandbox/sandbox-settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-clouds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('only the owner may read the file, also where it was readable before', () => {
  writeFileSync(join(folder, 'clouds.yaml'), '', { mode: 0o644 });
  expect(statSync(writeClouds(folder, defaultSettings)).mode & 0o777).toBe(0o600);
});

test('it has a cloud that deploys and a cloud that reads, in the first region', () => {
  const file = writeClouds(folder, { ...defaultSettings, regions: ['hebei-sjz', 'hebei-lf'], portOffset: 7 });
  const { clouds } = parse(readFileSync(file, 'utf8'));
  expect(Object.keys(clouds)).toEqual(['sandbox', 'sandbox-reader']);
  expect(clouds.sandbox).toEqual({
    auth: {
      auth_url: 'http://127.0.0.1:5007/v3',
      username: 'admin',
      password: 'sandbox',
      project_name: 'admin',
      user_domain_name: 'Default',
      project_domain_name: 'Default',
    },
    region_name: 'hebei-sjz',
    regions: ['hebei-sjz', 'hebei-lf'],
    interface: 'public',
    identity_api_version: 3,
  });
  expect(clouds['sandbox-reader'].auth.username).toBe('reader');
});
