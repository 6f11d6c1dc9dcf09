import { Command, type CommanderError, Option } from 'commander';
import type { Language } from '../model/text';
import { commandGroups, commandList, globalOptions } from './command-list';
import type { CommandSpec, Given, OptionSpec } from './command-spec';
import type { Output } from './output';
import { usageProblem } from './usage-problem';

export interface ProgramProps {
  readonly language: Language;
  readonly version: string;
  readonly output: Output;
  /** Called with the command that was asked for. */
  readonly onCommand: (spec: CommandSpec, given: Given) => void;
}

const WORDS = {
  about: { en: 'Infrastructure as code for government clouds', zh: '政务云基础设施即代码' },
  help: { en: 'say how it is called', zh: '显示帮助' },
  version: { en: 'print the version', zh: '显示版本' },
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '全局选项：',
    'Commands:': '命令：',
  } as Readonly<Record<string, string>>,
};

/** The command line as Commander's tree. Parsing rejects with a UsageError; nothing of it ends the process. */
export function createProgram(props: ProgramProps): Command {
  const { language, version } = props;
  const program = dress(new Command('egov'), props)
    .description(WORDS.about[language])
    .version(version, '-V, --version', WORDS.version[language]);
  for (const option of globalOptions) program.addOption(optionOf(option, language));
  for (const spec of commandList) addCommand(program, spec, props);
  return program;
}

function addCommand(program: Command, spec: CommandSpec, props: ProgramProps): void {
  const words = spec.name.split(' ');
  const [group, name = ''] = words.length > 1 ? words : [undefined, ...words];
  const parent = group === undefined ? program : groupOf(program, group, props);
  const command = dress(parent.command(name), props).description(spec.about[props.language]);
  for (const { name: argument, about } of spec.arguments ?? []) command.argument(argument, about[props.language]);
  for (const option of spec.options ?? []) command.addOption(optionOf(option, props.language));
  command.action(() => {
    const values = command.opts() as Record<string, unknown>;
    props.onCommand(spec, {
      names: command.args,
      value: (option) => values[option] as string | undefined,
      values: (option) => (values[option] as readonly string[] | undefined) ?? [],
      has: (option) => values[option] !== undefined && values[option] !== false,
    });
  });
}

function groupOf(program: Command, name: string, props: ProgramProps): Command {
  const known = program.commands.find((command) => command.name() === name);
  return known ?? dress(program.command(name), props).description(commandGroups[name]?.[props.language] ?? '');
}

function dress(command: Command, { language, output }: ProgramProps): Command {
  return command
    .helpOption('-h, --help', WORDS.help[language])
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureHelp({
      showGlobalOptions: true,
      // The words name the choices already.
      optionDescription: ({ description }) => description,
      styleTitle: (title) => (language === 'zh' ? (WORDS.titles[title] ?? title) : title),
    })
    .configureOutput({
      writeOut: (words) => output.data(words.trimEnd()),
      writeErr: (words) => output.notice(words.trimEnd()),
      // Said by whoever catches the error.
      outputError: () => {},
    })
    .exitOverride((error: CommanderError) => {
      throw usageProblem(error, command);
    });
}

function optionOf({ flags, about, choices }: OptionSpec, language: Language): Option {
  const option = new Option(flags, about[language]);
  return choices === undefined ? option : option.choices([...choices]);
}
