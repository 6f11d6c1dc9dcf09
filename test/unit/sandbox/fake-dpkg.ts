import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSTALLED } from '../../../sandbox/debian-packages';

/** Puts a `dpkg-query` first on PATH that says which of the sandbox's packages are installed. */
export function fakeDpkg(folder: string, missing: readonly string[] = []): void {
  const lines = INSTALLED.filter((name) => !missing.includes(name)).map((name) => `echo '${name} installed'`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'dpkg-query'), ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(join(folder, 'dpkg-query'), 0o755);
  process.env['PATH'] = `${folder}:/usr/bin:/bin`;
}
