import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemsError } from '../model/problem';
import { ENGINE_FAILED, ENGINE_INTERRUPTED } from '../model/problems/engine-problems';
import { type Diagnostic, diagnosticsOf, type EngineEvent, parseEvent, validationOf } from './engine-event';
import { type FoundEngine, findOpenTofu } from './find-opentofu';
import { refusedBy } from './opentofu-refusal';
import type { PlanDocument } from './plan-summary';
import { withProviderMirror } from './provider-mirror';
import { type RunEnd, type RunProps, runProgram } from './run-program';
import type { StackFolder } from './stack-folder';
import { withStateEncryption } from './state-encryption';
import { namesCloud, type Surroundings, withoutCloud } from './surroundings';

export interface OpenTofuProps {
  readonly surroundings: Surroundings;
  /** Whether a cloud is there to be asked. @default what OS_CLOUD and OS_AUTH_URL say */
  readonly cloud?: boolean;
  readonly signal?: AbortSignal;
  /** Time that an interrupted OpenTofu gets to put its state away, in milliseconds. @default 30 seconds */
  readonly grace?: number;
}

interface CommandProps {
  readonly stack: StackFolder;
  readonly onEvent?: (event: EngineEvent) => void;
}

export interface PlanProps extends CommandProps {
  /** Plan to take everything away. @default false */
  readonly destroy?: boolean;
  /** Only look at what became of what the state knows. @default false */
  readonly refreshOnly?: boolean;
  /** Whether the cloud is asked what became of what the state knows. @default where there is a cloud */
  readonly refresh?: boolean;
}

export interface ApplyProps extends CommandProps {
  /**
   * File that takes what OpenTofu reports, added to its end. OpenTofu writes it itself, so that it is complete and the
   * work goes on whatever becomes of this process.
   */
  readonly journal: string;
  /** Called with the number of OpenTofu's process as soon as it runs. */
  readonly onStart?: (pid: number) => void;
}

/** Name of the plan file in the folder of a stack. */
export const PLAN_FILE = 'egov.tfplan';

/** OpenTofu on one machine. Every command throws ProblemsError with what OpenTofu said, or how it died. */
export class OpenTofu {
  /** Finds it, and fits its surroundings. Throws ProblemsError when it is missing or of a wrong version. */
  static async find(props: OpenTofuProps): Promise<OpenTofu> {
    return new OpenTofu(await findOpenTofu(props.surroundings), props);
  }

  /** Whether a cloud is asked; without one only what is still to be created can be planned. */
  readonly cloud: boolean;
  private readonly surroundings: Surroundings;

  private constructor(
    readonly engine: FoundEngine,
    private readonly props: OpenTofuProps,
  ) {
    this.cloud = props.cloud ?? namesCloud(props.surroundings);
    const mirrored = withProviderMirror(props.surroundings);
    this.surroundings = {
      ...withStateEncryption(this.cloud ? mirrored : withoutCloud(mirrored)),
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
    };
  }

  /** Fetches providers and configures the backend, or leaves the backend alone: enough to validate. */
  async init(props: CommandProps & { readonly backend?: boolean }): Promise<void> {
    await this.report(props, ['init', '-input=false', '-json', `-backend=${props.backend ?? true}`], [0]);
  }

  /** Checks an initialised stack against the provider's schema. Returns the warnings. */
  async validate({ stack }: CommandProps): Promise<Diagnostic[]> {
    const end = await this.run(stack, ['validate', '-json']);
    const diagnostics = validationOf(parseAnswer(stack, 'validate', end));
    const problems = refusedBy({ stack, diagnostics, end, surroundings: this.surroundings });
    if (problems.length > 0) throw new ProblemsError(problems);
    return diagnostics;
  }

  /**
   * Plans an initialised stack into its plan file, and tells whether there is anything to do. Without a cloud nothing
   * is refreshed: what the state says is taken for true.
   */
  async plan(props: PlanProps): Promise<boolean> {
    const mode = [
      ...(props.destroy ? ['-destroy'] : []),
      ...(props.refreshOnly ? ['-refresh-only'] : []),
      ...(this.cloud && props.refresh !== false ? [] : ['-refresh=false']),
    ];
    const args = ['plan', '-input=false', '-json', '-detailed-exitcode', `-out=${PLAN_FILE}`, ...mode];
    const { code } = await this.report(props, args, [0, 2]);
    // A plan carries the values of every attribute, secret ones too.
    chmodSync(join(props.stack.folder, PLAN_FILE), 0o600);
    return code === 2;
  }

  /** Applies the plan file of a stack. Throws ProblemsError; the state then knows what was made until then. */
  async apply({ stack, onEvent, journal, onStart }: ApplyProps): Promise<void> {
    const args = ['apply', '-input=false', '-json', PLAN_FILE];
    const end = await this.run(stack, args, onEvent, { outputFile: journal, ...(onStart && { onStart }) });
    if (end.code === 0) return;
    throw this.refused(stack, 'apply', end);
  }

  /** The state of an initialised stack in the clear, wherever it lies; `undefined` while there is none. */
  async pullState({ stack }: CommandProps): Promise<string | undefined> {
    const { stdout } = await this.answer(stack, 'state pull');
    return stdout.trim() === '' ? undefined : stdout;
  }

  /** Gives back a lock that a process left behind. */
  async unlock({ stack }: CommandProps, id: string): Promise<void> {
    await this.answer(stack, 'force-unlock', '-force', id);
  }

  /** Takes a resource of an initialised stack for whole again, by its address in the state. */
  async untaint({ stack }: CommandProps, address: string): Promise<void> {
    await this.answer(stack, 'untaint', address);
  }

  /** The plan file as OpenTofu's JSON. It holds secret values: count, compare and drop it, never write it. */
  async showDocument({ stack }: CommandProps): Promise<PlanDocument> {
    return parseAnswer(stack, 'show', await this.answer(stack, 'show', '-json', PLAN_FILE)) as PlanDocument;
  }

  /** The plan file as OpenTofu prints it for a person; secret values are left out by OpenTofu. */
  async showText({ stack, colour }: CommandProps & { readonly colour?: boolean }): Promise<string> {
    return (await this.answer(stack, 'show', ...(colour ? [] : ['-no-color']), PLAN_FILE)).stdout;
  }

  /** The schemas of the providers of an initialised stack, by the provider's address. */
  async providersSchema({ stack }: CommandProps): Promise<{ provider_schemas: Readonly<Record<string, object>> }> {
    const end = await this.answer(stack, 'providers schema', '-json');
    return parseAnswer(stack, 'providers schema', end) as { provider_schemas: Record<string, object> };
  }

  private async answer(stack: StackFolder, command: string, ...args: readonly string[]): Promise<RunEnd> {
    const end = await this.run(stack, [...command.split(' '), ...args]);
    if (end.code !== 0) throw failed(stack, command, end);
    return end;
  }

  private async report(props: CommandProps, args: readonly string[], good: readonly number[]): Promise<RunEnd> {
    const end = await this.run(props.stack, args, props.onEvent);
    if (end.code !== undefined && good.includes(end.code)) return end;
    throw this.refused(props.stack, args[0] ?? '', end);
  }

  private async run(
    stack: StackFolder,
    args: readonly string[],
    onEvent?: (event: EngineEvent) => void,
    more: Pick<RunProps, 'outputFile' | 'onStart'> = {},
  ): Promise<RunEnd> {
    const { signal, grace } = this.props;
    const end = await runProgram({
      ...more,
      program: this.engine.path,
      args,
      folder: stack.folder,
      surroundings: this.surroundings,
      ...(signal === undefined ? {} : { signal }),
      ...(grace === undefined ? {} : { grace }),
      onLine: (line) => {
        const event = parseEvent(line);
        if (event !== undefined) onEvent?.(event);
      },
    });
    if (signal?.aborted) throw new ProblemsError([ENGINE_INTERRUPTED.at(stack.name, { command: `tofu ${args[0]}` })]);
    return end;
  }

  private refused(stack: StackFolder, command: string, end: RunEnd): ProblemsError {
    const diagnostics = diagnosticsOf(end.stdout);
    const problems = refusedBy({ stack, diagnostics, end, surroundings: this.surroundings });
    return problems.length > 0 ? new ProblemsError(problems) : failed(stack, command, end);
  }
}

/** The one JSON document that a command answers with; anything else is a failure of the engine. */
function parseAnswer(stack: StackFolder, command: string, end: RunEnd): object {
  try {
    return JSON.parse(end.stdout) as object;
  } catch {
    throw failed(stack, command, end);
  }
}

function failed(stack: StackFolder, command: string, { end, lastLines }: RunEnd): ProblemsError {
  return new ProblemsError([ENGINE_FAILED.at(stack.name, { command: `tofu ${command}`, end, lines: lastLines })]);
}
