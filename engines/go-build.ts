import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../model/problem';
import { ENGINE_BUILD_FAILED, ENGINE_INTERRUPTED } from '../model/problems/engine-problems';
import { type EnginePin, OPENSTACK_PROVIDER, OPENTOFU, TEMPORAL } from './engine-pin';
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

/** How an engine comes from its Go module. */
export type Recipe = (props: GoBuildProps) => Promise<void>;

export const OPENSTACK_RECIPES: Readonly<Record<string, Recipe>> = {
  [OPENTOFU.name]: buildOpenTofu,
  [OPENSTACK_PROVIDER.name]: buildProvider,
};

/** No symbols and no debug information: two thirds of the size. */
export const STRIPPED = '-s -w';

/** How Temporal's command comes from its Go module. */
export const TEMPORAL_RECIPES: Readonly<Record<string, Recipe>> = {
  [TEMPORAL.name]: (props) =>
    buildFromSources(props, {
      pin: TEMPORAL,
      module: 'github.com/temporalio/cli',
      target: './cmd/temporal',
      flags: STRIPPED,
    }),
};

function buildOpenTofu(props: GoBuildProps): Promise<void> {
  const flags = `${STRIPPED} -X github.com/opentofu/opentofu/version.dev=no`;
  return buildFromSources(props, {
    pin: OPENTOFU,
    module: 'github.com/opentofu/opentofu',
    target: './cmd/tofu',
    flags,
  });
}

/** `go install` refuses a module with replace directives, so its sources are copied out of Go's cache. */
async function buildFromSources(props: GoBuildProps, { pin, module, target, flags }: ModuleBuild): Promise<void> {
  const answer = await run(props, pin, ['mod', 'download', '-json', `${module}@v${pin.version}`]);
  const { Dir } = JSON.parse(answer) as { readonly Dir: string };
  const sources = join(props.work, 'source');
  cpSync(Dir, sources, { recursive: true });
  // Go's cache is read-only; a build may want to renew a go.sum.
  await run({ ...props, program: 'chmod' }, pin, ['-R', 'u+w', sources]);
  await run({ ...props, work: sources }, pin, ['build', '-trimpath', '-ldflags', flags, '-o', props.out, target]);
}

/**
 * A module of our own names the provider, because Go's checksum database has no entry for it: the hash stands in our
 * go.sum, and Go refuses anything else.
 */
async function buildProvider(props: GoBuildProps): Promise<void> {
  const target = 'github.com/terraform-provider-openstack/terraform-provider-openstack/v3';
  await buildInModule(props, { pin: OPENSTACK_PROVIDER, module: 'openstack-provider', target, flags: STRIPPED });
}

export interface ModuleBuild {
  readonly pin: EnginePin;
  /** Folder of the module below `engines/`; of one that is built from its own sources, its path in Go. */
  readonly module: string;
  /** Go's path of the program. */
  readonly target: string;
  /** Flags of the linker. */
  readonly flags: string;
}

/** Builds a program in the surroundings of a module of ours, whose go.sum holds every hash. */
export async function buildInModule(props: GoBuildProps, { pin, module, target, flags }: ModuleBuild): Promise<void> {
  const work = copyOfModule(props, module);
  await run({ ...props, work }, pin, ['build', '-trimpath', '-ldflags', flags, '-o', props.out, target]);
}

/** A copy of a module of ours, where a build may write; its folder. */
export function copyOfModule(props: GoBuildProps, module: string): string {
  const copy = join(props.work, 'module');
  cpSync(moduleFolder(module), copy, { recursive: true });
  return copy;
}

/** The module lies beside the sources; compiled, this file lies one folder deeper, in `dist/`. */
function moduleFolder(name: string): string {
  const beside = join(__dirname, name);
  return existsSync(beside) ? beside : join(__dirname, '../../engines', name);
}

/** Runs one step; answers what it wrote. Throws ProblemsError when it fails or is stopped. */
export async function run(props: GoBuildProps, pin: EnginePin, args: readonly string[]): Promise<string> {
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
