import { commandList, globalOptions } from '../../cli/command-list';
import type { CommandSpec } from '../../cli/command-spec';
import { ExitCode } from '../../cli/exit-code';

/** What each exit code says to a script. */
const EXIT_CODES: Readonly<Record<keyof typeof ExitCode, string>> = {
  ok: 'done',
  internal: 'a defect of egov itself; it says what to send',
  changes: 'there are changes; only with `--detailed-exitcode`',
  invalidEnvironment: 'the description of a cloud has a problem',
  violated: 'a policy or the proof is violated, or something protected would be touched',
  engine: 'an engine, a cloud or the machine is missing something or failed',
  interrupted: 'interrupted; the same command goes on',
  usage: 'the command line cannot be understood',
};

/** docs/reference/commands.md, from the list of commands. */
export function commandsPage(): string {
  return [
    '<!-- Generated from cli/command-list.ts by tools/reference.ts; do not edit. -->',
    '# Commands',
    '',
    'Results go to standard output, talk and problems to standard error. Colours appear on a terminal only, and never with',
    '`NO_COLOR`.',
    '',
    '## Options of every command',
    '',
    ...rows(
      ['option', 'says', '中文'],
      globalOptions.map(({ flags, about }) => [code(flags), about.en, about.zh]),
    ),
    '',
    '## Exit codes',
    '',
    ...rows(
      ['code', 'means'],
      Object.entries(EXIT_CODES).map(([name, means]) => [`${ExitCode[name as keyof typeof ExitCode]}`, means]),
    ),
    ...commandList.flatMap(section),
    '',
  ].join('\n');
}

function section({ name, about, arguments: given = [], options = [] }: CommandSpec): string[] {
  const call = ['egov', name, ...(options.length > 0 ? ['[options]'] : []), ...given.map((one) => one.name)].join(' ');
  const taken = [
    ...given.map((one) => [code(one.name), one.about.en, one.about.zh]),
    ...options.map((one) => [code(one.flags), one.about.en, one.about.zh]),
  ];
  return [
    '',
    `## \`${call}\``,
    '',
    `${sentence(about.en)} ${about.zh}。`,
    ...(taken.length === 0 ? [] : ['', ...rows(['takes', 'says', '中文'], taken)]),
  ];
}

export function rows(head: readonly string[], body: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...body.map(line)];
}

function code(words: string): string {
  return `\`${words}\``;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
