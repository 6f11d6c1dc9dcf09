import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { kubernetesProviderFolder } from '../../../engines/pulumi/find-pulumi';
import { Pulumi } from '../../../engines/pulumi/pulumi';
import { pulumiRoot } from '../../../engines/pulumi/pulumi-root';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { clustersUp } from '../../../sandbox/index';
import { clusterInputsOf } from '../../../stacks/kubernetes/cluster-inputs-of';
import { clusterProgram } from '../../../stacks/kubernetes/cluster-program';
import { build } from '../../support/build';
import { CLUSTER_PATIENCE, describeWithClusters } from '../../support/clusters';
import { ROOT } from '../../support/repository-files';

jest.setTimeout(CLUSTER_PATIENCE);

const STACK = 'hebei-extranet';
/** `stack init` keeps the salt of the passphrase there. */
const SETTINGS = join(ROOT, `Pulumi.${STACK}.yaml`);
const identity = { environment: 'hebei', plane: 'extranet' };

/**
 * The language plugin of Node.js comes with Pulumi's official download alone; test/support/pulumi-language-nodejs.cjs
 * stands for it, so what is shown is the program and Pulumi.yaml under Pulumi's own command line.
 */
describeWithClusters('the ordinary command line of Pulumi', (state) => {
  const kubeconfig = () => join(state(), 'kubeconfig');
  const bin = () => `${state()}-bin`;
  let surroundings: Record<string, string | undefined>;
  let pulumi: Pulumi;
  let made = false;

  beforeAll(async () => {
    if (existsSync(SETTINGS)) throw new Error(`${SETTINGS} is somebody's; move it away for this test`);
    made = true;
    build();
    await clustersUp({ state: state(), clusters: [{ name: STACK, identity }], portOffset: 5900 });
    pulumi = await Pulumi.find({ surroundings: process.env, states: `${state()}-own` });
    mkdirSync(bin());
    mkdirSync(`${state()}-states`);
    const plugin = join(bin(), 'pulumi-language-nodejs');
    const script = join(ROOT, 'test/support/pulumi-language-nodejs.cjs');
    writeFileSync(plugin, `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(script)} "$@"\n`);
    chmodSync(plugin, 0o755);
    const { PATH, HOME } = process.env;
    const provider = join(kubernetesProviderFolder(process.env), 'pulumi-resource-kubernetes');
    const root = pulumiRoot({ surroundings: process.env, pulumi: pulumi.engine.path, provider });
    const binaries = join(root, 'bin');
    surroundings = {
      PATH: [bin(), binaries, PATH].join(delimiter),
      HOME,
      PULUMI_HOME: `${state()}-home`,
      PULUMI_BACKEND_URL: `file://${state()}-states`,
      PULUMI_CONFIG_PASSPHRASE: 'a passphrase',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: 'true',
      KUBECONFIG: kubeconfig(),
    };
  });
  afterAll(() => {
    pulumi?.close();
    if (made) rmSync(SETTINGS, { force: true });
  });

  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('pulumi', [...args, '--non-interactive', '--color', 'never'], {
      cwd: ROOT,
      env: surroundings as NodeJS.ProcessEnv,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, said: code(status, stdout, stderr), stdout };
  };
  const code = (status: number | null, stdout: string, stderr: string) => (status === 0 ? '' : stdout + stderr);

  test('it previews what egov previews', async () => {
    expect(run('stack', 'init', STACK)).toMatchObject({ said: '' });
    const { said, stdout } = run('preview', '--stack', STACK, '--json');
    expect(said).toBe('');
    const { steps } = JSON.parse(stdout) as { readonly steps: readonly { op: string; urn: string }[] };
    // urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME
    const parts = steps.filter(({ op }) => op === 'create').map(({ urn }) => urn.split('::'));
    const objects = parts.filter(([, , type]) => /(^|\$)kubernetes:[^$]*$/.test(type ?? ''));
    const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), 'hebei'));
    const cluster = design.clusters?.find((one) => one.stack === STACK);
    if (cluster === undefined) throw new Error(`hebei has no cluster ${STACK}`);
    const program = clusterProgram(cluster, clusterInputsOf(design, cluster));
    const own = await pulumi.preview({ stack: { name: STACK, program, kubeconfig: kubeconfig() } });
    const names = objects.map(([, , , name]) => name).sort();
    expect(names).toEqual(own.changes.map(({ address }) => address.slice(address.indexOf(' ') + 1)).sort());
    expect(names.length).toBeGreaterThan(50);
  });

  test('with the pack of policies nothing of ours is refused', () => {
    const { said } = run('preview', '--stack', STACK, '--policy-pack', 'stacks/kubernetes-policy-pack');
    expect(said).toBe('');
  });
});
