import type { Text } from '../model/text';
import type { Context } from './context';
import type { ExitCode } from './exit-code';

/** A command as the command line offers it. Its code is loaded when it runs. */
export interface CommandSpec {
  /** `validate`, `engines list`. */
  readonly name: string;
  readonly about: Text;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly run: (given: Given, context: Context) => Promise<ExitCode>;
}

export interface ArgumentSpec {
  /** `<env>` is required, `[env...]` may be left out and repeated. */
  readonly name: string;
  readonly about: Text;
  /** What a shell offers here. @default nothing */
  readonly completes?: 'environments' | readonly string[];
}

export interface OptionSpec {
  /** `--out <dir>`, `--check`. */
  readonly flags: string;
  readonly about: Text;
  readonly choices?: readonly string[];
}

/** What stood on the command line. */
export interface Given {
  /** Every positional argument. */
  readonly names: readonly string[];
  /** Value of an option, or undefined. */
  readonly value: (option: string) => string | undefined;
  /** Values of an option that may be repeated (`--allow-destroy <address...>`). */
  readonly values: (option: string) => readonly string[];
  /** Whether an option was given, with a value or without. */
  readonly has: (option: string) => boolean;
}

/** Everything that the command line offers. */
export interface CommandTree {
  readonly commands: readonly CommandSpec[];
  /** What a group of commands is about. */
  readonly groups: Readonly<Record<string, Text>>;
  /** Options of every command. */
  readonly options: readonly OptionSpec[];
}
