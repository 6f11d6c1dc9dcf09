import { statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { inputsOf } from '../engines/stack-inputs';
import { type Problem, ProblemsError } from '../model/problem';
import { DEPLOY_AMBIGUOUS } from '../model/problems/deployment-problems';
import { findExisting } from './adoption/find-existing';
import { addImports } from './adoption/imports';
import { writtenResources } from './adoption/written-resource';
import { type ApplyJournal, dropJournal, halfMade, isEngineAlive, keepDoubtful } from './apply-journal';
import type { CloudAccess } from './cloud-access';
import type { Deployment } from './deployment';
import { writtenDefinition } from './stack-folders';
import type { StackState } from './stack-state';
import type { StackUnit } from './stack-unit';
import { untaint } from './untaint';

export interface RecoverProps {
  readonly deployment: Deployment;
  readonly clouds: CloudAccess;
  /** Called when an engine goes on by itself, after the command that started it was killed. */
  readonly onWait?: (stack: StackUnit, pid: number) => void;
  /** Called with what was found in the cloud and is taken over. */
  readonly onFound?: (stack: StackUnit, addresses: readonly string[]) => void;
  /** Called with what is kept although a call failed behind its making. */
  readonly onKept?: (stack: StackUnit, addresses: readonly string[]) => void;
}

/** Difference between the clock of a cloud and ours that is allowed for, in milliseconds. */
const CLOCKS = 600_000;
const PAUSE = 500;

/** Time in which a cloud ends the calls of an engine that was killed, in milliseconds; what takes longer is found next time. */
const SETTLE = 10_000;

/**
 * Picks up what an interrupted apply left: waits for an engine that still works, then looks in the cloud for what was
 * begun and is in no state, and has the next plan import it, so that nothing is made twice. What is protected and was made
 * whole is not made anew. Throws ProblemsError where something is there more than once. Older things of the same name are somebody else's and are left alone.
 */
export async function recover(props: RecoverProps): Promise<void> {
  const { deployment } = props;
  const left = deployment.stacks.flatMap((stack) => {
    const journal = deployment.journal(stack);
    return journal === undefined ? [] : [{ stack, journal }];
  });
  for (const { stack, journal } of left) await waitForEngine(props, stack, journal);
  if (left.length === 0) return;
  let states = await deployment.states();
  if (await keepMade(props, states)) states = await deployment.states();
  const problems: Problem[] = [];
  for (const { stack } of left) problems.push(...(await takeOver(props, stack, states)));
  if (problems.length > 0) throw new ProblemsError(problems);
}

async function waitForEngine({ deployment, onWait }: RecoverProps, stack: StackUnit, journal: ApplyJournal) {
  if (isEngineAlive(journal)) onWait?.(stack, journal.engine?.pid ?? 0);
  const doubtful = halfMade(journal, () => false).length > 0;
  const written = () => statSync(deployment.folder.journal(stack.state)).mtimeMs;
  while (isEngineAlive(journal) || (doubtful && Date.now() - written() < SETTLE)) {
    deployment.signal?.throwIfAborted();
    await wait(PAUSE);
  }
}

/** Before a journal is dropped: it alone tells what a failure tainted from what somebody did. */
async function keepMade(
  { deployment, clouds, onKept }: RecoverProps,
  states: ReadonlyMap<string, StackState>,
): Promise<boolean> {
  let any = false;
  for (const stack of deployment.stacks) {
    const [journal, state] = [deployment.journal(stack), states.get(stack.name)];
    if (journal === undefined || state === undefined) continue;
    const kept = await untaint({ deployment, clouds, stack, state, journal });
    if (kept.length === 0) continue;
    any = true;
    onKept?.(stack, kept);
  }
  return any;
}

async function takeOver(
  { deployment, clouds, onFound }: RecoverProps,
  stack: StackUnit,
  states: ReadonlyMap<string, StackState>,
): Promise<Problem[]> {
  const file = deployment.folder.journal(stack.state);
  // Read again: the engine may have gone on in the meantime.
  const journal = deployment.journal(stack);
  const managed = states.get(stack.name)?.resources;
  const begun = new Set(journal === undefined ? [] : halfMade(journal, (address) => managed?.has(address) === true));
  if (journal === undefined || begun.size === 0) {
    dropJournal(file);
    return [];
  }
  const inputs = inputsOf(stack, (name) => states.get(name)?.outputs ?? {});
  const wanted = writtenResources(writtenDefinition(stack)).filter(({ address }) => begun.has(address));
  const { matched, ambiguous } = await findExisting({
    cloud: clouds.clientOf(stack),
    resources: wanted,
    managed: (address) => managed?.get(address)?.attributes,
    variable: (name) =>
      name === 'region' ? stack.region : inputs.open.includes(name) ? undefined : inputs.values[name],
    since: Date.parse(journal.began) - CLOCKS,
  });
  if (ambiguous.length > 0)
    return ambiguous.map(({ address, ids }) => DEPLOY_AMBIGUOUS.at(`${stack.name} ${address}`, { what: address, ids }));
  if (matched.length > 0) {
    addImports(deployment.folder.imports(stack.state), matched);
    onFound?.(
      stack,
      matched.map(({ address }) => address),
    );
  }
  const known = new Set(matched.map(({ address }) => address));
  keepDoubtful(
    file,
    journal.began,
    // Of what nothing describes any more the next plan makes nothing.
    wanted.map(({ address }) => address).filter((address) => !known.has(address)),
  );
  return [];
}
