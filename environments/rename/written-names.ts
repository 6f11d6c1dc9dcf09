import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Path } from '../written';

/** A text in a YAML file, as a key or as a value, with where it stands. */
export interface WrittenName {
  /** Keys and indexes from the top; the last one is itself for a key. */
  readonly path: Path;
  readonly isKey: boolean;
  /** Whether the text stands elsewhere in the file and is only referred to here. */
  readonly isAlias: boolean;
  readonly text: string;
  /** Offsets of first character and end, quotes included. */
  readonly from: number;
  readonly to: number;
}

/** Every text of a file that can be read, in the order in which it is written. */
export function writtenNames(content: string): WrittenName[] {
  const document = parseDocument(content, { version: '1.2', logLevel: 'silent' });
  const found: WrittenName[] = [];
  const add = (node: unknown, path: Path, isKey: boolean): void => {
    const target = isAlias(node) ? node.resolve(document) : node;
    const range = (node as Node | null)?.range;
    if (!isScalar(target) || typeof target.value !== 'string' || range == null) return;
    found.push({ path, isKey, isAlias: isAlias(node), text: target.value, from: range[0], to: range[1] });
  };
  const walk = (node: unknown, path: Path): void => {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const own = [...path, isScalar(key) ? String(key.value) : ''];
        add(key, own, true);
        walk(value, own);
      }
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    else add(node, path, false);
  };
  walk(document.contents, []);
  return found;
}

/** A piece of text that takes the place of another. */
export interface TextEdit {
  readonly name: WrittenName;
  readonly text: string;
}

/** The file with other texts in their places; comments, quotes and everything else stay. */
export function edited(content: string, edits: readonly TextEdit[]): string {
  let result = content;
  for (const { name, text } of [...edits].sort((a, b) => b.name.from - a.name.from)) {
    const raw = content.slice(name.from, name.to);
    const written = raw.includes(name.text) ? raw.replace(name.text, () => text) : JSON.stringify(text);
    result = result.slice(0, name.from) + written + result.slice(name.to);
  }
  return result;
}
