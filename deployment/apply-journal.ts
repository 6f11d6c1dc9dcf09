import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isAlive, type ProcessIdentity } from '../engines/process-identity';
import { madeNothing } from './made-nothing';

/** What became of one resource, as far as OpenTofu came to tell. */
interface Step {
  readonly action: string;
  /** `refused`: the cloud said that it made nothing. */
  end: 'none' | 'complete' | 'errored' | 'refused';
  /** Whether an earlier apply had begun it too, and nobody knows with what end. */
  readonly doubtful: boolean;
}

/** What the last applies of a stack reported that did not come to their end. */
export interface ApplyJournal {
  /** The engine that wrote last. */
  readonly engine: ProcessIdentity | undefined;
  /** When the first of them began, ISO 8601. */
  readonly began: string;
  readonly steps: ReadonlyMap<string, Step>;
  /** What was begun to be made and was not completed, whatever the cloud said of it: what is tainted among it was tainted by that. */
  readonly failed: ReadonlySet<string>;
}

interface Line {
  readonly '@timestamp'?: string;
  readonly type?: string;
  readonly process?: ProcessIdentity;
  readonly diagnostic?: {
    readonly severity?: string;
    readonly address?: string;
    readonly summary?: string;
    readonly detail?: string;
  };
  readonly hook?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
}

/** Notes which process writes the journal. */
export function noteEngine(file: string, pid: number): void {
  const line = { '@timestamp': new Date().toISOString(), type: 'egov_engine', process: identityOf(pid) };
  // Behind a line that a killed engine left unfinished, too.
  appendFileSync(file, `\n${JSON.stringify(line)}\n`, { mode: 0o600 });
}

/** Reads a journal; `undefined` where the last apply came to its end. */
export function readJournal(file: string): ApplyJournal | undefined {
  if (!existsSync(file)) return undefined;
  let engine: ProcessIdentity | undefined;
  let began = '';
  const steps = new Map<string, Step>();
  const failed = new Set<string>();
  let ended = false;
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = parse(text);
    if (line === undefined) continue;
    if (began === '') began = line['@timestamp'] ?? '';
    if (line.type === 'egov_engine') {
      engine = line.process;
      settle(steps);
    }
    if (line.type === 'diagnostic' || line.type === 'change_summary') ended = true;
    else if (line.type === 'apply_start') ended = false;
    note(steps, line);
    noteFailed(failed, line);
    noteRefusal(steps, line);
  }
  if (ended) settle(steps);
  return { engine, began, steps, failed };
}

/** Drops what is certain: an engine that came to its end has put into the state whatever it completed. */
function settle(steps: Map<string, Step>): void {
  for (const [address, { end }] of steps) if (end === 'complete' || end === 'refused') steps.delete(address);
}

function note(steps: Map<string, Step>, { type, hook }: Line): void {
  const address = hook?.resource?.addr;
  if (address === undefined) return;
  if (type === 'apply_start')
    steps.set(address, { action: hook?.action ?? '', end: 'none', doubtful: steps.has(address) });
  const step = steps.get(address);
  if (step === undefined) return;
  if (type === 'apply_complete') step.end = 'complete';
  if (type === 'apply_errored') step.end = 'errored';
}

/** What is taken away on purpose is no failure to make it. */
function noteFailed(failed: Set<string>, { type, hook }: Line): void {
  const address = hook?.resource?.addr;
  if (address === undefined || (type !== 'apply_start' && type !== 'apply_complete')) return;
  if (type === 'apply_start' && hook?.action === 'create') failed.add(address);
  else failed.delete(address);
}

/** Comes behind the error itself, with its words. */
function noteRefusal(steps: Map<string, Step>, { diagnostic }: Line): void {
  const step = steps.get(diagnostic?.address ?? '');
  if (step === undefined || step.end === 'complete' || diagnostic?.severity === 'warning') return;
  const words = `${diagnostic?.summary} ${diagnostic?.detail}`;
  // What is in its way may be itself: a call of the killed engine came through after all.
  const itself = step.doubtful && /got 409/.test(words);
  step.end = !itself && madeNothing(diagnostic?.address ?? '', words) ? 'refused' : 'errored';
}

export function dropJournal(file: string): void {
  rmSync(file, { force: true });
}

/** Leaves in a journal only what nobody knows yet: it may still come through, and is looked for again. */
export function keepDoubtful(file: string, began: string, addresses: readonly string[]): void {
  if (addresses.length === 0) {
    dropJournal(file);
    return;
  }
  const lines = addresses.map((addr) =>
    JSON.stringify({ '@timestamp': began, type: 'apply_start', hook: { resource: { addr }, action: 'create' } }),
  );
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}

/** Whether the engine goes on by itself, after the command that started it was killed. */
export function isEngineAlive({ engine }: ApplyJournal): boolean {
  return engine !== undefined && isAlive(engine);
}

/** Resources of which nobody knows whether the cloud made them: begun, and not in the state. */
export function halfMade({ steps }: ApplyJournal, inState: (address: string) => boolean): string[] {
  return [...steps]
    .filter(([address, { action, end }]) => action === 'create' && end !== 'refused' && !inState(address))
    .map(([address]) => address)
    .sort();
}

/** Resources at which the work stood when it ended. */
export function unfinished({ steps }: ApplyJournal): string[] {
  return [...steps]
    .filter(([, { end }]) => end === 'none')
    .map(([address]) => address)
    .sort();
}

/** Everything that the end of the work left half-made: lost, stood at, or tainted by a call that failed. */
export function leftHalfMade(
  journal: ApplyJournal,
  resources: ReadonlyMap<string, { readonly tainted: boolean }>,
): string[] {
  const lost = halfMade(journal, (address) => resources.has(address));
  const tainted = [...journal.failed].filter((address) => resources.get(address)?.tainted);
  return [...new Set([...lost, ...unfinished(journal), ...tainted])].sort();
}

function parse(text: string): Line | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
