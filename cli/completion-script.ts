import type { CommandSpec, CommandTree, OptionSpec } from './command-spec';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/** A script that completes commands, options and ids of environments in a shell. */
export function completionScript(shell: Shell, tree: CommandTree): string {
  return { bash, zsh, fish }[shell](tree);
}

/** What a shell asks for the ids of environments. */
const IDS = "egov list -q 2>/dev/null | cut -d' ' -f1";

const note = (shell: Shell): string => `# Completion of egov for ${shell}; printed by \`egov completion ${shell}\`.`;

function bash(tree: CommandTree): string {
  const known = [
    ...Object.keys(tree.groups).map((group) => ` ${group}`),
    ...tree.commands.map(({ name }) => bashPath(name)),
  ];
  const cases = [
    ['""', words([...topWords(tree), ...flagsOf(tree.options)])],
    ...Object.keys(tree.groups).map((group) => [group, words(inGroup(tree, group))]),
    ...tree.commands.map((spec) => [
      `"${spec.name}"`,
      words([...flagsOf([...(spec.options ?? []), ...tree.options]), ...values(spec)]),
    ]),
  ];
  return [
    note('bash'),
    '_egov() {',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: braces of the shell
    '  local current="${COMP_WORDS[COMP_CWORD]}" command="" offers="" word',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: braces of the shell
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
    '    case "$command $word" in',
    `      ${known.map((path) => `"${path}"`).join('|')}) command="\${command:+$command }$word" ;;`,
    '    esac',
    '  done',
    '  case "$command" in',
    ...cases.map(([pattern, offers]) => `    ${pattern}) offers=${offers} ;;`),
    '  esac',
    '  COMPREPLY=($(compgen -W "$offers" -- "$current"))',
    '}',
    'complete -F _egov egov',
  ].join('\n');
}

/** zsh understands a function of bash. */
function zsh(tree: CommandTree): string {
  const [, ...lines] = bash(tree).split('\n');
  return ['#compdef egov', note('zsh'), 'autoload -U +X bashcompinit && bashcompinit', ...lines].join('\n');
}

function fish(tree: CommandTree): string {
  const offer = (condition: string, rest: string): string => `complete -c egov -n ${quoted(condition)} ${rest}`;
  const flag = ({ flags, about }: OptionSpec): string => `-l ${longOf(flags)} -d ${quoted(about.en)}`;
  const groups = Object.entries(tree.groups);
  return [
    note('fish'),
    'complete -c egov -f',
    ...tree.options.map((option) => `complete -c egov ${flag(option)}`),
    ...tree.commands
      .filter(({ name }) => !name.includes(' '))
      .map(({ name, about }) => offer('__fish_use_subcommand', `-a ${name} -d ${quoted(about.en)}`)),
    ...groups.map(([name, about]) => offer('__fish_use_subcommand', `-a ${name} -d ${quoted(about.en)}`)),
    ...groups.map(([name]) =>
      offer(`__fish_seen_subcommand_from ${name}`, `-a ${quoted(inGroup(tree, name).join(' '))}`),
    ),
    ...tree.commands.flatMap((spec) => {
      const seen = `__fish_seen_subcommand_from ${spec.name.split(' ').at(-1)}`;
      const values = fishValues(spec);
      return [
        ...(spec.options ?? []).map((option) => offer(seen, flag(option))),
        ...(values === undefined ? [] : [offer(seen, `-a ${quoted(values)}`)]),
      ];
    }),
  ].join('\n');
}

/** How the script writes a command behind the words before it: ` validate`, `engines list`. */
function bashPath(name: string): string {
  return name.includes(' ') ? name : ` ${name}`;
}

function topWords({ commands, groups }: CommandTree): string[] {
  return [...commands.map(({ name }) => name).filter((name) => !name.includes(' ')), ...Object.keys(groups)];
}

function inGroup({ commands }: CommandTree, group: string): string[] {
  return commands.flatMap(({ name }) => (name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : []));
}

function longOf(flags: string): string {
  return /--([a-z-]+)/.exec(flags)?.[1] ?? '';
}

function flagsOf(options: readonly OptionSpec[]): string[] {
  return options.map(({ flags }) => `--${longOf(flags)}`);
}

function values({ arguments: [argument] = [] }: CommandSpec): readonly string[] {
  const { completes } = argument ?? {};
  return completes === 'environments' ? [`$(${IDS})`] : (completes ?? []);
}

function fishValues({ arguments: [argument] = [] }: CommandSpec): string | undefined {
  const { completes } = argument ?? {};
  return completes === 'environments' ? `(${IDS})` : completes?.join(' ');
}

function words(offers: readonly string[]): string {
  return `"${offers.join(' ')}"`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
