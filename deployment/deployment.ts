import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineEvent } from '../engines/engine-event';
import type { OpenTofu } from '../engines/opentofu';
import { presentAddress } from '../model/emitted-stack';
import { ProblemsError } from '../model/problem';
import { readImports } from './adoption/imports';
import { type ApplyJournal, readJournal } from './apply-journal';
import type { DeploymentFolder } from './deployment-folder';
import { isInitialised, noteInitialised } from './initialised';
import { writeLeftProviders } from './left-providers';
import { writtenDefinition } from './stack-folders';
import { NO_STATE, passphraseMissing, readLocalState, type StackState, stateOf } from './stack-state';
import type { StackUnit } from './stack-unit';

export interface DeploymentProps {
  readonly tofu: OpenTofu;
  /** OpenTofu with the account of the stack's own cloud. @default the same for all */
  readonly tofuOf?: (stack: StackUnit) => OpenTofu;
  readonly folder: DeploymentFolder;
  /** In the order of their dependencies. */
  readonly stacks: readonly StackUnit[];
  /** Stacks that nothing describes any more. @default none */
  readonly left?: readonly StackUnit[];
  /** Whether states can be decrypted. */
  readonly passphrase: boolean;
  /** How many stacks at a time. @default the number of processors */
  readonly parallel?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (stack: StackUnit, event: EngineEvent) => void;
}

const IMPORTS = 'egov-imports.tf.json';

/** The stacks of one environment, OpenTofu, and the states between them. */
export class Deployment {
  readonly tofu: OpenTofu;
  readonly folder: DeploymentFolder;
  readonly stacks: readonly StackUnit[];
  readonly left: readonly StackUnit[];
  readonly signal: AbortSignal | undefined;
  private readonly initialised = new Set<string>();

  constructor(readonly props: DeploymentProps) {
    this.tofu = props.tofu;
    this.folder = props.folder;
    this.stacks = props.stacks;
    this.left = props.left ?? [];
    this.signal = props.signal;
  }

  /**
   * The state of a stack, wherever it lies, with its resources under the names that they have now. Throws ProblemsError for one that cannot be read;
   * it stays as it is.
   */
  async state(stack: StackUnit): Promise<StackState> {
    const state = await this.readState(stack);
    const now = presentAddress({ definition: writtenDefinition(stack) });
    return { ...state, resources: new Map([...state.resources].map(([address, one]) => [now(address), one])) };
  }

  /** What the last applies of a stack reported that did not come to their end, under the names of today. */
  journal(stack: StackUnit): ApplyJournal | undefined {
    const journal = readJournal(this.folder.journal(stack.state));
    if (journal === undefined) return undefined;
    const now = presentAddress({ definition: writtenDefinition(stack) });
    const steps = new Map([...journal.steps].map(([address, step]) => [now(address), step]));
    return { ...journal, steps, failed: new Set([...journal.failed].map(now)) };
  }

  private async readState(stack: StackUnit): Promise<StackState> {
    const file = this.folder.stateFile(stack.state);
    const { version } = this.tofu.engine;
    if (stack.backend === 'local') {
      const { state } = readLocalState(file, version);
      if (state !== undefined) return state;
      if (!this.props.passphrase) throw passphraseMissing(file);
    }
    await this.prepare(stack);
    const content = await this.tofuOf(stack).pullState({ stack });
    return content === undefined ? NO_STATE : stateOf(file, content, version);
  }

  /** The states of all stacks. Throws ProblemsError with everything that is wrong with any of them. */
  states(): Promise<ReadonlyMap<string, StackState>> {
    return this.statesOf(this.stacks);
  }

  /** The states of stacks that nothing describes any more, where there is something in them. */
  async leftStates(): Promise<ReadonlyMap<string, StackState>> {
    const states = await this.statesOf(this.left);
    return new Map([...states].filter(([, { resources }]) => resources.size > 0));
  }

  private async statesOf(stacks: readonly StackUnit[]): Promise<ReadonlyMap<string, StackState>> {
    const ends = await Promise.allSettled(stacks.map(async (stack) => [stack.name, await this.state(stack)] as const));
    const problems = ends.flatMap((end) => {
      if (end.status === 'fulfilled') return [];
      if (end.reason instanceof ProblemsError) return end.reason.problems;
      throw end.reason;
    });
    if (problems.length > 0) throw new ProblemsError(problems);
    return new Map(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value] : [])));
  }

  /** OpenTofu in the surroundings of the stack's cloud. */
  tofuOf(stack: StackUnit): OpenTofu {
    return this.props.tofuOf?.(stack) ?? this.tofu;
  }

  /** Initialises a stack once, with what is to be imported. */
  async prepare(stack: StackUnit): Promise<void> {
    const used = join(stack.folder, IMPORTS);
    const { resource = {} } = writtenDefinition(stack);
    // Something that the environment has no more is imported by nobody.
    const waiting = readImports(this.folder.imports(stack.state)).filter(({ to }) => {
      const [type = '', name = ''] = to.split('.');
      return resource[type]?.[name] !== undefined;
    });
    if (waiting.length > 0) writeFileSync(used, JSON.stringify({ import: waiting }, null, 2));
    else rmSync(used, { force: true });
    if (this.initialised.has(stack.name)) return;
    const { engine } = this.tofu;
    if (!isInitialised(stack, engine)) await this.tofuOf(stack).init({ stack, ...this.listener(stack) });
    noteInitialised(stack, engine);
    this.initialised.add(stack.name);
  }

  /** Gives a stack the providers of what only its state has. */
  prepareLeft(stack: StackUnit, state: StackState): void {
    if (writeLeftProviders(stack, state, this.stacks[0])) this.initialised.delete(stack.name);
  }

  /** What was to be imported is in the state now. */
  tookOver(stack: StackUnit): void {
    rmSync(this.folder.imports(stack.state), { force: true });
    rmSync(join(stack.folder, IMPORTS), { force: true });
  }

  listener(stack: StackUnit): { readonly onEvent?: (event: EngineEvent) => void } {
    const { onEvent } = this.props;
    return onEvent === undefined ? {} : { onEvent: (event) => onEvent(stack, event) };
  }
}
