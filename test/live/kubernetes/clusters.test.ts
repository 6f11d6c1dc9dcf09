import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL } from '../../../engines/engine-pin';
import { ProblemsError } from '../../../model/problem';
import { clustersDown, clustersStatus, clustersUp, type SandboxCluster } from '../../../sandbox/index';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';

jest.setTimeout(CLUSTER_PATIENCE);

/** Ports of their own: the clusters of whoever works beside the tests stay alone. */
const portOffset = 5400;
const cluster = (plane: string): SandboxCluster => ({
  name: `hebei-${plane}`,
  identity: { environment: 'hebei', plane },
});

async function refusal(work: Promise<unknown>): Promise<readonly string[]> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemsError)) throw new Error(`expected problems, got ${error}`);
  return error.problems.map(({ code, at, fix }) => `${code} ${at} ${fix.en}`);
}

describeWithClusters(
  'clusters of the sandbox',
  (state) => {
    test('a folder with files of somebody else is not used', async () => {
      const foreign = `${state()}-foreign`;
      mkdirSync(foreign, { recursive: true });
      writeFileSync(join(foreign, 'thesis.txt'), '');
      expect(await refusal(clustersUp({ state: foreign, clusters: [cluster('extranet')] }))).toEqual([
        `SANDBOX_FOLDER ${foreign} name another folder with --state DIR`,
      ]);
      expect(existsSync(join(foreign, 'thesis.txt'))).toBe(true);
    });

    test('a port that another program has is named, with an offset at which all are free', async () => {
      const server = createServer();
      await new Promise<void>((listening) => server.listen(26_443 + portOffset, '127.0.0.1', listening));
      try {
        const refused = await refusal(clustersUp({ state: state(), clusters: [cluster('extranet')], portOffset }));
        expect(refused).toEqual([
          expect.stringMatching(/^SANDBOX_PORT 127\.0\.0\.1:31843 end that program, or use --port-offset \d000$/),
        ]);
      } finally {
        server.close();
      }
      expect(clustersStatus({ state: state() }).services.filter(({ pid }) => pid !== undefined)).toEqual([]);
    });

    test('a cluster comes up with a kubeconfig that only its owner reads, and says whose it is', async () => {
      const status = await clustersUp({ state: state(), clusters: [cluster('extranet')], portOffset });
      expect(status.condition).toBe('up');
      expect(statSync(status.kubeconfig ?? '').mode & 0o777).toBe(0o600);
      const { stdout } = kubectl(state(), 'hebei-extranet', [
        ...['get', 'configmap', 'egov-cluster', '-n', 'kube-system', '-o', 'jsonpath={.data}'],
      ]);
      expect(JSON.parse(stdout)).toEqual({ environment: 'hebei', plane: 'extranet' });
    });

    test('controllers work: a namespace gets its account, and goes with what is in it', () => {
      const on = (...args: string[]) => kubectl(state(), 'hebei-extranet', args);
      expect(on('create', 'namespace', 'a').code).toBe(0);
      expect(on('create', 'configmap', 'b', '-n', 'a').code).toBe(0);
      expect(on('delete', 'namespace', 'a', '--timeout=60s').code).toBe(0);
      expect(on('get', 'namespace', 'a').stderr).toMatch(/NotFound/);
    });

    test('roles are summed up by their labels', async () => {
      const role = (name: string, more: object): object => ({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name, labels: { part: name } },
        ...more,
      });
      const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }];
      const items = [
        role('one', { rules }),
        role('sum', { aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'one' } }] } }),
      ];
      kubectl(
        state(),
        'hebei-extranet',
        ['apply', '-f', '-'],
        JSON.stringify({ apiVersion: 'v1', kind: 'List', items }),
      );
      const summed = (): string =>
        kubectl(state(), 'hebei-extranet', ['get', 'clusterrole', 'sum', '-o', 'jsonpath={.rules}']).stdout;
      for (let tries = 0; tries < 100 && summed() === ''; tries++) await new Promise((done) => setTimeout(done, 200));
      expect(JSON.parse(summed())).toEqual([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }]);
    });

    test('a second cluster comes beside the first, which keeps what is in it', async () => {
      kubectl(state(), 'hebei-extranet', ['create', 'namespace', 'kept']);
      const status = await clustersUp({ state: state(), clusters: [cluster('internet')], portOffset });
      expect(status.clusters.map(({ name }) => name)).toEqual(['hebei-extranet', 'hebei-internet']);
      expect(kubectl(state(), 'hebei-extranet', ['get', 'namespace', 'kept']).code).toBe(0);
      expect(kubectl(state(), 'hebei-internet', ['get', 'namespace', 'kept']).stderr).toMatch(/NotFound/);
    });

    test('a killed API server is told, and the next start brings it back', async () => {
      const pid = clustersStatus({ state: state() }).services.find(
        ({ name }) => name === 'apiserver-hebei-extranet',
      )?.pid;
      process.kill(pid ?? 0, 'SIGKILL');
      await new Promise((done) => setTimeout(done, 200));
      expect(clustersStatus({ state: state() }).condition).toBe('partial');
      const status = await clustersUp({ state: state(), clusters: [], portOffset });
      expect(status.condition).toBe('up');
      expect(kubectl(state(), 'hebei-extranet', ['get', 'namespace', 'kept']).code).toBe(0);
    });

    test('a start that fails leaves nothing running, and its logs', async () => {
      await clustersDown({ state: state() });
      const data = join(state(), 'hebei-extranet', 'sa.pub');
      const key = readFileSync(data, 'utf8');
      writeFileSync(data, 'no key');
      const refused = await refusal(clustersUp({ state: state(), clusters: [] }));
      writeFileSync(data, key);
      expect(refused).toEqual([expect.stringMatching(/^SANDBOX_SERVICE .*apiserver-hebei-extranet\.log read /)]);
      expect(clustersStatus({ state: state() }).condition).toBe('down');
      expect(existsSync(join(`${state()}.failed`, 'apiserver-hebei-extranet.log'))).toBe(true);
    });

    test('down ends everything, and --wipe takes what was in it', async () => {
      await clustersUp({ state: state(), clusters: [] });
      expect((await clustersDown({ state: state() })).condition).toBe('down');
      expect((await clustersDown({ state: state(), wipe: true })).condition).toBe('absent');
      expect(existsSync(state())).toBe(false);
    });
  },
  [ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL],
);
