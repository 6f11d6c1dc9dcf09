/** The few colours that words get on a terminal. */
const CODES = { red: [31, 39], green: [32, 39], yellow: [33, 39], bold: [1, 22], dim: [2, 22] } as const;

export function paint(colour: boolean, style: keyof typeof CODES, words: string): string {
  const [on, off] = CODES[style];
  return colour ? `\u001b[${on}m${words}\u001b[${off}m` : words;
}

/** Whether a stream gets colours: a terminal, unless NO_COLOR is set (https://no-color.org). */
export function wantsColour(terminal: boolean, surroundings: Readonly<Record<string, string | undefined>>): boolean {
  return terminal && (surroundings['NO_COLOR'] ?? '') === '' && surroundings['TERM'] !== 'dumb';
}
