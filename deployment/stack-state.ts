import { existsSync, readFileSync } from 'node:fs';
import { ProblemsError } from '../model/problem';
import { STATE_DAMAGED, STATE_NEWER, STATE_PASSPHRASE } from '../model/problems/state-problems';

/** What a state says of a stack, without the secrets in it being looked at. */
export interface StackState {
  readonly serial: number;
  readonly lineage: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Managed resources by address. */
  readonly resources: ReadonlyMap<string, StateResource>;
}

export interface StateResource {
  /** As it stands in the state: after a renaming the former one, until the next apply. */
  readonly address: string;
  readonly type: string;
  /** Of the cloud. */
  readonly id: string;
  /** Half-made, and to be made again. */
  readonly tainted: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Alias of the provider that made it: the key of a project; absent where the account's own did. */
  readonly scope?: string;
}

interface StateJson {
  readonly version?: unknown;
  readonly terraform_version?: unknown;
  readonly serial?: unknown;
  readonly lineage?: unknown;
  readonly encrypted_data?: unknown;
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown }>>;
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly provider?: string;
    readonly instances: readonly {
      readonly status?: string;
      readonly deposed?: string;
      readonly attributes?: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/** A state nobody wrote yet. */
export const NO_STATE: StackState = { serial: 0, lineage: '', outputs: {}, resources: new Map() };

export interface LocalState {
  /** `undefined` where it is encrypted: OpenTofu has to be asked. */
  readonly state: StackState | undefined;
}

/** Reads a state file. Throws ProblemsError for one that is damaged or was written by a newer engine; nothing is changed. */
export function readLocalState(file: string, engine: string): LocalState {
  if (!existsSync(file)) return { state: NO_STATE };
  const content = readFileSync(file, 'utf8');
  // OpenTofu makes the file when it locks, and may be killed before it writes into it for the first time.
  if (content === '' && !existsSync(`${file}.backup`)) return { state: NO_STATE };
  const parsed = jsonOf(content);
  if (parsed?.encrypted_data !== undefined) return { state: undefined };
  return { state: stateOf(file, content, engine) };
}

/** The state in a text. Throws ProblemsError as `readLocalState` does. */
export function stateOf(place: string, content: string, engine: string): StackState {
  const parsed = jsonOf(content);
  if (parsed === undefined) throw damaged(place, content.trim() === '' ? 'it is empty' : 'it is no JSON');
  const { version, terraform_version: written, serial, lineage, resources, outputs } = parsed;
  if (typeof version === 'number' && version > 4) throw newer(place, `with format ${version}`, engine);
  if (typeof written === 'string' && isNewer(written, engine)) throw newer(place, written, engine);
  if (version !== 4 || typeof serial !== 'number' || typeof lineage !== 'string' || !Array.isArray(resources))
    throw damaged(place, 'it lacks version, serial, lineage or resources');
  const values = Object.entries(outputs ?? {}).map(([name, { value }]) => [name, value] as const);
  return { serial, lineage, outputs: Object.fromEntries(values), resources: resourcesOf(parsed) };
}

/** An encrypted state without the passphrase. */
export function passphraseMissing(place: string): ProblemsError {
  const reason = { en: 'this state is encrypted', zh: '该状态已加密' };
  return new ProblemsError([STATE_PASSPHRASE.at(place, { reason })]);
}

function resourcesOf({ resources }: StateJson): ReadonlyMap<string, StateResource> {
  const found = new Map<string, StateResource>();
  for (const { mode, type, name, provider, instances } of resources ?? []) {
    if (mode !== 'managed') continue;
    const current = instances.find(({ deposed }) => deposed === undefined);
    if (current === undefined) continue;
    const attributes = current.attributes ?? {};
    const scope = /\]\.([\w-]+)$/.exec(provider ?? '')?.[1];
    const address = `${type}.${name}`;
    found.set(address, {
      address,
      type,
      id: String(attributes['id'] ?? ''),
      tainted: current.status === 'tainted',
      attributes,
      ...(scope !== undefined && { scope }),
    });
  }
  return found;
}

function damaged(file: string, reason: string): ProblemsError {
  const backup = `${file}.backup`;
  const usable = existsSync(backup) && jsonOf(readFileSync(backup, 'utf8'))?.lineage !== undefined;
  return new ProblemsError([STATE_DAMAGED.at(file, { reason, backup: usable ? backup : undefined })]);
}

function newer(file: string, written: string, engine: string): ProblemsError {
  return new ProblemsError([STATE_NEWER.at(file, { written, engine })]);
}

function isNewer(written: string, engine: string): boolean {
  const [a, b] = [written, engine].map((version) => version.split(/[.-]/).slice(0, 3).map(Number));
  for (const i of [0, 1, 2]) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function jsonOf(content: string): StateJson | undefined {
  try {
    const parsed: unknown = JSON.parse(content);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
