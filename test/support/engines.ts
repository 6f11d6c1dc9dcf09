import { existsSync } from 'node:fs';
import { cachedProgram } from '../../engines/engine-cache';
import { OPENSTACK_PROVIDER, OPENTOFU } from '../../engines/engine-pin';
import { programOnPath } from '../../engines/find-opentofu';
import { hasCachedProvider } from '../../engines/provider-mirror';

/** `tofu` is OpenTofu with the provider beside it, as a plan needs both; `go` builds them. */
export type NeededEngine = 'tofu' | 'go';

/**
 * A `describe` that needs an engine. Where it is missing the tests are skipped, with the reason in their name; where
 * `EGOV_REQUIRE` lists `engines` they fail instead, so that CI cannot pass by having nothing.
 */
export function describeWithEngine(engine: NeededEngine, name: string, tests: () => void): void {
  const reason = reasonMissing(engine);
  if (reason === undefined) {
    describe(name, tests);
  } else if (required('engines')) {
    describe(name, () => {
      test('has its engine', () => {
        throw new Error(`EGOV_REQUIRE asks for engines, and ${reason}`);
      });
    });
  } else {
    describe.skip(`${name} (skipped: ${reason})`, tests);
  }
}

/** Whether `EGOV_REQUIRE`, a comma-separated list, names it. */
export function required(what: string): boolean {
  return (process.env['EGOV_REQUIRE'] ?? '').split(',').includes(what);
}

function reasonMissing(engine: NeededEngine): string | undefined {
  if (engine === 'go') return programOnPath('go', process.env) === undefined ? 'go is not on PATH' : undefined;
  const given = process.env['EGOV_TOFU'] || programOnPath('tofu', process.env) || cachedProgram(OPENTOFU, process.env);
  if (!existsSync(given)) return `OpenTofu ${OPENTOFU.version} is not installed; egov engines install builds it`;
  if (hasCachedProvider(process.env)) return undefined;
  return `the OpenStack provider ${OPENSTACK_PROVIDER.version} is not installed; egov engines install builds it`;
}
