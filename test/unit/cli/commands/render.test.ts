import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, workingFolder } from '../command-line';

const LIUCHENG = 'guangxi/liuzhou/liucheng';

test('a cloud without a cluster has no manifests', async () => {
  const { code, err } = await run('render suizhou', { folder: workingFolder('suizhou') });
  expect({ code, kind: err[0]?.split(' ')[0] }).toEqual({ code: 3, kind: 'KUBE_NONE' });
});

test('a file that egov did not render is left alone, and so is everything beside it', async () => {
  const folder = workingFolder('suizhou', LIUCHENG);
  const cluster = join(folder, 'out/guangxi-liuzhou-liucheng-extranet');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'mine.yaml'), 'kind: Thesis\n');
  const { code, err } = await run(`render ${LIUCHENG} -o out`, { folder });
  expect({ code, kind: err[0]?.split(' ')[0] }).toEqual({ code: 5, kind: 'SYNTHESIS_FOLDER' });
  expect(readdirSync(join(folder, 'out'))).toEqual(['guangxi-liuzhou-liucheng-extranet']);
  expect(readdirSync(cluster)).toEqual(['mine.yaml']);
});

test('each cluster is a folder, a second run replaces it, and what is gone is gone', async () => {
  const folder = workingFolder('suizhou', LIUCHENG);
  const cluster = join(folder, `.egov/${LIUCHENG}/manifests/guangxi-liuzhou-liucheng-extranet`);
  expect((await run(`render ${LIUCHENG} --only kubernetes`, { folder })).code).toBe(0);
  const first = readFileSync(join(cluster, '00-cluster.yaml'), 'utf8');
  writeFileSync(join(cluster, 'gone.yaml'), '# Rendered by egov; do not edit.\n');
  const { code, out } = await run(`render ${LIUCHENG} --json`, { folder });
  const answer = JSON.parse(out.join('\n')) as { clusters: { cluster: string; objects: number }[]; objects: number };
  expect(code).toBe(0);
  expect(answer.clusters).toMatchObject([{ cluster: 'guangxi-liuzhou-liucheng-extranet', objects: answer.objects }]);
  expect(existsSync(join(cluster, 'gone.yaml'))).toBe(false);
  expect(readFileSync(join(cluster, '00-cluster.yaml'), 'utf8')).toBe(first);
});
