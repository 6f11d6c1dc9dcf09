const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML and XML take it, in elements and attributes. Characters that XML 1.0 has not are left out. */
export function escaped(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (one) => ENTITIES[one] as string);
}

/** Text as one cell of a Markdown table. */
export function markdownCell(text: string): string {
  return withoutControls(text)
    .replace(/[\\|`*_<>[\]]/g, (one) => `\\${one}`)
    .replace(/\s+/g, ' ');
}

function withoutControls(text: string): string {
  return [...text].filter((one) => one >= ' ' || one === '\n' || one === '\t').join('');
}
