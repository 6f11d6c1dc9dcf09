import { visible } from '../../model/visible';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A foreign text as HTML, SVG and XML take it, in elements and quoted attributes. Lines stay lines; whatever else nobody
 * would see, or XML 1.0 has not, is shown as its number.
 */
export function escaped(text: string): string {
  return shown(text).replace(/[&<>"']/g, (one) => ENTITIES[one] as string);
}

/** Text as one cell of a Markdown table. */
export function markdownCell(text: string): string {
  return shown(text)
    .replace(/[\\|`*_<>[\]]/g, (one) => `\\${one}`)
    .replace(/\s+/g, ' ');
}

function shown(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
