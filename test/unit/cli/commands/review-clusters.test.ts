import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from '../../../../review/change';
import { ungroup } from '../../../../review/group';
import type { ReviewJson } from '../../../../review/review-json';
import { run, workingFolder } from '../command-line';

// Each review emits and proves a cloud twice.
jest.setTimeout(180_000);

const ID = 'guangxi/liuzhou/liucheng';
const TENANT = 'tenants/government-services.yaml';
const AUTHOR = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'commit.gpgsign=false'];

/** A repository of one county with a cluster, committed. */
function repository(): string {
  const folder = workingFolder('defaults.yaml', 'profiles', 'catalogue', ID);
  for (const args of [
    ['init', '-q', '-b', 'main'],
    ['add', '-A'],
    ['commit', '-q', '-m', 'a county'],
  ])
    execFileSync('git', ['-C', folder, ...AUTHOR, ...args]);
  return folder;
}

function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, 'environments', ID, file);
  const before = readFileSync(path, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

async function reviewed(folder: string, format = 'json') {
  const surroundings = { PATH: process.env['PATH'] };
  return run(`review --base HEAD --as-of 2026-11-25 --format ${format}`, { folder, surroundings });
}

async function changesOf(folder: string): Promise<readonly Change[]> {
  const { out } = await reviewed(folder);
  return ungroup((JSON.parse(out.join('\n')) as ReviewJson).groups);
}

const line = ({ lane, kind, subject, what }: Change) => `${lane} ${kind} ${subject}: ${what.en}`;

test('nodes that a cluster gains are told, though no object in it shows them', async () => {
  const folder = repository();
  edit(folder, 'kubernetes.yaml', 'nodes: 2', 'nodes: 3');
  const [change, ...more] = await changesOf(folder);
  expect([change && line(change), change?.before, change?.after, more]).toEqual([
    '5 cluster guangxi-liuzhou-liucheng-extranet: cluster: 1 Cluster changed (nodePools.basic.most, nodePools.basic.nodes)',
    undefined,
    undefined,
    [],
  ]);
  expect(change?.place).toMatch(new RegExp(`^environments/${ID}/kubernetes.yaml:\\d+:\\d+$`));
});

test('a chart of another version is told with both', async () => {
  const folder = repository();
  edit(folder, 'kubernetes.yaml', /version: 4\.\d+\.\d+/, 'version: 4.99.0');
  const [change, ...more] = await changesOf(folder);
  expect([change && line(change), change?.before, change?.after, more.map(line)]).toEqual([
    '5 cluster guangxi-liuzhou-liucheng-extranet: cluster: 1 Cluster changed (charts.ingress.version)',
    '"4.11.3"',
    '"4.99.0"',
    ['6 namespace kube-system: namespace: 1 ConfigMap changed (data.ingress)'],
  ]);
});

test('another address of the API server changes who reaches whom, and every page tells it', async () => {
  const folder = repository();
  edit(folder, 'kubernetes.yaml', 'api: [10.73.0.8/32]', 'api: [10.73.0.9/32]');
  const changes = await changesOf(folder);
  expect(changes.filter(({ lane }) => lane === 1).map(line)).toEqual(
    ['egov-certificates', 'egov-ingress', 'egov-metrics'].map(
      (namespace) =>
        `1 namespace ${namespace}: namespace: 1 NetworkPolicy changed (spec.egress.to.ipBlock.cidr, spec.ingress.from.ipBlock.cidr)`,
    ),
  );
  for (const format of ['md', 'html', 'sarif']) {
    const { out } = await reviewed(folder, format);
    expect([format, out.join('\n').includes('egov-ingress')]).toEqual([format, true]);
  }
});

test('a system that moves to another namespace leaves an old one, which goes with everything in it', async () => {
  const folder = repository();
  edit(folder, TENANT, /( +)tiers: \{\}\n( +)kubernetes:\n/, '$1tiers: {}\n$1stage: test\n$2kubernetes:\n');
  const changes = await changesOf(folder);
  expect(changes.filter(({ lane }) => lane === 2).map(line)).toEqual([
    '2 namespace government-services-oa-prod: namespace: 1 Namespace destroyed',
  ]);
});
