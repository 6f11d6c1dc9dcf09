import { visible } from '../../model/visible';

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
