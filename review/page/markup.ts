import { visible } from '../markdown/code-span';

/** A foreign text in HTML or SVG, as text or as the value of a quoted attribute. */
export function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
