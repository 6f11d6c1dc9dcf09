/**
 * Characters that change how others are shown, or are not shown: controls, directions (the reversing ones hide what a
 * line says), zero width, fillers, private use and tags. A reader sees their number instead.
 */
const UNSEEN = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** A foreign text on one line, with a number for each character that nobody would see. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}

/**
 * A foreign text as Markdown: a code span, in which nothing is markup, a link, a mention or an emoji. Names, places and
 * values come from files that anybody may have written.
 */
export function code(text: string): string {
  const plain = visible(text);
  if (plain.trim() === '') return `\`"${plain}"\``;
  const longest = Math.max(0, ...Array.from(plain.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || /^ .* $/.test(plain) ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** A foreign text no longer than `most` characters. */
export function shortCode(text: string, most = 120): string {
  const plain = Array.from(text);
  return code(plain.length <= most ? text : `${plain.slice(0, most - 1).join('')}…`);
}
