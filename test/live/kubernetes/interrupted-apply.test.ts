import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clustersStatus, clustersUp } from '../../../sandbox/index';
import { build } from '../../support/build';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';
import { type EgovEnd, egov, egovProcess } from '../../support/egov-run';
import { startedBy } from '../../support/engine-processes';
import { ROOT } from '../../support/repository-files';

/** Each test makes or takes away the objects of a county, and looks at them again. */
jest.setTimeout(2 * CLUSTER_PATIENCE);

const ID = 'guangxi/liuzhou/liucheng';
const STACK = 'guangxi-liuzhou-liucheng-extranet';
const identity = { environment: ID, plane: 'extranet' };
const portOffset = 5200;
const APPLY = `apply ${ID} --only kubernetes --yes`;

describeWithClusters('an apply to clusters that is stopped', (state) => {
  const folder = mkdtempSync(join(tmpdir(), 'egov-stopped-'));
  const { PATH, HOME, XDG_CACHE_HOME } = process.env;
  /** A provider that calls slowly, so that there is a middle to stop in. */
  const slow = { PULUMI_K8S_CLIENT_QPS: '40', PULUMI_K8S_CLIENT_BURST: '10' };
  const surroundings = () => ({ PATH, HOME, XDG_CACHE_HOME, KUBECONFIG: join(state(), 'kubeconfig'), ...slow });
  const line = (args: string) => `--environments ${join(ROOT, 'environments')} ${args}`;
  const run = (args: string): Promise<EgovEnd> => egov(line(args), { folder, surroundings: surroundings() });
  const up = () => clustersUp({ state: state(), clusters: [{ name: STACK, identity }], portOffset });
  const locks = () => {
    const path = join(folder, '.egov/.pulumi/locks/organization/egov', STACK);
    return { path, names: () => readdirSync(path).filter((name) => name.endsWith('.json')) };
  };

  /** Identity of every object that this cloud makes in namespaces, which an object keeps as long as it lives. */
  function objects(): string[] {
    const kinds = 'networkpolicies,resourcequotas,limitranges,rolebindings,deployments';
    const words = '{range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name} {.metadata.uid}{"\\n"}{end}';
    const args = ['get', kinds, '-A', '-l', 'app.kubernetes.io/managed-by=egov', '-o', `jsonpath=${words}`];
    return kubectl(state(), STACK, args)
      .stdout.split('\n')
      .filter((one) => one !== '');
  }

  /** Starts an apply in a process of its own, and does something once it is halfway. */
  function halfway(act: (pid: number) => void) {
    return egovProcess(line(APPLY), { folder, surroundings: surroundings() }, (pid) => {
      if (objects().length < 5) return false;
      act(pid);
      return true;
    });
  }

  async function expectWhole(before: readonly string[]): Promise<void> {
    expect(before.length).toBeGreaterThan(0);
    expect(objects()).toEqual(expect.arrayContaining([...before]));
    const { code, out } = await run(`plan ${ID} --only kubernetes --detailed-exitcode`);
    expect([code, out]).toEqual([0, expect.stringMatching(/^total +0 +0 +0 +0$/m)]);
    const file = join(folder, '.egov/.pulumi/stacks/egov', `${STACK}.json`);
    const { latest } = (JSON.parse(readFileSync(file, 'utf8')) as { checkpoint: { latest: Latest } }).checkpoint;
    const urns = latest.resources.map(({ urn }) => urn);
    expect({ twice: urns.length - new Set(urns).size, pending: latest.pending_operations ?? [] }).toEqual({
      twice: 0,
      pending: [],
    });
    expect(locks().names()).toEqual([]);
  }

  async function takeAway(): Promise<void> {
    expect(await run(`destroy ${ID} --only kubernetes --yes --allow-destroy all --reason test`)).toMatchObject({
      code: 0,
    });
    expect(objects()).toEqual([]);
  }

  beforeAll(build);
  // What a test leaves that fails must not fail the next one.
  beforeEach(async () => {
    await up();
    if (objects().length > 0) await takeAway();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('by an API server that goes away says which, and goes on when it is back', async () => {
    const { said, end } = await halfway(() => {
      const { pid } =
        clustersStatus({ state: state() }).services.find(({ name }) => name === `apiserver-${STACK}`) ?? {};
      process.kill(pid as number, 'SIGKILL');
    });
    expect([end, said]).toEqual([5, expect.stringMatching(onlyProblem('CLUSTER_UNREACHABLE'))]);
    expect(said).toMatch(/fix: .*run the same command again, it goes on where it stopped/);
    const down = await run(APPLY);
    expect([down.code, down.said]).toEqual([5, expect.stringMatching(/^CLUSTER_UNREACHABLE /m)]);
    await up();
    const before = objects();
    expect(await run(APPLY)).toMatchObject({ code: 0 });
    await expectWhole(before);
    await takeAway();
  });

  test('by Ctrl-C ends in order, and goes on', async () => {
    const { said, end } = await halfway((pid) => process.kill(pid, 'SIGINT'));
    expect([end, said]).toEqual([6, expect.stringMatching(onlyProblem('ENGINE_INTERRUPTED'))]);
    expect(locks().names()).toEqual([]);
    const before = objects();
    expect(await run(APPLY)).toMatchObject({ code: 0 });
    await expectWhole(before);
    await takeAway();
  });

  test('by a provider that is killed is told as a crash, and goes on', async () => {
    const { said, end } = await halfway((pid) => {
      process.kill(startedBy(pid, /pulumi-resource-kubernetes/) as number, 'SIGKILL');
    });
    expect([end, said]).toEqual([5, expect.stringMatching(onlyProblem('ENGINE_CRASHED'))]);
    const before = objects();
    expect(await run(APPLY)).toMatchObject({ code: 0 });
    await expectWhole(before);
    await takeAway();
  });

  test('by kill -9 is taken over by the next one, with the lock and what was half-made', async () => {
    const { end } = await halfway((pid) => process.kill(pid, 'SIGKILL'));
    expect(end).toBe('SIGKILL');
    const before = objects();
    // Pulumi may still be at it: then it is named, and nothing is done twice.
    let again = await run(APPLY);
    for (let tries = 0; tries < 20 && again.said.includes('STATE_LOCKED'); tries++) again = await run(APPLY);
    expect([again.code, again.said]).toEqual([0, expect.stringContaining(`✓ ${STACK}`)]);
    await expectWhole(before);
  });

  test('by kill -9 is taken away whole by a destroy', async () => {
    await takeAway();
    expect(await halfway((pid) => process.kill(pid, 'SIGKILL'))).toMatchObject({ end: 'SIGKILL' });
    expect(objects().length).toBeGreaterThan(0);
    await takeAway();
    const kinds = 'namespaces,clusterroles,validatingadmissionpolicies,priorityclasses,storageclasses,ingressclasses';
    const left = kubectl(state(), STACK, ['get', kinds, '-o', 'name', '-l', 'app.kubernetes.io/managed-by=egov']);
    expect(left).toMatchObject({ code: 0, stdout: '' });
  });

  test('a lock that another machine left is named, and given back by hand', async () => {
    const lock = { pid: 7, username: 'root', hostname: 'gone.example', timestamp: '2026-11-26T00:00:00Z' };
    const id = '0b9a2c1e-0000-4000-8000-000000000000';
    writeFileSync(join(locks().path, `${id}.json`), JSON.stringify(lock));
    const refused = await run(APPLY);
    expect(refused.code).toBe(5);
    expect(refused.said).toContain('the state is locked by root@gone.example (pid 7)');
    expect(refused.said).toContain(`--lock ${id}`);
    expect(await run(`unlock ${ID} --stack ${STACK} --lock ${id}`)).toMatchObject({ code: 0 });
    expect(await run(APPLY)).toMatchObject({ code: 0 });
    await takeAway();
  });
});

/** What is said where one problem is told and no other; a test that fails shows all that was said. */
function onlyProblem(code: string): RegExp {
  return new RegExp(`^(?:(?![A-Z_]+ ).*\\n)*${code} ${STACK}\\n(?:(?![A-Z_]+ ).*\\n)*(?:(?![A-Z_]+ ).*)?$`);
}

interface Latest {
  readonly resources: readonly { readonly urn: string }[];
  readonly pending_operations?: readonly unknown[];
}
