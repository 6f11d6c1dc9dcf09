import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { readEnvironment } from '../../../environments/read-environment';
import { designEnvironment } from '../../../model/design/design-environment';
import { judge } from '../../../policies/judge';
import { kubernetesPolicies } from '../../../policies/kubernetes/kubernetes-policies';
import { type Manifest, manifestOf } from '../../../policies/manifest';
import { Subject } from '../../../policies/subject';
import { clusterInputsOf } from '../../../stacks/kubernetes/cluster-inputs-of';
import { type RenderedFile, renderCluster } from '../../../stacks/kubernetes/render-cluster';

const ROOT = join(__dirname, '..', '..', '..', 'environments');
const IDS = ['hebei', 'guangxi/liuzhou/liucheng'];

function renderedAnew(id: string): ReadonlyMap<string, readonly RenderedFile[]> {
  const design = designEnvironment(readEnvironment(ROOT, id));
  const files = new Map<string, readonly RenderedFile[]>();
  for (const cluster of design.clusters ?? [])
    files.set(cluster.stack, renderCluster(cluster, clusterInputsOf(design, cluster)));
  return files;
}

const known = new Map<string, ReturnType<typeof renderedAnew>>();

function rendered(id: string): ReturnType<typeof renderedAnew> {
  const first = known.get(id) ?? renderedAnew(id);
  known.set(id, first);
  return first;
}

function manifestsIn(files: readonly RenderedFile[]): Manifest[] {
  return files.flatMap(({ name, text }) =>
    parseAllDocuments(text).map((document) => manifestOf(document.toJS(), name, 3) as Manifest),
  );
}

/** `UPDATE_GOLDEN=1 npx jest test/golden/manifests` writes it anew; read what changed before committing. */
test('the manifests of a small county are the reviewed ones', () => {
  const files = rendered('guangxi/liuzhou/liucheng').get('guangxi-liuzhou-liucheng-extranet') ?? [];
  const text = files.map((one) => `# --- ${one.name}\n${one.text}`).join('');
  const golden = join(__dirname, 'liucheng-extranet.yaml');
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, text);
  expect((existsSync(golden) ? readFileSync(golden, 'utf8') : '').split('\n')).toEqual(text.split('\n'));
});

test.each(IDS)('%s renders the same bytes again', (id) => expect(renderedAnew(id)).toEqual(rendered(id)));

test.each(IDS)('what %s renders passes every policy of Kubernetes', (id) => {
  for (const files of rendered(id).values()) {
    const judgements = judge(kubernetesPolicies, new Subject({ manifests: manifestsIn(files), asOf: '2026-11-25' }));
    expect(judgements.flatMap(({ findings }) => findings)).toEqual([]);
    expect(judgements.filter((one) => one.status === 'pass' && one.looked.length === 0)).toEqual([]);
  }
});

test.each(IDS)('no object of %s is there twice, and none speaks of Pulumi', (id) => {
  for (const files of rendered(id).values()) {
    const keys = manifestsIn(files).map(({ key }) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(files.filter(({ text }) => text.includes('pulumi.com/'))).toEqual([]);
  }
});

test('a namespace comes before what is in it, and the whole cluster before its namespaces', () => {
  const files = rendered('hebei').get('hebei-extranet') ?? [];
  expect(files.map(({ name }) => name)).toEqual([
    '00-cluster.yaml',
    'culture-tourism-exchange-prod.yaml',
    'egov-certificates.yaml',
    'egov-ingress.yaml',
    'egov-metrics.yaml',
    'general-office-oa-prod.yaml',
    'kube-system.yaml',
  ]);
  const kinds = manifestsIn(files.slice(1, 2)).map(({ kind }) => kind);
  expect(kinds[0]).toBe('Namespace');
  expect(kinds.lastIndexOf('NetworkPolicy')).toBeLessThan(kinds.indexOf('Deployment'));
});
