/**
 * Measures synthesis: `node -r ts-node/register/transpile-only tools/bench-synth.ts [RESOURCES STACKS]…` (default:
 * 2000 over 40, 20000 over 400). Copies the department whose stack has about RESOURCES / STACKS resources as often as
 * needed, and prints what emitting and writing all stacks of the design took. Each size runs in a process of its own.
 * Times in seconds, memory in MiB.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../environments/package-root';
import { readEnvironment } from '../environments/read-environment';
import type { Design } from '../model/design/design';
import { designEnvironment } from '../model/design/design-environment';
import type { TenantDesign } from '../model/design/tenant-design';
import { resourceCount } from '../model/emitted-stack';
import { emitStacks } from '../stacks/emit-stacks';
import { synthesise } from '../stacks/synthesise';

interface Figures {
  readonly resources: number;
  readonly stacks: number;
  readonly wall: number;
  readonly cpu: number;
  readonly peakMiB: number;
}

const ENVIRONMENT = 'liaoning';

function measure(resources: number, stacks: number): Figures {
  const design = widened(designEnvironment(readEnvironment(join(packageRoot(), 'environments'), ENVIRONMENT)), {
    each: resources / stacks,
    stacks,
  });
  const out = mkdtempSync(join(tmpdir(), 'egov-bench-'));
  try {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const { emitted } = synthesise(design, out);
    const wall = performance.now() - start;
    const used = process.cpuUsage(cpu);
    return {
      resources: emitted.reduce((sum, stack) => sum + resourceCount(stack), 0),
      stacks: emitted.length,
      wall: seconds(wall),
      cpu: seconds((used.user + used.system) / 1000),
      peakMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    };
  } finally {
    rmSync(out, { recursive: true });
  }
}

/** The design with copies of one department in place of its departments. */
function widened(design: Design, wanted: { readonly each: number; readonly stacks: number }): Design {
  const sizes = new Map(emitStacks(design).map((stack) => [stack.name, resourceCount(stack)]));
  const distance = ({ key }: TenantDesign) => Math.abs((sizes.get(`tenant-${key}`) ?? 0) - wanted.each);
  const [pattern] = [...design.tenants].sort((a, b) => distance(a) - distance(b));
  const others = design.stacks.filter(({ kind }) => kind !== 'tenant');
  const stack = design.stacks.find(({ tenant }) => tenant === pattern?.key);
  if (pattern === undefined || stack === undefined) throw new Error(`${ENVIRONMENT} has no department to copy`);
  const keys = Array.from({ length: wanted.stacks - others.length }, (_, i) => `department-${1000 + i}`);
  const renamed = <V>(value: V, key: string): V => JSON.parse(JSON.stringify(value).replaceAll(pattern.key, key)) as V;
  return {
    ...design,
    tenants: keys.map((key) => renamed(pattern, key)),
    stacks: [...others, ...keys.map((key) => renamed(stack, key))],
  };
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1000;
}

const [first, ...rest] = process.argv.slice(2).map(Number);
if (first !== undefined && rest.length === 1) {
  process.stdout.write(`${JSON.stringify(measure(first, rest[0] ?? 1))}\n`);
} else {
  const sizes = first === undefined ? [2000, 40, 20000, 400] : [first, ...rest];
  const figures: Figures[] = [];
  for (let i = 0; i < sizes.length; i += 2) {
    const args = [...process.execArgv, __filename, `${sizes[i]}`, `${sizes[i + 1]}`];
    figures.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Figures);
  }
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
