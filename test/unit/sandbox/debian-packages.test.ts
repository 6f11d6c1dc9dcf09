import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageProblems } from '../../../sandbox/debian-packages';
import { fakeDpkg } from './fake-dpkg';

const path = process.env['PATH'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-packages-'));
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(folder, { recursive: true });
});

test('missing packages are one problem with the exact line that installs them', async () => {
  fakeDpkg(folder, ['python3-nova', 'mariadb-server']);
  expect(await packageProblems()).toEqual([
    {
      code: 'SANDBOX_PACKAGES',
      at: 'packages',
      message: {
        en: 'missing packages: python3-nova, mariadb-server',
        zh: '缺少软件包：python3-nova、mariadb-server',
      },
      fix: {
        en: 'run apt-get update && apt-get install -y --no-install-recommends python3-nova mariadb-server',
        zh: '运行 apt-get update && apt-get install -y --no-install-recommends python3-nova mariadb-server',
      },
    },
  ]);
});

test('a system without dpkg is told which system the sandbox needs', async () => {
  mkdirSync(join(folder, 'empty'));
  process.env['PATH'] = join(folder, 'empty');
  expect(await packageProblems()).toEqual([expect.objectContaining({ code: 'SANDBOX_SYSTEM', at: 'dpkg-query' })]);
});

test('nothing is missing where all are installed', async () => {
  fakeDpkg(folder);
  expect(await packageProblems()).toEqual([]);
});
