import { join } from 'node:path';
import * as k8s from '@pulumi/kubernetes';
import { openCluster } from '../../../deployment/kubernetes/open-cluster';
import type { ClusterStack } from '../../../engines/pulumi/cluster-stack';
import { Pulumi } from '../../../engines/pulumi/pulumi';
import { ProblemsError } from '../../../model/problem';
import { judge } from '../../../policies/judge';
import { kubernetesPolicies } from '../../../policies/kubernetes/kubernetes-policies';
import { manifestOf } from '../../../policies/manifest';
import { Subject } from '../../../policies/subject';
import { clustersUp } from '../../../sandbox/index';
import { build } from '../../support/build';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';
import { ROOT } from '../../support/repository-files';

jest.setTimeout(CLUSTER_PATIENCE);

const PACK = join(ROOT, 'stacks/kubernetes-policy-pack');
const identity = { environment: 'test', plane: 'internet' };
const cluster = { stack: 'test-internet', context: 'test-internet', identity };

const namespace = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'a', labels: { mlps: '3', 'pod-security.kubernetes.io/enforce': 'restricted' } },
};
const service = (type: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 's', namespace: 'a' },
  spec: { type, ports: [{ port: 80 }], selector: { app: 'web' } },
});
const pod = (image: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p', namespace: 'a' },
  spec: {
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'web',
        image,
        securityContext: { privileged: true, capabilities: { drop: ['ALL'] }, runAsNonRoot: true },
      },
    ],
  },
});
type Service = ReturnType<typeof service>;
type Pod = ReturnType<typeof pod>;
const WEAK = { service: service('NodePort'), pod: pod('registry.example/web:latest') };

describeWithClusters('the policies as a pack of Pulumi', (state) => {
  let kubeconfig: string;
  let pulumi: Pulumi;

  beforeAll(async () => {
    build();
    await clustersUp({ state: state(), clusters: [{ name: 'test-internet', identity }], portOffset: 5700 });
    const files = [join(state(), 'kubeconfig')];
    const opened = await openCluster({ cluster, files, folder: `${state()}-open`, surroundings: process.env });
    opened.client.close();
    kubeconfig = opened.kubeconfig;
    pulumi = await Pulumi.find({ surroundings: process.env, states: `${state()}-states` });
  });
  afterAll(() => pulumi.close());

  const stackOf = (name: string, objects: { readonly service?: Service; readonly pod?: Pod }): ClusterStack => ({
    name,
    kubeconfig,
    program: async () => {
      const made = new k8s.core.v1.Namespace('a', namespace as k8s.types.input.core.v1.Namespace);
      const options = { dependsOn: made };
      if (objects.service) new k8s.core.v1.Service('a/s', objects.service as k8s.core.v1.ServiceArgs, options);
      if (objects.pod) new k8s.core.v1.Pod('a/p', objects.pod as k8s.core.v1.PodArgs, options);
      return {};
    },
  });
  const refusals = async (work: Promise<unknown>): Promise<readonly string[]> => {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof ProblemsError)) throw new Error(`expected problems, got ${error}`);
    return error.problems.map(({ message }) => message.en);
  };

  test('what fails is told by a preview, with the fingerprint that egov check gives it, and nothing is made', async () => {
    const stack = stackOf('weak', WEAK);
    const told = await refusals(pulumi.preview({ stack, policyPacks: [PACK] }));
    const manifests = [namespace, WEAK.service, WEAK.pod].flatMap((one) => manifestOf(one, 'p', 3) ?? []);
    const judged = judge(kubernetesPolicies, new Subject({ manifests, asOf: '2026-11-26' }));
    const failing = judged.filter(({ policy }) => policy.outcome !== 'warn').flatMap(({ findings }) => findings);
    expect(failing.map(({ policy }) => policy)).toEqual(
      expect.arrayContaining(['K8S-NODE-PORT', 'K8S-DIGEST', 'K8S-PRIVILEGED']),
    );
    const fingerprints = told.flatMap((words) => /\[([^\]]+)\]/.exec(words)?.[1] ?? []);
    expect([...fingerprints].sort()).toEqual(failing.map(({ fingerprint }) => fingerprint).sort());
    expect(kubectl(state(), 'test-internet', ['get', 'namespace', 'a']).stderr).toMatch(/NotFound/);
  });

  test('an up is refused before the object is sent', async () => {
    const told = await refusals(pulumi.up({ stack: stackOf('weak', { service: WEAK.service }), policyPacks: [PACK] }));
    expect(told.join('\n')).toMatch(/k8s-node-port/);
    expect(kubectl(state(), 'test-internet', ['get', 'service', 's', '-n', 'a']).stderr).toMatch(/NotFound/);
  });
});
