import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './repository-files';

/** Builds `dist/` where sources are younger: for tests of what other programs load of it. */
export function build(): void {
  const script = join(ROOT, 'tools/build.ts');
  execFileSync(process.execPath, ['-r', 'ts-node/register/transpile-only', script], { cwd: ROOT, stdio: 'ignore' });
}
