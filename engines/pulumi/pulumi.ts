import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EngineEvent as AutomationEvent,
  LocalWorkspace,
  type OutputMap,
  PulumiCommand,
  type Stack,
} from '@pulumi/pulumi/automation';
import type { Surroundings } from '../surroundings';
import type { ClusterStack } from './cluster-stack';
import { type FoundPulumi, findPulumi, kubernetesProviderFolder } from './find-pulumi';
import { giveBackLeftLocks } from './left-locks';
import { type PulumiState, settledState } from './pending-operations';
import { type ObjectChange, objectChanges, sameCount } from './pulumi-change';
import { pulumiFolder } from './pulumi-folder';
import { refusedBy } from './pulumi-refusal';
import { pulumiRoot } from './pulumi-root';
import { pulumiVariables } from './pulumi-variables';
import { withoutStacks } from './without-stacks';

export interface PulumiProps {
  readonly surroundings: Surroundings;
  /** Folder that holds the states, below `.pulumi/`. @default what PULUMI_BACKEND_URL names */
  readonly states: string;
  readonly signal?: AbortSignal;
}

export interface OperationProps {
  readonly stack: ClusterStack;
  /** Packs of policies: folders with a `PulumiPolicy.yaml`. @default none */
  readonly policyPacks?: readonly string[];
  readonly onEvent?: (event: AutomationEvent) => void;
}

/** What an operation did, or would do. */
export interface Operation {
  readonly changes: readonly ObjectChange[];
  /** How many objects stay as they are. */
  readonly same: number;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly events: readonly AutomationEvent[];
}

/** The project of all stacks; Pulumi.yaml says the same. */
export const PROJECT = 'egov';

/** Pulumi on one machine, through its Automation API. Every operation throws ProblemsError with what Pulumi said. */
export class Pulumi {
  /** Finds it and its provider. Throws ProblemsError when one is missing or of a wrong version. */
  static async find(props: PulumiProps): Promise<Pulumi> {
    const engine = await findPulumi(props.surroundings);
    const provider = join(kubernetesProviderFolder(props.surroundings), 'pulumi-resource-kubernetes');
    const root = pulumiRoot({ surroundings: props.surroundings, pulumi: engine.path, provider });
    const command = await PulumiCommand.get({ root, skipVersionCheck: true });
    return new Pulumi(engine, command, props);
  }

  /** For what must not outlive the work, such as kubeconfigs; only its owner may read it. */
  readonly folder = pulumiFolder();

  private constructor(
    readonly engine: FoundPulumi,
    private readonly command: PulumiCommand,
    private readonly props: PulumiProps,
  ) {}

  /** Removes everything but the states. */
  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What an `up` would do to the cluster as it is; asks the API server to validate, and changes nothing. */
  preview(props: OperationProps): Promise<Operation> {
    return this.operate(props, 'preview', (stack, options) => stack.preview({ ...options, refresh: true }));
  }

  /** Makes the cluster what the program says. What was made before a failure is in the state. */
  up(props: OperationProps): Promise<Operation> {
    return this.operate(props, 'up', async (stack, options) => {
      await this.settle(stack);
      return stack.up({ ...options, refresh: true });
    });
  }

  /** Looks at what became of the objects in the state, and leaves the state as it is. */
  look(props: OperationProps): Promise<Operation> {
    return this.operate(props, 'refresh', (stack, options) => {
      const { policyPacks: _, ...more } = options;
      return stack.refresh({ ...more, previewOnly: true });
    });
  }

  /** Takes into the state what became of its objects. */
  refresh(props: OperationProps): Promise<Operation> {
    return this.operate(props, 'refresh', (stack, options) => {
      const { policyPacks: _, ...more } = options;
      return stack.refresh(more);
    });
  }

  /** Takes every object away, or only says which with `preview`. */
  destroy(props: OperationProps & { readonly preview?: boolean }): Promise<Operation> {
    return this.operate(props, 'destroy', async (stack, options) => {
      const { policyPacks: _, ...more } = options;
      if (!props.preview) await this.settle(stack);
      return stack.destroy({ ...more, previewOnly: props.preview ?? false });
    });
  }

  /** Outputs of the last `up`; secret ones are left out. Empty where the stack was never applied. */
  async outputs(stack: ClusterStack): Promise<Readonly<Record<string, unknown>>> {
    return this.guarded(stack, 'stack output', [], async () => plain(await (await this.open(stack)).outputs()));
  }

  /**
   * Gives back the locks of a stack whose holders were processes of this machine and are gone; answers their numbers. Of
   * a backend that is no folder nothing is known here.
   */
  takeOver({ name }: Pick<ClusterStack, 'name'>): readonly number[] {
    if (!this.inFiles) return [];
    return giveBackLeftLocks(join(this.props.states, '.pulumi', 'locks', 'organization', PROJECT, name));
  }

  /** Gives back a lock that a process left behind, wherever it ran. */
  async unlock(stack: ClusterStack): Promise<void> {
    await this.guarded(stack, 'cancel', [], async () => (await this.open(stack)).cancel());
  }

  private operate(
    { stack, policyPacks = [], onEvent }: OperationProps,
    name: string,
    work: (
      stack: Stack,
      options: {
        readonly color: 'never';
        readonly onEvent: (event: AutomationEvent) => void;
        readonly policyPacks?: string[];
        readonly signal?: AbortSignal;
      },
    ) => Promise<{ readonly stdout: string; readonly outputs?: OutputMap }>,
  ): Promise<Operation> {
    const events: AutomationEvent[] = [];
    const { signal } = this.props;
    return this.guarded(stack, name, events, async () => {
      const { outputs = {} } = await work(await this.open(stack), {
        color: 'never',
        onEvent: (event) => {
          events.push(event);
          onEvent?.(event);
        },
        ...(policyPacks.length > 0 && { policyPacks: [...policyPacks] }),
        ...(signal !== undefined && { signal }),
      });
      return { changes: objectChanges(events), same: sameCount(events), outputs: plain(outputs), events };
    });
  }

  private async guarded<T>(
    stack: ClusterStack,
    command: string,
    events: readonly AutomationEvent[],
    work: () => Promise<T>,
  ): Promise<T> {
    const { signal, surroundings } = this.props;
    try {
      signal?.throwIfAborted();
      return await withoutStacks(work);
    } catch (error) {
      throw refusedBy({ error, events, stack, command, surroundings, interrupted: signal?.aborted ?? false });
    }
  }

  /** Ends what a Pulumi that was killed left pending. */
  private async settle(stack: Stack): Promise<void> {
    // Of a state in a file it is known at once that nothing is.
    if (this.stateOf(stack.name)?.pending_operations === undefined && this.inFiles) return;
    const whole = await stack.exportStack();
    const deployment = settledState(whole.deployment as PulumiState);
    if (deployment !== undefined) await stack.importStack({ ...whole, deployment });
  }

  private open({ name, program, kubeconfig }: ClusterStack): Promise<Stack> {
    const { surroundings, states } = this.props;
    mkdirSync(states, { recursive: true, mode: 0o700 });
    const workDir = join(this.folder, name);
    mkdirSync(workDir, { recursive: true });
    const salt = this.stateOf(name)?.secrets_providers?.state?.salt;
    // With its salt Pulumi checks the passphrase; without, it goes on with a new one where the state has no secret.
    if (salt !== undefined) writeFileSync(join(workDir, `Pulumi.${name}.yaml`), `encryptionsalt: ${salt}\n`);
    return LocalWorkspace.createOrSelectStack(
      { stackName: name, projectName: PROJECT, program },
      {
        pulumiCommand: this.command,
        workDir,
        envVars: pulumiVariables({ surroundings, states, kubeconfig }),
      },
    );
  }

  private get inFiles(): boolean {
    return !this.props.surroundings['PULUMI_BACKEND_URL'];
  }

  /** A state in a file; undefined where there is none. */
  private stateOf(name: string): FileState | undefined {
    const file = join(this.props.states, '.pulumi', 'stacks', PROJECT, `${name}.json`);
    if (!this.inFiles || !existsSync(file)) return undefined;
    const { checkpoint } = JSON.parse(readFileSync(file, 'utf8')) as { checkpoint?: { latest?: FileState } };
    return checkpoint?.latest;
  }
}

interface FileState extends PulumiState {
  /** Holds the salt of the passphrase. */
  readonly secrets_providers?: { readonly state?: { readonly salt?: string } };
}

function plain(outputs: OutputMap): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, { value, secret }]) => (secret ? [] : [[name, value as unknown]])),
  );
}
