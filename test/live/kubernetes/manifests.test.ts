import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL } from '../../../engines/engine-pin';
import { packageRoot } from '../../../environments/package-root';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { clustersUp } from '../../../sandbox/index';
import { clusterInputsOf } from '../../../stacks/kubernetes/cluster-inputs-of';
import { renderCluster } from '../../../stacks/kubernetes/render-cluster';
import { CLUSTER_PATIENCE, describeWithClusters, kubectl } from '../../support/clusters';

jest.setTimeout(CLUSTER_PATIENCE);

const CLUSTER = 'hebei-extranet';
const OA = 'general-office-oa-prod';
const OTHER = 'culture-tourism-exchange-prod';
const IMAGE = `registry.hebei.gov.example/general-office/oa-web@sha256:${'0a'.repeat(32)}`;

/** A pod that nothing refuses, with a difference in its container and in its pod. */
function pod(container: object = {}, spec: object = {}): string {
  const securityContext = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'tried', namespace: OA },
    spec: {
      serviceAccountName: 'workload',
      securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      containers: [{ name: 'tried', image: IMAGE, securityContext, ...container }],
      ...spec,
    },
  });
}

/** A third of more CPU than the namespace may request. */
const heavy = (name: string) => ({
  name,
  image: IMAGE,
  resources: { requests: { cpu: '7' }, limits: { cpu: '7' } },
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
});

describeWithClusters(
  'rendered manifests on a real API server',
  (state) => {
    const on = (args: readonly string[], input?: string) => kubectl(state(), CLUSTER, args, input);
    const tried = (manifest: string) => on(['apply', '--dry-run=server', '-f', '-'], manifest);
    /** As somebody of a group: what may he do? */
    const as = (group: string, ...args: string[]) => on([...args, '--as=somebody', `--as-group=${group}`]);
    const folder = () => join(`${state()}-manifests`);

    beforeAll(async () => {
      await clustersUp({ state: state(), clusters: [{ name: CLUSTER }], portOffset: 5600 });
      const design = designEnvironment(readEnvironment(join(packageRoot(), 'environments'), 'hebei'));
      const cluster = design.clusters?.find(({ stack }) => stack === CLUSTER);
      if (cluster === undefined) throw new Error(`hebei has no cluster ${CLUSTER}`);
      mkdirSync(folder(), { recursive: true });
      for (const { name, text } of renderCluster(cluster, clusterInputsOf(design, cluster)))
        writeFileSync(join(folder(), name), text);
    });

    test('every one of them passes server-side apply, in the order of the files, twice', () => {
      const apply = () => on(['apply', '--server-side', '-f', folder()]);
      expect(apply()).toMatchObject({ code: 0, stderr: '' });
      expect(apply()).toMatchObject({ code: 0, stderr: '' });
    });

    test('a pod as it should be is taken', () => expect(tried(pod())).toMatchObject({ code: 0 }));

    test.each([
      [
        'of another registry',
        pod({ image: IMAGE.replace('hebei', 'elsewhere') }),
        /images come from registry\.hebei\.gov\.example\/ only · 镜像仅可来自/,
      ],
      [
        'without a digest',
        pod({ image: IMAGE.replace(/@.*/, ':1') }),
        /images are named by digest .* 镜像须以摘要引用/,
      ],
      [
        'that is privileged',
        pod({ securityContext: { privileged: true } }),
        /violates PodSecurity "restricted:v1\.34": privileged/,
      ],
      [
        'on the network of its host',
        pod({}, { hostNetwork: true }),
        /violates PodSecurity|share no namespace of their host/,
      ],
      [
        'above the most of a container',
        pod({ resources: { requests: { cpu: '8' }, limits: { cpu: '9' } } }),
        /maximum cpu usage per Container is 8/,
      ],
      [
        'above the quota',
        pod({}, { containers: ['a', 'b', 'c'].map(heavy) }),
        /exceeded quota: quota, requested: .*requests\.cpu=21/,
      ],
    ])('a pod %s is refused', (_, manifest, message) => {
      const { code, stderr } = tried(manifest);
      expect(code).not.toBe(0);
      expect(stderr).toMatch(message);
    });

    test('a NodePort, a role with a star and a namespace without labels are refused', () => {
      const dry = ['--dry-run=server'];
      expect(on(['create', 'service', 'nodeport', 'x', '--tcp=80', '-n', OA, ...dry]).stderr).toMatch(
        /NodePort.*不得开放节点端口/,
      );
      expect(on(['create', 'role', 'r', '--verb=*', '--resource=pods', '-n', OA, ...dry]).stderr).toMatch(
        /never \* · /,
      );
      expect(on(['create', 'namespace', 'x', ...dry]).stderr).toMatch(/carries the labels .*dept/);
    });

    test('developers of a department have their own namespace, and neither its walls nor the secrets of others', () => {
      const group = 'egov:culture-tourism';
      expect(as(group, 'get', 'secrets', '-n', OTHER).code).toBe(0);
      expect(as(group, 'get', 'secrets', '-n', OA).stderr).toMatch(/cannot list resource "secrets"/);
      for (const wall of ['networkpolicy/default-deny-all', 'resourcequota/quota', 'rolebinding/developers'])
        expect(as(group, 'delete', wall, '-n', OTHER).stderr).toMatch(/forbidden/);
    });

    test('supervision reads everything but secrets, and writes nothing', () => {
      const group = 'provincial-supervision';
      expect(as(group, 'get', 'deployments', '-A').code).toBe(0);
      expect(as(group, 'get', 'secrets', '-A').stderr).toMatch(/cannot list resource "secrets"/);
      expect(as(group, 'delete', 'deployment', 'web', '-n', OA).stderr).toMatch(/cannot delete/);
    });
  },
  [ETCD, KUBE_APISERVER, KUBE_CONTROLLERS, KUBECTL],
);
