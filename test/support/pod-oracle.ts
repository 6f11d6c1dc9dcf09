import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { required } from './engines';

const SOURCES = join(__dirname, '../oracle/pods');
const FILES = ['go.mod', 'go.sum', 'main.go'];

/** The program of test/oracle/pods, in the user's cache by the hash of its sources. */
function programPath(): string {
  const hash = createHash('sha256');
  for (const file of FILES) hash.update(readFileSync(join(SOURCES, file)));
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'egov/test', `pod-oracle-${hash.digest('hex').slice(0, 12)}`);
}

/** Builds it where Go is; answers why there is none. */
function build(): string | undefined {
  const program = programPath();
  if (existsSync(program)) return undefined;
  if (!required('oracle')) return 'the oracle of pods is not built (EGOV_REQUIRE=oracle builds it)';
  const work = mkdtempSync(join(tmpdir(), 'pod-oracle-'));
  try {
    for (const file of FILES) copyFileSync(join(SOURCES, file), join(work, file));
    const built = spawnSync('go', ['build', '-trimpath', '-o', join(work, 'out'), '.'], {
      cwd: work,
      env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOWORK: 'off' },
      encoding: 'utf8',
    });
    if (built.status !== 0) return `go build: ${built.error?.message ?? built.stderr}`;
    mkdirSync(join(program, '..'), { recursive: true });
    // Inside the cache first, so that the last step is a rename within one file system.
    copyFileSync(join(work, 'out'), `${program}.${process.pid}`);
    renameSync(`${program}.${process.pid}`, program);
    return undefined;
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** A test against the oracle; skipped with its reason, or failing where `EGOV_REQUIRE` lists `oracle`. */
export function itWithPodOracle(name: string, test: (program: string) => void, timeout: number): void {
  if (existsSync(programPath()) || required('oracle'))
    it(
      name,
      () => {
        expect(build()).toBeUndefined();
        test(programPath());
      },
      // Building takes minutes, once.
      timeout + 600_000,
    );
  else it.skip(`${name} (skipped: ${build()})`, () => undefined);
}

/** What the oracle answers to each line. */
export function askPodOracle(program: string, lines: readonly string[]): readonly string[] {
  const { stdout, stderr, status } = spawnSync(program, [], {
    input: lines.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n');
}
