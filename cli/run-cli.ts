import type { Surroundings } from '../engines/surroundings';
import { withoutSecrets } from '../engines/surroundings';
import { ProblemsError } from '../model/problem';
import { SYNTHESIS_DISK_FULL } from '../model/problems/synthesis-problems';
import type { Language } from '../model/text';
import type { CommandSpec, Given } from './command-spec';
import type { Context } from './context';
import { defaultEnvironments } from './default-environments';
import { ExitCode, exitCodeOf } from './exit-code';
import type { Output } from './output';
import { wantsColour } from './paint';
import { createProgram } from './program';
import { sayProblems } from './say-problems';
import { Answered } from './usage-problem';
import { packageVersion } from './version';

/** The process around a command line, as values. */
export interface Host {
  readonly output: Output;
  readonly folder: string;
  readonly surroundings: Surroundings;
  readonly signal: AbortSignal;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  readonly now: () => number;
}

/** Runs a command line to its exit code. Never throws and never ends the process. */
export async function runCli(args: readonly string[], host: Host): Promise<ExitCode> {
  const language = languageOf(args);
  const around = { ...host, language, json: args.includes('--json') };
  try {
    let asked: { readonly spec: CommandSpec; readonly given: Given } | undefined;
    const program = createProgram({
      language,
      version: packageVersion(),
      output: host.output,
      onCommand: (spec, given) => {
        asked = { spec, given };
      },
    });
    program.parse(args, { from: 'user' });
    if (asked === undefined) return ExitCode.ok;
    const options = program.opts<{ environments?: string; json?: true; quiet?: true }>();
    return await asked.spec.run(asked.given, {
      ...around,
      json: options.json === true,
      quiet: options.quiet === true,
      colour: wantsColour(host.terminal, host.surroundings),
      // Asked for by the commands that need it: what stands in a configuration hinders no other.
      get environments() {
        return options.environments ?? defaultEnvironments(host.folder);
      },
    });
  } catch (error) {
    return endOf(error, args, around);
  }
}

function endOf(error: unknown, args: readonly string[], around: Host & Pick<Context, 'language' | 'json'>) {
  const { output, language, signal } = around;
  if (error instanceof Answered) return ExitCode.ok;
  if (error instanceof ProblemsError) {
    // Problems go to standard error, which is a terminal where it can be live.
    const colour = wantsColour(output.live !== undefined, around.surroundings);
    sayProblems(error.problems, { ...around, colour });
    return exitCodeOf(error.problems);
  }
  const full = fullDisk(error);
  if (full !== undefined) return endOf(full, args, around);
  if (signal.aborted) {
    output.notice(language === 'zh' ? '已中断；重新执行同一命令即可继续' : 'interrupted; run the same command again');
    return ExitCode.interrupted;
  }
  for (const line of defect(error, args, language)) output.notice(withoutSecrets(line, around.surroundings));
  return ExitCode.internal;
}

/** A disk may fill up under any file that a command writes. */
function fullDisk(error: unknown): ProblemsError | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return undefined;
  return new ProblemsError([SYNTHESIS_DISK_FULL.at(path ?? '.', { file: path ?? '.' })]);
}

/** What a person sends to us when egov itself is wrong. */
function defect(error: unknown, args: readonly string[], language: Language): string[] {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    language === 'zh'
      ? '这是 egov 自身的缺陷，请将以下内容发给维护者：'
      : 'This is a defect of egov itself. Please send this to its maintainers:',
    `  egov ${packageVersion()} · node ${process.version} · ${process.platform} ${process.arch}`,
    `  egov ${args.join(' ')}`,
    ...stack.split('\n').map((line) => `  ${line}`),
  ];
}

/** Asked before the command line is parsed, since its own errors are said in that language too. */
function languageOf(args: readonly string[]): Language {
  const at = args.indexOf('--lang');
  const given = at < 0 ? args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) : args[at + 1];
  return given === 'zh' ? 'zh' : 'en';
}
