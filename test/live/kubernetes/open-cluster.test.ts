import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCluster, type SoughtCluster } from '../../../deployment/kubernetes/open-cluster';
import { ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL } from '../../../engines/engine-pin';
import { type Problem, ProblemsError } from '../../../model/problem';
import { clustersDown, clustersUp } from '../../../sandbox/index';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';

jest.setTimeout(CLUSTER_PATIENCE);

const portOffset = 5500;
const identity = { environment: 'hebei', plane: 'extranet' };
const extranet: SoughtCluster = { stack: 'hebei-extranet', context: 'hebei-extranet', identity };

describeWithClusters(
  'finding a cluster',
  (state) => {
    const open = (cluster: SoughtCluster, file = join(state(), 'kubeconfig')) =>
      openCluster({ cluster, files: [file], folder: `${state()}-open`, surroundings: process.env });

    async function refusal(work: Promise<unknown>): Promise<Problem> {
      const error = await work.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      const [problem] = error instanceof ProblemsError ? error.problems : [];
      if (problem === undefined) throw new Error(`expected problems, got ${error}`);
      return problem;
    }

    /** The kubeconfig with another value in it. */
    function changed(name: string, from: RegExp, to: string): string {
      mkdirSync(`${state()}-changed`, { recursive: true });
      const file = join(`${state()}-changed`, name);
      writeFileSync(file, readFileSync(join(state(), 'kubeconfig'), 'utf8').replaceAll(from, to));
      return file;
    }

    beforeAll(async () => {
      const clusters = [{ name: 'hebei-extranet', identity }, { name: 'nobodys' }];
      await clustersUp({ state: state(), clusters, portOffset });
    });

    test('the right cluster is opened, with a kubeconfig of its own that only its owner reads', async () => {
      const { kubeconfig, client } = await open(extranet);
      expect(statSync(kubeconfig).mode & 0o777).toBe(0o600);
      expect((JSON.parse(readFileSync(kubeconfig, 'utf8')) as { contexts: object[] }).contexts).toHaveLength(1);
      expect((await client.get('/api/v1/namespaces/absent')).status).toBe(404);
      client.close();
    });

    test('the cluster of the other plane is refused before anything else is asked of it', async () => {
      const internet = { ...extranet, identity: { environment: 'hebei', plane: 'internet' } };
      const { code, message, fix } = await refusal(open(internet));
      expect({ code, message: message.en, fix: fix.en }).toEqual({
        code: 'CLUSTER_IDENTITY',
        message: 'https://127.0.0.1:31943 is the cluster of hebei, plane extranet; wanted is hebei, plane internet',
        fix: 'correct the context in the kubeconfig; nothing was changed',
      });
    });

    test('a cluster that nobody claimed is refused, and the command that claims it opens it', async () => {
      const nobodys = { ...extranet, context: 'nobodys' };
      const { code, fix } = await refusal(open(nobodys));
      expect(code).toBe('CLUSTER_IDENTITY');
      const [, command = ''] = /kubectl (.*)$/.exec(fix.en) ?? [];
      expect(kubectl(state(), 'nobodys', command.split(' ')).code).toBe(0);
      (await open(nobodys)).client.close();
    });

    test('credentials that are expired are told as such', async () => {
      const file = changed('expired', /"token": "[^"]*"/g, '"token": "expired"');
      const { code, at, fix } = await refusal(open(extranet, file));
      expect({ code, at, fix: fix.en }).toEqual({
        code: 'CLUSTER_DENIED',
        at: 'hebei-extranet',
        fix: 'renew the credentials in the kubeconfig',
      });
    });

    test('a token that a program prints is accepted, as kubectl does it', async () => {
      const [, token] =
        /"token": "([^"]*)"/.exec(readFileSync(join(state(), 'hebei-extranet', 'kubeconfig'), 'utf8')) ?? [];
      const answer = JSON.stringify({ kind: 'ExecCredential', status: { token } });
      const exec = JSON.stringify({ command: '/bin/echo', args: [answer] });
      const file = changed('program', /"token": "[^"]*"/g, `"exec": ${exec.replaceAll('$', '$$$$')}`);
      (await open(extranet, file)).client.close();
    });

    test('another authority than the server has is refused, and so is a server that does not answer', async () => {
      const other = changed('authority', /hebei-extranet\/certs/g, 'nobodys/certs');
      expect((await refusal(open(extranet, other))).message.en).toMatch(/does not answer: .*self-signed certificate/);
      const silent = changed('silent', /127\.0\.0\.1:\d+/g, '127.0.0.1:9');
      const { code, message } = await refusal(open(extranet, silent));
      expect(code).toBe('CLUSTER_UNREACHABLE');
      expect(message.en).toBe('https://127.0.0.1:9 does not answer: connect ECONNREFUSED 127.0.0.1:9');
    });

    test('a server that is down is told as such', async () => {
      await clustersDown({ state: state() });
      expect((await refusal(open(extranet))).code).toBe('CLUSTER_UNREACHABLE');
    });
  },
  [ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL],
);
