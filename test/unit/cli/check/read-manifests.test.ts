import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readManifests } from '../../../../cli/check/read-manifests';
import { type Problem, ProblemsError } from '../../../../model/problem';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'egov-manifests-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return readManifests(folder, 'k8s', 3);
}

function refused(files: Readonly<Record<string, string>>): string[] {
  try {
    read(files);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems.map((one: Problem) => `${one.code} ${one.at}`);
    throw error;
  }
  return [];
}

const named = (kind: string, name: string) => `apiVersion: v1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;

test('no manifest at all is no pass', () => {
  expect(refused({ 'readme.md': 'nothing' })).toEqual(['MANIFEST_NONE k8s']);
});

test('a folder that is not there is a problem', () => {
  expect(() => readManifests('/nowhere/at/all', 'k8s', 3)).toThrow('MANIFEST_UNREADABLE k8s');
});

test('whatever is wrong with any file is told at once, each at its line', () => {
  expect(
    refused({
      'a.yaml': 'key: [1, 2\nother: 3\n',
      'b.yaml': `${named('Pod', 'a')}---\nreplicas: 2\n`,
      'c.yaml': 'just a sentence\n',
      'd.yaml': 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n'.concat(
        'd: &d [*c, *c]\ne: &e [*d, *d]\nf: &f [*e, *e]\ng: &g [*f, *f]\nh: &h [*g, *g]\ni: &i [*h, *h]\nj: [*i, *i, *i]\n',
      ),
    }),
  ).toEqual([
    'MANIFEST_SYNTAX k8s/a.yaml:2:1',
    'MANIFEST_FOREIGN k8s/b.yaml:5:1',
    'MANIFEST_FOREIGN k8s/c.yaml:1:1',
    'MANIFEST_SYNTAX k8s/d.yaml:1:1',
  ]);
});

test('several documents, Lists, anchors, JSON and empty documents are read; each object has its place', () => {
  const found = read({
    'apps/web.yaml': `---\n${named('Namespace', 'finance')}---\n# nothing here\n---\n${named('Pod', 'b').replace('name: b', 'name: b, namespace: finance, labels: { mlps: "4" }')}`,
    'list.yaml':
      'apiVersion: v1\nkind: List\nitems:\n- &one { apiVersion: v1, kind: Secret, metadata: { name: s } }\n- { <<: *one, metadata: { name: t } }\n',
    'one.json': JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'svc' } }),
  });
  expect(found.map(({ key, place, mlps }) => `${key} ${place} ${mlps}`)).toEqual([
    'Namespace finance k8s/apps/web.yaml:2:1 3',
    'Pod finance/b k8s/apps/web.yaml:8:1 4',
    'Secret s k8s/list.yaml:1:1 3',
    'Secret t k8s/list.yaml:1:1 3',
    'Service svc k8s/one.json:1:1 3',
  ]);
});
