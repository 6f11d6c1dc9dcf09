/**
 * Characters that change how others are shown, or are not shown: controls, directions (the reversing ones hide what a
 * line says), zero width, fillers, private use and tags. A reader sees their number instead.
 */
const UNSEEN = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

/** A foreign text on one line, with a number for each character that nobody would see. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (one) => `\\u{${(one.codePointAt(0) ?? 0).toString(16)}}`);
}
