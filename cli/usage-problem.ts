import type { Command, CommanderError } from 'commander';
import { nearMiss } from '../environments/near-miss';
import { type Problem, ProblemsError } from '../model/problem';
import { USAGE_ARGUMENT, USAGE_COMMAND, USAGE_OPTION } from './usage-problems';

/** Help or the version was asked for and given: nothing is wrong. */
export class Answered extends Error {}

/** What Commander throws, as an error of ours. Its codes and quotes are its contract; the words around are not used. */
export function usageProblem(error: CommanderError, command: Command): Error {
  if (error.exitCode === 0) return new Answered(error.code);
  return new ProblemsError([problemOf(error, command)]);
}

function problemOf({ code, message }: CommanderError, command: Command): Problem {
  const called = nameOf(command);
  const at = { command: called };
  const quoted = Array.from(message.matchAll(/'([^']*)'/g), ([, words = '']) => words);
  const [first = ''] = quoted;
  switch (code) {
    case 'commander.unknownCommand':
      return USAGE_COMMAND.at(called, { ...at, name: first, near: nearMiss(first, subcommands(command)) });
    case 'commander.unknownOption': {
      const flag = first.split('=')[0] ?? first;
      return USAGE_OPTION.at(called, { ...at, flag, near: nearMiss(flag, optionsOf(command)) });
    }
    case 'commander.help':
      return USAGE_ARGUMENT.at(called, { ...at, what: { en: 'a command is missing', zh: '缺少命令' } });
    case 'commander.missingArgument':
      return USAGE_ARGUMENT.at(called, { ...at, what: { en: `<${first}> is missing`, zh: `缺少 <${first}>` } });
    case 'commander.optionMissingArgument':
      return USAGE_ARGUMENT.at(called, { ...at, what: { en: `${first} needs a value`, zh: `${first} 需要取值` } });
    case 'commander.excessArguments': {
      const extra = command.args.at(-1) ?? '';
      return USAGE_ARGUMENT.at(called, { ...at, what: { en: `${extra} is one too many`, zh: `多余的参数 ${extra}` } });
    }
    case 'commander.invalidArgument': {
      const given = quoted[1] ?? '';
      const what = { en: `${first} cannot be ${given}`, zh: `${first} 不能为 ${given}` };
      return USAGE_ARGUMENT.at(called, { ...at, what });
    }
    default:
      return USAGE_ARGUMENT.at(called, { ...at, what: { en: message, zh: message } });
  }
}

function nameOf(command: Command): string {
  return command.parent === null ? command.name() : `${nameOf(command.parent)} ${command.name()}`;
}

function subcommands(command: Command): string[] {
  return command.commands.map((one) => one.name());
}

function optionsOf(command: Command): string[] {
  const own = command.options.flatMap(({ long }) => long ?? []);
  return [...own, ...(command.parent === null ? ['--help', '--version'] : optionsOf(command.parent))];
}
