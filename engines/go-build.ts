import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../model/problem';
import { ENGINE_BUILD_FAILED, ENGINE_INTERRUPTED } from '../model/problems/engine-problems';
import { type EnginePin, OPENSTACK_PROVIDER, OPENTOFU } from './engine-pin';
import { runProgram } from './run-program';
import type { Surroundings } from './surroundings';

export interface GoBuildProps {
  /** The program to run: `go`, by its path. */
  readonly program: string;
  readonly surroundings: Surroundings;
  readonly signal?: AbortSignal;
  /** An empty folder for sources. */
  readonly work: string;
  /** Where the program is to be written. */
  readonly out: string;
}

/** How each engine comes from its Go module. */
export const RECIPES: Readonly<Record<string, (props: GoBuildProps) => Promise<void>>> = {
  [OPENTOFU.name]: buildOpenTofu,
  [OPENSTACK_PROVIDER.name]: buildProvider,
};

const STRIPPED = '-s -w';

/** `go install` refuses a module with replace directives, so its sources are copied out of Go's cache. */
async function buildOpenTofu(props: GoBuildProps): Promise<void> {
  const module = `github.com/opentofu/opentofu@v${OPENTOFU.version}`;
  const answer = await run(props, OPENTOFU, ['mod', 'download', '-json', module]);
  const { Dir } = JSON.parse(answer) as { readonly Dir: string };
  const sources = join(props.work, 'source');
  cpSync(Dir, sources, { recursive: true });
  // Go's cache is read-only; a build may want to renew a go.sum.
  await run({ ...props, program: 'chmod' }, OPENTOFU, ['-R', 'u+w', sources]);
  const flags = `${STRIPPED} -X github.com/opentofu/opentofu/version.dev=no`;
  await run({ ...props, work: sources }, OPENTOFU, [
    'build',
    '-trimpath',
    '-ldflags',
    flags,
    '-o',
    props.out,
    './cmd/tofu',
  ]);
}

/**
 * A module of our own names the provider, because Go's checksum database has no entry for it: the hash stands in our
 * go.sum, and Go refuses anything else.
 */
async function buildProvider(props: GoBuildProps): Promise<void> {
  const module = join(props.work, 'module');
  mkdirSync(module);
  for (const name of ['go.mod', 'go.sum']) cpSync(join(wrapperModule(), name), join(module, name));
  const path = 'github.com/terraform-provider-openstack/terraform-provider-openstack/v3';
  await run({ ...props, work: module }, OPENSTACK_PROVIDER, [
    'build',
    '-trimpath',
    '-ldflags',
    STRIPPED,
    '-o',
    props.out,
    path,
  ]);
}

/** The module lies beside the sources; compiled, this file lies one folder deeper, in `dist/`. */
function wrapperModule(): string {
  const beside = join(__dirname, 'openstack-provider');
  return existsSync(beside) ? beside : join(__dirname, '../../engines/openstack-provider');
}

/** Runs one step; answers what it wrote. Throws ProblemsError when it fails or is stopped. */
async function run(props: GoBuildProps, pin: EnginePin, args: readonly string[]): Promise<string> {
  const { code, end, lastLines, stdout } = await runProgram({
    program: props.program,
    args,
    folder: props.work,
    surroundings: { ...props.surroundings, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false', GOWORK: 'off' },
    ...(props.signal === undefined ? {} : { signal: props.signal }),
    grace: 3_000,
  });
  const step = `${props.program.split('/').at(-1)} ${args[0]}`;
  if (props.signal?.aborted) throw new ProblemsError([ENGINE_INTERRUPTED.at(pin.name, { command: step })]);
  if (code === 0) return stdout;
  throw new ProblemsError([ENGINE_BUILD_FAILED.at(pin.name, { engine: pin.name, step, end, lines: lastLines })]);
}
