import { join } from 'node:path';
import { clusterObjects } from '../../../../constructs/kubernetes/objects/cluster-objects';
import type { KubernetesObject } from '../../../../constructs/kubernetes/objects/kubernetes-object';
import type { ClusterAnswer, ClusterClient } from '../../../../deployment/kubernetes/cluster-client';
import {
  CLUSTER_KINDS,
  type LeftObject,
  leftObjects,
  NAMESPACED_KINDS,
  takeLeftAway,
} from '../../../../deployment/kubernetes/left-objects';
import { readEnvironment } from '../../../../environments/read-environment';
import { designEnvironment } from '../../../../model/design/design-environment';
import { clusterInputsOf } from '../../../../stacks/kubernetes/cluster-inputs-of';
import { ROOT } from '../../../support/repository-files';

/** A server that has these objects, says no to the deletion of `kept` and never ends with `slow`. */
class Server {
  readonly removed: string[] = [];
  constructor(
    private readonly names: Readonly<Record<string, readonly string[]>>,
    private readonly kept = '',
    private readonly slow = '',
  ) {}

  get client(): ClusterClient {
    return this as unknown as ClusterClient;
  }

  async list(path: string) {
    expect(path).toMatch(/\?labelSelector=app\.kubernetes\.io%2Fmanaged-by%3Degov$/);
    const [plural, names] = Object.entries(this.names).find(([one]) => path.includes(`/${one}?`)) ?? ['', []];
    return names.map((name) => ({ metadata: plural === 'deployments' ? { name, namespace: 'a-prod' } : { name } }));
  }

  async remove(path: string): Promise<ClusterAnswer> {
    if (path.endsWith(`/${this.kept}`)) return { status: 409, body: { message: 'is being held' } };
    this.removed.push(path);
    return { status: 200, body: {} };
  }

  async get(path: string): Promise<ClusterAnswer> {
    return { status: path.endsWith(`/${this.slow}`) ? 200 : 404, body: {} };
  }
}

const names = { namespaces: ['a-prod', 'b-prod'], clusterroles: ['egov-reader'] };

async function left(server: Server, known: readonly string[] = []): Promise<LeftObject[]> {
  return leftObjects(server.client, new Set(known));
}

test('what carries our label and is in no state was left; what is in it was not', async () => {
  const found = await left(new Server(names), ['core/v1:Namespace a-prod']);
  expect(found.map(({ address, path }) => [address, path])).toEqual([
    ['core/v1:Namespace b-prod', '/api/v1/namespaces/b-prod'],
    [
      'rbac.authorization.k8s.io/v1:ClusterRole egov-reader',
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/egov-reader',
    ],
  ]);
});

test('it is taken away, and each that stays is told with the reason', async () => {
  const held = new Server(names, 'a-prod', 'b-prod');
  const problems = await takeLeftAway(held.client, 'hebei-extranet', await left(held), 10);
  expect(problems.map(({ code, at, message }) => `${code} ${at} · ${message.en}`)).toEqual([
    'CLUSTER_LEFT hebei-extranet core/v1:Namespace a-prod · it was left by an earlier apply and stays: is being held',
    'CLUSTER_LEFT hebei-extranet core/v1:Namespace b-prod · it was left by an earlier apply and stays: it is still there',
  ]);
  const free = new Server(names);
  expect(await takeLeftAway(free.client, 'hebei-extranet', await left(free), 10)).toEqual([]);
  expect(free.removed).toHaveLength(3);
});

test('of objects in namespaces, too, where they are asked for', async () => {
  const server = new Server({ deployments: ['web'] });
  const found = await leftObjects(server.client, new Set(), NAMESPACED_KINDS);
  expect(found.map(({ address, path }) => [address, path])).toEqual([
    ['apps/v1:Deployment a-prod/web', '/apis/apps/v1/namespaces/a-prod/deployments/web'],
  ]);
});

test.each(['hebei', 'guangxi/liuzhou/liucheng'])(
  'whatever %s makes is of a kind that is looked for, and has the label',
  (id) => {
    const design = designEnvironment(readEnvironment(join(ROOT, 'environments'), id));
    const made = (design.clusters ?? []).flatMap((cluster) =>
      clusterObjects(cluster, clusterInputsOf(design, cluster)),
    );
    expect(made.length).toBeGreaterThan(50);
    const known = (
      [whole, inside]: readonly [readonly Kind[], readonly Kind[]],
      { apiVersion, kind, metadata }: KubernetesObject,
    ) =>
      (metadata.namespace === undefined ? whole : inside).some(
        ([version, name]) => `${version} ${name}` === `${apiVersion} ${kind}`,
      );
    const lost = made.filter(
      (object) =>
        !known([CLUSTER_KINDS, NAMESPACED_KINDS], object) ||
        object.metadata.labels['app.kubernetes.io/managed-by'] !== 'egov',
    );
    expect(lost.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([]);
  },
);

type Kind = readonly [version: string, kind: string, plural: string];
