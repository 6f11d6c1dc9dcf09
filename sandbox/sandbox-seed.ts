import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagesFolder } from './debian-packages';
import { runTool } from './run-tool';
import { seedFolder, seedPrefix } from './sandbox-folder';
import type { SandboxRun } from './sandbox-run';
import { readSettings, type SandboxSettings, writeSettings } from './sandbox-settings';
import { startDatabase } from './start-cloud';

/** A state folder whose making was not interrupted has this file. */
function completeFile(state: string): string {
  return join(state, 'complete');
}

export function isComplete(state: string): boolean {
  return existsSync(completeFile(state));
}

export function markComplete(state: string): void {
  writeFileSync(completeFile(state), '');
}

export function hasSeed(settings: SandboxSettings): boolean {
  return isComplete(seedFolder(settings));
}

/** Keeps a copy of a clean cloud. None of its services runs. */
export async function saveSeed(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  run.step('keep a copy of the clean cloud', '保存干净云的副本');
  const seed = seedFolder(settings);
  mkdirSync(dirname(seed), { recursive: true, mode: 0o700 });
  const temporary = mkdtempSync(`${seed}-`);
  try {
    await copy(run, run.state, temporary);
    for (const name of ['log', 'pids']) rmSync(join(temporary, name), { recursive: true, force: true });
    for (const old of seedsOf(settings)) if (old !== temporary) rmSync(old, { recursive: true, force: true });
    renameSync(temporary, seed);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Seeds of these settings, by this version and by others: only one is kept. */
function seedsOf(settings: SandboxSettings): string[] {
  const prefix = seedPrefix(settings);
  return readdirSync(dirname(prefix))
    .map((name) => join(dirname(prefix), name))
    .filter((folder) => folder.startsWith(prefix));
}

/** Copies the clean cloud into an absent or empty state folder. */
export async function restoreSeed(run: SandboxRun, settings: SandboxSettings): Promise<void> {
  run.step('restore the clean cloud', '恢复干净的云');
  mkdirSync(run.state, { recursive: true, mode: 0o700 });
  await copy(run, seedFolder(settings), run.state);
  const was = readSettings(run.state)?.state ?? run.state;
  writeSettings(run.state, settings, packagesFolder());
  if (was === run.state) return;
  await startDatabase(run);
  await run.python('relocate', was);
}

async function copy(run: SandboxRun, from: string, to: string): Promise<void> {
  const args = ['-a', '--reflink=auto', '--sparse=auto', `${from}/.`, to];
  const result = await runTool('cp', args, { signal: run.signal });
  if (result.code !== 0) throw new Error(`cp ${args.join(' ')}: ${result.stderr}`);
}
