import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as k8s from '@pulumi/kubernetes';
import { clusterDrift } from '../../../deployment/kubernetes/cluster-drift';
import { openCluster } from '../../../deployment/kubernetes/open-cluster';
import { takeBack, undeclaredFields } from '../../../deployment/kubernetes/undeclared-fields';
import type { ClusterStack } from '../../../engines/pulumi/cluster-stack';
import { Pulumi } from '../../../engines/pulumi/pulumi';
import { type Problem, ProblemsError } from '../../../model/problem';
import { clustersUp } from '../../../sandbox/index';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';

jest.setTimeout(CLUSTER_PATIENCE);

const identity = { environment: 'test', plane: 'extranet' };
const cluster = { stack: 'test-extranet', context: 'test-extranet', identity };

/** A namespace with a quota, and a policy that denies by saying nothing. */
async function program(): Promise<Record<string, unknown>> {
  const meta = (name: string) => ({ name, namespace: 'a', annotations: { 'pulumi.com/patchForce': 'true' } });
  const namespace = new k8s.core.v1.Namespace('a', { metadata: { name: 'a' } });
  const options = { dependsOn: namespace };
  new k8s.core.v1.ResourceQuota('a/quota', { metadata: meta('quota'), spec: { hard: { pods: '5' } } }, options);
  const spec = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
  new k8s.networking.v1.NetworkPolicy('a/deny', { metadata: meta('deny'), spec }, options);
  return { namespaces: ['a'] };
}

describeWithClusters('Pulumi on a cluster', (state) => {
  let stack: ClusterStack;
  const states = (): string => `${state()}-states`;
  const find = (more: object = {}): Promise<Pulumi> =>
    Pulumi.find({ surroundings: { ...process.env, ...more }, states: states() });
  const open = () =>
    openCluster({
      cluster,
      files: [join(state(), 'kubeconfig')],
      folder: `${state()}-open`,
      surroundings: process.env,
    });

  beforeAll(async () => {
    await clustersUp({ state: state(), clusters: [{ name: 'test-extranet', identity }], portOffset: 5800 });
    const { kubeconfig, client } = await open();
    client.close();
    stack = { name: 'test-extranet', program, kubeconfig };
  });

  async function refusal(work: Promise<unknown>): Promise<Problem> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const [problem] = error instanceof ProblemsError ? error.problems : [];
    if (problem === undefined) throw new Error(`expected problems, got ${error}`);
    return problem;
  }

  test('what is made is told, its outputs are kept, and a second preview has nothing to do', async () => {
    const pulumi = await find();
    expect((await pulumi.up({ stack })).changes.map(({ action }) => action)).toEqual(['add', 'add', 'add']);
    expect(await pulumi.outputs(stack)).toEqual({ namespaces: ['a'] });
    const { changes, same } = await pulumi.preview({ stack });
    expect({ changes, same }).toEqual({ changes: [], same: 3 });
    pulumi.close();
  });

  test('drift is told with field and manager, also a field that nobody declared and an object of somebody else', async () => {
    const on = (...args: string[]) => kubectl(state(), 'test-extranet', [...args, '-n', 'a']).code;
    expect(on('patch', 'resourcequota', 'quota', '--type=merge', '-p', '{"spec":{"hard":{"pods":"99"}}}')).toBe(0);
    expect(on('patch', 'networkpolicy', 'deny', '--type=merge', '-p', '{"spec":{"ingress":[{}]}}')).toBe(0);
    expect(on('create', 'rolebinding', 'intruder', '--clusterrole=admin', '--user=mallory')).toBe(0);
    const pulumi = await find();
    const { client } = await open();
    const drift = await clusterDrift({ pulumi, stack, client, namespaces: ['a'] });
    expect(drift.map(({ kind, address, fields }) => [kind, address, fields])).toEqual([
      ['changed', 'core/v1:ResourceQuota a/quota', [{ path: 'spec.hard.pods', manager: 'kubectl-patch' }]],
      ['added', 'networking.k8s.io/v1:NetworkPolicy a/deny', [{ path: 'spec.ingress', manager: 'kubectl-patch' }]],
      ['unmanaged', 'rbac.authorization.k8s.io/v1:RoleBinding a/intruder', []],
    ]);
    const { events, changes } = await pulumi.preview({ stack });
    expect(changes.map(({ address, fields }) => [address, fields])).toEqual([
      ['core/v1:ResourceQuota a/quota', ['spec.hard.pods']],
    ]);
    await pulumi.up({ stack });
    expect(await takeBack(client, stack.name, undeclaredFields(events))).toEqual([]);
    // What somebody else added stays, and is not looked for here.
    expect(await clusterDrift({ pulumi, stack, client, namespaces: [] })).toEqual([]);
    client.close();
    pulumi.close();
  });

  test('a wrong passphrase is told as such', async () => {
    const pulumi = await find({ PULUMI_CONFIG_PASSPHRASE: 'another one' });
    expect((await refusal(pulumi.up({ stack }))).code).toBe('STATE_PASSPHRASE');
    pulumi.close();
  });

  test('a lock that a dead process left is told, and can be given back', async () => {
    const locks = join(states(), '.pulumi/locks/organization/egov/test-extranet');
    mkdirSync(locks, { recursive: true });
    const lock = { pid: 99_999_999, username: 'root', hostname: 'gone', timestamp: '2026-11-26T00:00:00Z' };
    writeFileSync(join(locks, '0b9a2c1e-0000-4000-8000-000000000000.json'), JSON.stringify(lock));
    const pulumi = await find();
    const { code, message, fix } = await refusal(pulumi.up({ stack }));
    expect(code).toBe('STATE_LOCKED');
    expect(message.en).toMatch(/root@gone \(pid 99999999\)/);
    expect(fix.en).toContain('--lock 0b9a2c1e-0000-4000-8000-000000000000');
    await pulumi.unlock(stack);
    expect(readdirSync(locks)).toEqual([]);
    pulumi.close();
  });

  test('destroy leaves nothing', async () => {
    const pulumi = await find();
    const { changes } = await pulumi.destroy({ stack });
    expect(changes.map(({ action }) => action)).toEqual(['destroy', 'destroy', 'destroy']);
    expect(kubectl(state(), 'test-extranet', ['get', 'namespace', 'a']).stderr).toMatch(/NotFound/);
    pulumi.close();
  });
});
