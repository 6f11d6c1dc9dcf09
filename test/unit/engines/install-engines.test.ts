import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cachedProgram, engineCache } from '../../../engines/engine-cache';
import {
  type EnginePin,
  KUBE_APISERVER,
  KUBERNETES_PROVIDER,
  OPENSTACK_PROVIDER,
  OPENTOFU,
  PULUMI,
  TEMPORAL,
} from '../../../engines/engine-pin';
import { type InstallStep, installEngines } from '../../../engines/install-engines';
import { ProblemsError } from '../../../model/problem';
import { temporaryFolder, writeProgram } from '../../support/engines-fake';

const folder = temporaryFolder();
const sources = join(folder, 'sources');
mkdirSync(sources);
writeFileSync(join(sources, 'go.mod'), 'module x\n', { mode: 0o444 });

/** Stands for Go: hands out the module’s folder, and "builds" by writing what it was told to the path after `-o`. */
const GO = `
if [ "$1" = mod ]; then echo '{"Dir":"${sources}"}'; exit 0; fi
before="$PWD $*"
while [ "$1" != -o ]; do shift; done
echo "$before" > "$2"
echo built >> "$BUILDS"`;

let run = 0;
/** A cache of its own for each test, and a go made of the script. */
function fresh(script = GO): { PATH: string; XDG_CACHE_HOME: string; BUILDS: string } {
  run += 1;
  const bin = join(folder, `bin-${run}`);
  writeProgram(join(bin, 'go'), script);
  return {
    PATH: `${bin}:/usr/bin:/bin`,
    XDG_CACHE_HOME: join(folder, `cache-${run}`),
    BUILDS: join(folder, `builds-${run}`),
  };
}

async function codesOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw new Error(`expected problems, got ${error}`);
  return error.problems.map(({ code, at, message }) => `${code} ${at} ${message.en}`);
}

test('without Go the installation says what Go is wanted for', async () => {
  const surroundings = { ...fresh(), PATH: folder };
  expect(await codesOf(installEngines({ surroundings }))).toEqual([
    'GO_MISSING opentofu opentofu 1.12.6 is built with Go, and `go` is not on PATH',
  ]);
});

test('a build that fails is reported with its last lines and leaves nothing behind', async () => {
  const surroundings = fresh('[ "$1" = mod ] && { echo "module lookup disabled" >&2; exit 1; }');
  expect(await codesOf(installEngines({ surroundings }))).toEqual([
    'ENGINE_BUILD_FAILED opentofu opentofu: `go mod` ended with exit code 1\n    module lookup disabled',
  ]);
  expect(readdirSync(engineCache(surroundings))).toEqual([]);
});

test('a build that is stopped leaves nothing behind', async () => {
  const stop = new AbortController();
  const surroundings = fresh('exec sleep 60');
  const onStep = (): void => stop.abort();
  expect(await codesOf(installEngines({ surroundings, signal: stop.signal, onStep }))).toEqual([
    'ENGINE_INTERRUPTED opentofu go mod was stopped before its end',
  ]);
  expect(readdirSync(engineCache(surroundings))).toEqual([]);
});

test('what is missing is built from its module, and stands where the search looks for it', async () => {
  const surroundings = fresh();
  const steps: string[] = [];
  const onStep = ({ engine, state }: InstallStep): void => void steps.push(`${engine.name} ${state}`);
  await installEngines({ surroundings, onStep });
  expect(steps).toEqual([
    'opentofu building',
    'opentofu installed',
    'openstack-provider building',
    'openstack-provider installed',
  ]);
  expect(readdirSync(engineCache(surroundings)).sort()).toEqual(['openstack-provider-3.4.0', 'opentofu-1.12.6']);
  expect(readFileSync(cachedProgram(OPENTOFU, surroundings), 'utf8')).toMatch(/version\.dev=no .* \.\/cmd\/tofu$/m);
  expect(readFileSync(cachedProgram(OPENSTACK_PROVIDER, surroundings), 'utf8')).toMatch(
    / github\.com\/terraform-provider-openstack\/terraform-provider-openstack\/v3$/m,
  );
});

test('the engines of Kubernetes are built on demand, each in a module of ours', async () => {
  const surroundings = fresh();
  const steps: string[] = [];
  const carried = join(sources, 'cmd/pulumi-resource-kubernetes');
  mkdirSync(carried, { recursive: true });
  for (const name of ['schema.json', 'terraform-mapping.json']) writeFileSync(join(carried, name), '{"name":"x"}');
  const onStep = ({ engine, state }: InstallStep): void => void steps.push(`${engine.name} ${state}`);
  await installEngines({ surroundings, sets: ['kubernetes'], onStep });
  expect(steps.filter((step) => step.endsWith('installed'))).toEqual([
    'pulumi installed',
    'pulumi-kubernetes installed',
    'etcd installed',
    'kubectl installed',
    'kube-controller-manager installed',
    'kube-apiserver installed',
  ]);
  const built = (pin: EnginePin): string => readFileSync(cachedProgram(pin, surroundings), 'utf8');
  expect(built(PULUMI)).toMatch(/\/module build .*version\.Version=v3\.230\.0 .* github\.com\/pulumi\/pulumi\/pkg\/v3/);
  expect(built(KUBE_APISERVER)).toMatch(
    /gitVersion=v1\.36\.3 .*gitMinor=36 .* k8s\.io\/kubernetes\/cmd\/kube-apiserver$/m,
  );
  expect(built(KUBERNETES_PROVIDER)).toMatch(/-X main\.version=4\.25\.0 .* \.$/m);
});

test('what is there is left alone', async () => {
  const surroundings = fresh();
  await installEngines({ surroundings });
  const states: string[] = [];
  await installEngines({ surroundings, onStep: ({ state }) => states.push(state) });
  expect(states).toEqual(['present', 'present']);
  expect(readFileSync(surroundings.BUILDS, 'utf8')).toBe('built\nbuilt\n');
});

test('waiting for another installation can be stopped', async () => {
  const stop = new AbortController();
  const surroundings = fresh();
  mkdirSync(engineCache(surroundings), { recursive: true });
  writeFileSync(join(engineCache(surroundings), '.opentofu-1.12.6.lock'), `${process.pid}\n`);
  const states: string[] = [];
  const onStep = ({ state }: InstallStep): void => {
    states.push(state);
    stop.abort();
  };
  expect(await codesOf(installEngines({ surroundings, signal: stop.signal, onStep }))).toEqual([
    'ENGINE_INTERRUPTED opentofu waiting for another installation was stopped before its end',
  ]);
  expect(states).toEqual(['waiting']);
});

test('a lock whose owner is gone does not hold anybody up', async () => {
  const surroundings = fresh();
  const lock = join(engineCache(surroundings), '.opentofu-1.12.6.lock');
  mkdirSync(engineCache(surroundings), { recursive: true });
  // Above the largest process id that Linux gives.
  writeFileSync(lock, '99999999\n');
  await installEngines({ surroundings });
  expect(existsSync(lock)).toBe(false);
});

test('the hash of the provider’s module is pinned', () => {
  const sums = readFileSync(join(__dirname, '../../../engines/openstack-provider/go.sum'), 'utf8');
  const name = 'github.com/terraform-provider-openstack/terraform-provider-openstack/v3 v3.4.0';
  expect(sums).toContain(`${name} h1:Ap8gvameIY5ZM7CMh7fngP/VoIyeupzKX3izoyfp9yg=\n`);
  expect(sums).toContain(`${name}/go.mod h1:gF9VSPgY51+FFWv41akaQN+ewnmgcyddyt+bRjLoDvg=\n`);
});

test("Temporal's server is built on demand, from the sources of its module", async () => {
  const surroundings = fresh();
  await installEngines({ surroundings, sets: ['temporal'] });
  expect(readdirSync(engineCache(surroundings))).toEqual(['temporal-1.5.1']);
  expect(readFileSync(cachedProgram(TEMPORAL, surroundings), 'utf8')).toMatch(/ \.\/cmd\/temporal$/m);
});
