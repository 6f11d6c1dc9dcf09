import { readFileSync } from 'node:fs';

/** The pages of the guide that a reader follows step by step, in the order in which they are read. */
export const guidePages = [
  'getting-started',
  'add-a-department',
  'open-a-flow',
  'new-county',
  'second-site',
  'reviewing',
  'adopting',
  'upgrading',
] as const;

/** What a page lets the reader do: write a file, or run a command. */
export type GuideStep = WrittenFile | GuideCommand;

export interface WrittenFile {
  readonly file: string;
  readonly text: string;
}

export interface GuideCommand {
  readonly line: string;
  /** The exit code that the page tells. @default 0 */
  readonly code: number;
  /** What the page shows of the output; `…` stands for what it leaves out, as a line or within one. */
  readonly shown: readonly string[];
  /** What its block needs besides egov; a block is run whole or not at all. */
  readonly needs?: GuideNeed;
}

export type GuideNeed = 'engines' | 'sandbox';

/**
 * The steps of a page, in its order: a ```yaml block whose first line is `# some/file.yaml` is written there, each `$ `
 * line of a ```console block is run. `$ echo $?` tells the code of the command before it.
 */
export function stepsOf(text: string): GuideStep[] {
  return [...text.matchAll(/^```(console|yaml)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, block = '']): GuideStep[] => {
    if (kind === 'console') return commandsOf(block);
    const file = /^# (\S+\.yaml)\n/.exec(block)?.[1];
    return file === undefined ? [] : [{ file, text: block.slice(block.indexOf('\n') + 1) }];
  });
}

function commandsOf(block: string): GuideCommand[] {
  const commands: GuideCommand[] = [];
  for (const part of block.split(/^\$ /m).slice(1)) {
    const [line = '', ...shown] = part.trimEnd().split('\n');
    const before = commands.at(-1);
    if (line === 'echo $?' && before !== undefined)
      commands[commands.length - 1] = { ...before, code: Number(shown[0]) };
    else commands.push({ line: line.replace(/\s+#.*$/, ''), code: 0, shown });
  }
  const needs = needOf(commands.map(({ line }) => line));
  return needs === undefined ? commands : commands.map((one) => ({ ...one, needs }));
}

function needOf(lines: readonly string[]): GuideNeed | undefined {
  if (lines.some((line) => /--cloud\b|^(npx )?egov (apply|destroy|drift|sandbox)\b/.test(line))) return 'sandbox';
  return lines.some((line) => /^(npx )?egov (fleet )?plan\b|--plan$/.test(line)) ? 'engines' : undefined;
}

/** The steps of an English page; the Chinese one has the same. */
export function stepsOfPage(page: string): GuideStep[] {
  return stepsOf(readFileSync(`docs/guide/${page}.md`, 'utf8'));
}

/** A pattern of what a page shows: time differs from machine to machine, and `…` stands for anything. */
export function patternOf(shown: readonly string[]): RegExp {
  const lines = shown.map((line) =>
    line === '…' ? '(?:.*\\n)*' : `${timeless(line).split('…').map(escaped).join('.*')}\\n`,
  );
  return new RegExp(`^${lines.join('')}$`);
}

/** Output as it is compared. */
export function timeless(text: string): string {
  return text.replace(/\d+(\.\d+)? s\b/g, 'N s');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
