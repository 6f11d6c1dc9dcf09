import { nearMiss } from '../../environments/near-miss';
import { ProblemsError } from '../../model/problem';
import type { CommandTree } from '../command-spec';
import { completionScript, type Shell, shells } from '../completion-script';
import type { Context } from '../context';
import { ExitCode } from '../exit-code';
import { USAGE_NAME } from '../usage-problems';

export interface CompletionInputs {
  readonly shell: string;
  readonly tree: CommandTree;
}

/** Prints the script that a shell loads to complete commands, options and ids of environments. */
export async function completion({ shell, tree }: CompletionInputs, { output }: Context): Promise<ExitCode> {
  if (!isShell(shell)) {
    const what = { en: 'shell', zh: 'shell' };
    const values = { what, name: shell, near: nearMiss(shell, shells), known: shells };
    throw new ProblemsError([USAGE_NAME.at('egov completion', values)]);
  }
  output.data(completionScript(shell, tree));
  return ExitCode.ok;
}

function isShell(name: string): name is Shell {
  return shells.some((shell) => shell === name);
}
