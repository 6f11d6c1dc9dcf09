import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** An empty folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'egov-engines-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A program in sh that stands where an engine is expected. */
export function writeProgram(path: string, script: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return path;
}

/** Script of an OpenTofu of that version; `more` handles the other commands by `$1`. */
export function tofuScript(version: string, more = 'exit 0'): string {
  return `if [ "$1" = version ]; then echo "OpenTofu v${version}"; echo "on linux_amd64"; exit 0; fi\n${more}`;
}
