import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kubeconfigFiles, readContext, soleKubeconfig } from '../../../../deployment/kubernetes/kubeconfig';
import { ProblemsError } from '../../../../model/problem';

const folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemsError)
      return error.problems.map(({ code, message }) => `${code} ${message.en}`).join();
    throw error;
  }
  throw new Error('nothing was refused');
}

const ONE = `
clusters: [{name: c, cluster: {server: "https://127.0.0.1:1", certificate-authority: ca.crt}}]
users: [{name: u, user: {token: secret, client-key: /keys/k}}]
contexts: [{name: hebei-extranet, context: {cluster: c, user: u}}, {name: broken, context: {cluster: none, user: u}}]
`;

test('a missing file, a missing context and a context without its cluster are told apart', () => {
  const one = file('one', ONE);
  const absent = join(folder, 'absent');
  expect(refusal(() => readContext('x', [absent]))).toBe(
    `CLUSTER_KUBECONFIG the cluster x cannot be found: there is no file ${absent}`,
  );
  expect(refusal(() => readContext('x', [one]))).toBe(
    `CLUSTER_KUBECONFIG the cluster x cannot be found: no context of that name in ${one}`,
  );
  expect(refusal(() => readContext('broken', [one]))).toBe(
    'CLUSTER_KUBECONFIG the cluster broken cannot be found: its cluster is not described',
  );
});

test('the contexts that there are stand in the repair', () => {
  try {
    readContext('x', [file('one', ONE)]);
  } catch (error) {
    expect((error as ProblemsError).problems[0]?.fix.en).toContain('(there are broken, hebei-extranet)');
  }
  expect.assertions(1);
});

test('a file that is no YAML is no reason to give up without a word', () => {
  expect(refusal(() => readContext('x', [file('bad', 'a: [')]))).toMatch(/bad is no YAML: Flow sequence/);
});

test('names of files are seen from the folder of the kubeconfig', () => {
  const context = readContext('hebei-extranet', [file('one', ONE)]);
  expect(context.cluster['certificate-authority']).toBe(join(folder, 'ca.crt'));
  expect(context.user['client-key']).toBe('/keys/k');
});

test('several files are one: the first that describes something wins', () => {
  const first = file('first', 'users: [{name: u, user: {token: first}}]');
  const context = readContext('hebei-extranet', [first, file('one', ONE)]);
  expect(context.user.token).toBe('first');
});

test('the kubeconfig of one context leads to the same cluster with the same credentials', () => {
  const context = readContext('hebei-extranet', [file('one', ONE)]);
  const sole = file('sole', soleKubeconfig(context));
  expect(readContext('hebei-extranet', [sole])).toEqual(context);
  expect(JSON.parse(soleKubeconfig(context))['current-context']).toBe('hebei-extranet');
});

test('files come from KUBECONFIG, and from the home where it is not set', () => {
  expect(kubeconfigFiles({ KUBECONFIG: '/a:b', HOME: '/home/x' }, '/folder')).toEqual(['/a', '/folder/b']);
  expect(kubeconfigFiles({ HOME: '/home/x' }, '/folder')).toEqual(['/home/x/.kube/config']);
});
