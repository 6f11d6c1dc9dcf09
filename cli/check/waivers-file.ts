import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { isSeq, parseDocument, stringify } from 'yaml';
import type { Waiver } from '../../policies/waivers/waiver';

/** A waiver of one finding in the words of `waivers.yaml`. */
export interface WrittenWaiver extends Omit<Waiver, 'at' | 'flows' | 'place'> {
  readonly at: string;
  readonly fingerprint: string;
  readonly flows?: { readonly from: string; readonly to: string; readonly ports: string };
}

/** One waiver as YAML, an item of the list. */
export function waiverText(waiver: WrittenWaiver): string {
  return stringify([waiver], { lineWidth: 0 });
}

/** Adds a waiver at the end of a file, or makes the file. Whatever is written already stays byte for byte. */
export function addWaiver(file: string, schema: string, waiver: WrittenWaiver): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# yaml-language-server: $schema=${schema}\n`;
  writeFileSync(file, withWaiver(before, waiver));
}

export function withWaiver(before: string, waiver: WrittenWaiver): string {
  const document = parseDocument(before);
  const list = document.contents;
  const open = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  if (list === null || (isSeq(list) && !list.flow)) return `${open}${waiverText(waiver)}`;
  // `[]` has no end to write behind: the list is opened, and comments stay.
  if (isSeq(list)) {
    list.flow = false;
    document.add(document.createNode(waiver));
  }
  return document.toString({ lineWidth: 0 });
}
