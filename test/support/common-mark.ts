/** The part of commonmark.js that the tests use; the package has no types. */
interface MarkNode {
  readonly type: string;
  readonly literal: string | null;
  readonly level: number;
  walker(): { next(): { readonly entering: boolean; readonly node: MarkNode } | null };
}

const { Parser } = require('commonmark') as { Parser: new () => { parse(text: string): MarkNode } };

export interface MarkPiece {
  /** `heading`, `list`, `code`, as CommonMark names it. */
  readonly type: string;
  readonly text: string;
}

/** Every node of a text, read by the reference implementation of CommonMark. */
export function commonMark(text: string): MarkPiece[] {
  const walker = new Parser().parse(text).walker();
  const pieces: MarkPiece[] = [];
  for (let step = walker.next(); step; step = walker.next())
    if (step.entering) pieces.push({ type: step.node.type, text: step.node.literal ?? '' });
  return pieces;
}
