/**
 * `node -r ts-node/register/transpile-only tools/bench-review.ts [--json]`: what a review costs, beside what it may cost. The
 * first figures are of the room alone; the last is a whole command in a process of its own, from cold.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../environments/package-root';
import type { Change } from '../review/change';
import type { Diagram, DiagramTier } from '../review/diagram/diagram';
import { layOut } from '../review/diagram/layout';
import { svg } from '../review/diagram/svg';
import { commentLimits, markdown } from '../review/markdown/markdown';
import type { Review } from '../review/review';
import { reviewJson } from '../review/review-json';
import { type Figure, figureTable } from './bench/figure';

const seconds = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

/** One edit of a template: the same five hundred changes in each of two hundred environments, with their own addresses. */
function templateEdit(environments: number, changes: number): Review {
  const ids = Array.from({ length: environments }, (_, index) => `county-${index}`);
  const lane = (index: number) => (index % 50 === 0 ? 1 : index % 10 === 0 ? 3 : 6);
  const one = (id: string, number: number, index: number): Change => ({
    environment: id,
    lane: lane(index),
    rank: 0,
    kind: 'tier',
    subject: `department-${index % 25}/system-${index % 5}/tier-${index}`,
    what: {
      en: `tier: ${(index % 4) + 1} ports changed (fixed_ip.ip_address)`,
      zh: `层：端口 ${(index % 4) + 1} 修改`,
    },
    before: `"10.${number}.${index % 250}.5"`,
    after: `"10.${number}.${index % 250}.6"`,
    place: `environments/${id}/tenants/department-${index % 25}.yaml:${(index % 40) + (number % 3)}:5`,
    resources: [
      { stack: 'tenant-a', address: `openstack_networking_port_v2.d_${index}`, action: 'change', attributes: [] },
    ],
  });
  return {
    base: { name: 'main', commit: '0'.repeat(40) },
    head: { name: 'work tree' },
    environments: ids.map((id, index) => ({
      id,
      state: 'changed',
      problems: [],
      facts: { adcode: `${420_000 + index}`, name: `第${index}县`, domain: `${id}.gov.example` },
    })),
    changes: ids.flatMap((id, number) => Array.from({ length: changes }, (_, index) => one(id, number, index))),
    notes: [],
  };
}

function ofTemplate(): Figure[] {
  const review = templateEdit(200, 500);
  let text = '';
  const wall = seconds(() => {
    [text = ''] = markdown(review, { language: 'en', limit: commentLimits.github });
  });
  const json = JSON.stringify(reviewJson(review)).length;
  const what = '200 environments × 500 changes of one template edit';
  return [
    { what: `${what}: Markdown`, measured: Buffer.byteLength(text) / 1000, target: 20, unit: 'KB' },
    { what: '  told in', measured: wall, target: 5, unit: 's' },
    { what: '  JSON that rebuilds each change', measured: json / 1e6, target: 100, unit: 'MB' },
  ];
}

function ofDiagram(): Figure[] {
  const tier = (index: number): DiagramTier => {
    const tenant = `department-${String(Math.floor(index / 8)).padStart(3, '0')}`;
    const zone = ['dept', 'data', 'share', 'public'][index % 4] as string;
    return { key: `${tenant}/s/${index}`, label: `s/${index}`, detail: '', tenant, plane: 'extranet', zone };
  };
  const tiers = Array.from({ length: 1000 }, (_, index) => tier(index));
  const diagram = (all: readonly DiagramTier[]): Diagram => ({
    environment: 'e',
    name: 'e',
    outside: [],
    planes: [
      { key: 'extranet', role: 'extranet', platform: [], zones: ['dept', 'data', 'share', 'public'], tiers: all },
    ],
    links: all
      .slice(1)
      .map(({ key }, index) => ({ from: (all[index] as DiagramTier).key, to: key, flows: [], place: '' })),
  });
  const wall = seconds(() => svg(diagram(tiers), 'en'));
  const before = layOut(diagram(tiers)).nodes;
  const shares = Array.from({ length: 125 }, (_, index) => {
    const more = { ...tier(index * 8), key: `more-${index}` };
    const places = new Map(layOut(diagram([...tiers, more])).nodes.map(({ node, x, y }) => [node.key, `${x} ${y}`]));
    const moved = before.filter(({ node, x, y }) => places.get(node.key) !== `${x} ${y}`).length;
    return (moved / before.length) * 100;
  });
  return [
    { what: 'diagram of 1,000 nodes', measured: wall, target: 0.5, unit: 's' },
    { what: '  nodes that one node more moves, at most', measured: Math.max(...shares), target: 5, unit: '%' },
  ];
}

/** A branch that gives one flow of one department of Hebei another port, reviewed in a new process. */
function ofBranch(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'egov-bench-review-'));
  try {
    cpSync(join(packageRoot(), 'environments'), join(folder, 'environments'), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example', ...args]);
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'base');
    const file = join(folder, 'environments/hebei/tenants/finance.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('ports: tcp/5432', 'ports: [tcp/5432, tcp/6379]'));
    const runs = Array.from({ length: 3 }, () =>
      seconds(() => {
        const args = [join(packageRoot(), 'bin/egov.js'), 'review', '--base', 'HEAD'];
        const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
        if (status !== 0) throw new Error(`egov review ended with ${status}: ${stderr}`);
      }),
    ).sort((a, b) => a - b);
    return [{ what: 'one department of Hebei, from cold', measured: runs[1] as number, target: 3, unit: 's' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const all = [ofTemplate, ofDiagram, ofBranch].flatMap((figures) => figures());
process.stdout.write(process.argv.includes('--json') ? JSON.stringify(all) : `${figureTable(all)}\n`);
