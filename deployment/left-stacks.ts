import { readdirSync } from 'node:fs';
import type { DeploymentFolder } from './deployment-folder';
import { placeLeftStack } from './stack-folders';
import { type RecordedStack, recordedStacks } from './stack-record';
import type { StackUnit } from './stack-unit';
import type { StateBackend } from './state-backend';

/**
 * Stacks that were deployed and that the environment describes no more: a department that was removed, a site that was
 * closed. They are found by the record of the folder, and by the states in it; each works with what it was last written
 * as.
 */
export function leftStacks(
  folder: DeploymentFolder,
  described: readonly StackUnit[],
  backend: StateBackend,
): StackUnit[] {
  const known = new Set(described.map(({ state }) => state));
  const recorded = recordedStacks(folder.record);
  const states = new Set([...recorded.keys(), ...(backend.kind === 'local' ? localStates(folder) : [])]);
  const like = described[0];
  return [...states]
    .filter((state) => !known.has(state))
    .sort()
    .map((state) => placeLeftStack(folder, recorded.get(state) ?? unrecorded(state, like), backend));
}

function localStates({ state }: DeploymentFolder): string[] {
  const files = readdirSync(state).filter((name) => name.endsWith('.tfstate'));
  return files.map((name) => name.slice(0, -'.tfstate'.length));
}

/** A state of which only the name tells what it is of. */
function unrecorded(state: string, like: StackUnit | undefined): RecordedStack {
  const kinds = ['foundation', 'planes', 'gap'] as const;
  const kind = kinds.find((one) => state === one || state.startsWith(`${one}-`)) ?? 'tenant';
  const { site = '', region = '' } = like ?? {};
  return { name: state, state, kind, site, region, after: [], inputs: {} };
}
