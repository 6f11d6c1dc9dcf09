import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { failureOf } from '../../rollout/failure';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import type { Planned, RolloutWork, Worked } from '../../rollout/rollout-work';
import type { Context } from '../context';
import { changeHashes, changesOf, isPartOf, type PlanFile, planHash } from './plan-hash';
import type { RolloutFolder } from './rollout-folder';

/** Runs `egov` with these arguments. */
export type RunEgov = (args: readonly string[], signal: AbortSignal) => Promise<Ended>;
export interface Ended {
  readonly code: number;
  readonly out: string;
}

export interface EnvironmentWorkProps {
  readonly folder: Pick<RolloutFolder, 'planFile' | 'failureFile'>;
  readonly settings: Pick<RolloutSettings, 'cloud'>;
  readonly run: RunEgov;
  /** Hashes of the changes of the reviewed plan, where its apply was begun on another machine. */
  readonly reviewed?: readonly string[] | undefined;
  /** Called with them before anything of a reviewed plan is applied. */
  readonly onReviewed?: (hashes: readonly string[]) => void;
}

/**
 * The work on a real environment, each step a process `egov` of its own: what kills one costs one environment, and what
 * an engine holds in memory is given back. The side of OpenStack only, since a saved plan is one of OpenTofu.
 */
export class EnvironmentWork implements RolloutWork {
  constructor(private readonly props: EnvironmentWorkProps) {}

  async preflight(id: string, signal: AbortSignal): Promise<Worked<Planned>> {
    const checked = await this.egov(['check', id], signal);
    if (checked.code !== 0) return this.failed(id, checked);
    return this.plan(id, this.props.folder.planFile(id), signal);
  }

  async apply(id: string, plan: string, signal: AbortSignal): Promise<Worked<{ readonly replanned?: Planned }>> {
    const file = this.props.folder.planFile(id);
    const kept = existsSync(file) ? read(file) : undefined;
    let { reviewed } = this.props;
    if (kept !== undefined && planHash(kept) === plan) {
      reviewed = changeHashes(kept);
      const applied = await this.saved(file, reviewed, signal);
      if (applied.code === 0) return { ok: true };
      // The states moved on: an interrupted apply, or somebody else. A new plan tells which.
      if (!codesOf(applied).includes('DEPLOY_SAVED_PLAN')) return this.failed(id, applied);
    }
    const fresh = `${file}.new`;
    const replanned = await this.plan(id, fresh, signal);
    if (!replanned.ok) return replanned;
    const now = read(fresh);
    const same = replanned.plan === plan;
    if (same || (reviewed !== undefined && isPartOf(now, reviewed))) {
      // What is left of the reviewed plan does not take its place: it is still the measure.
      if (same) renameSync(fresh, file);
      const applied = await this.saved(same ? file : fresh, same ? changeHashes(now) : (reviewed ?? []), signal);
      return applied.code === 0 ? { ok: true } : this.failed(id, applied);
    }
    renameSync(fresh, file);
    return { ok: true, replanned: { plan: replanned.plan, changes: replanned.changes } };
  }

  async verify(id: string, signal: AbortSignal): Promise<Worked> {
    const planned = await this.egov(['plan', id, ...this.onCloud(id), '--detailed-exitcode'], signal);
    if (planned.code !== 0) return this.failed(id, planned, 'the second plan has changes');
    const drifted = await this.egov(['drift', id, ...this.onCloud(id)], signal);
    return drifted.code === 0 ? { ok: true } : this.failed(id, drifted, 'drift');
  }

  private async plan(id: string, file: string, signal: AbortSignal): Promise<Worked<Planned>> {
    const ended = await this.egov(['plan', id, ...this.onCloud(id), '--save', file], signal);
    if (ended.code !== 0) return this.failed(id, ended);
    const saved = read(file);
    return { ok: true, plan: planHash(saved), changes: changesOf(saved) };
  }

  private saved(file: string, reviewed: readonly string[], signal: AbortSignal): Promise<Ended> {
    const { environment } = read(file);
    this.props.onReviewed?.(reviewed);
    return this.egov(['apply', environment, '--saved', file, '--yes', ...this.onCloud(environment)], signal);
  }

  /** The codes go into the record; the words, for whoever looks into it at night, into a file beside the plan. */
  private failed(id: string, ended: Ended, changes = 'changes'): ReturnType<typeof failureIn> {
    writeFileSync(this.props.folder.failureFile(id), ended.out, { mode: 0o600 });
    return failureIn(ended, changes);
  }

  private onCloud(id: string): readonly string[] {
    const { cloud } = this.props.settings;
    return [
      '--only',
      'openstack',
      ...(cloud === undefined ? [] : ['--cloud', cloud.replaceAll('{env}', id.replaceAll('/', '-'))]),
    ];
  }

  private egov(args: readonly string[], signal: AbortSignal): Promise<Ended> {
    return this.props.run([...args, '--json', '--quiet'], signal);
  }
}

function read(file: string): PlanFile {
  return JSON.parse(readFileSync(file, 'utf8')) as PlanFile;
}

function failureIn(
  ended: Ended,
  changes: string,
): { readonly ok: false; readonly failure: ReturnType<typeof failureOf> } {
  const codes = codesOf(ended);
  return {
    ok: false,
    failure: failureOf(ended.code, codes.length > 0 ? codes : [ended.code === 2 ? changes : `exit ${ended.code}`]),
  };
}

/** Codes of the problems in a JSON answer. */
function codesOf({ out }: Ended): readonly string[] {
  return [...new Set([...out.matchAll(/"code": "([A-Z][A-Z0-9_]+)"/g)].map(([, code = '']) => code))];
}

/** Processes of this very `egov`. Stopped, they are asked to end and end as they do at Ctrl-C. */
export function egovProcesses({ folder, environments, surroundings }: Context): RunEgov {
  return (args, signal) =>
    new Promise((resolve, reject) => {
      const script = process.argv[1] ?? '';
      const child = spawn(process.execPath, [script, ...args, '--environments', environments], {
        cwd: folder,
        env: surroundings,
        stdio: ['ignore', 'pipe', 'ignore'],
        // Ctrl-C reaches it through this process, once.
        detached: true,
      });
      const parts: Buffer[] = [];
      const stop = (): void => void child.kill('SIGTERM');
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      child.stdout.on('data', (part: Buffer) => parts.push(part));
      child.on('error', reject);
      child.on('close', (code) => {
        signal.removeEventListener('abort', stop);
        resolve({ code: code ?? 137, out: Buffer.concat(parts).toString('utf8') });
      });
    });
}
