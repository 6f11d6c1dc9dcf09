import type { Language } from '../../model/text';
import { escaped } from './markup';

/** Colours are those of print, too: a status is always said in words beside them. */
const STYLE = `
:root { color-scheme: light; font: 14px/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1b1f24; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid #999; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border: 1px solid #bbb; padding: .25rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #eee; } .part { white-space: nowrap; } code { font-size: .9em; overflow-wrap: anywhere; }
.fail, .error { color: #a40000; font-weight: 600; } .warn, .evidence-missing { color: #7a4b00; font-weight: 600; }
.pass { color: #1a5e20; } .waived, .manual { color: #333; font-style: italic; } .not-applicable { color: #666; }
@media screen and (max-width: 48rem) { table { display: block; overflow-x: auto; } }
@page { size: A4; margin: 15mm; }
@media print {
  body { margin: 0; max-width: none; font-size: 9pt; } a { color: inherit; text-decoration: none; }
  thead { display: table-header-group; } tr { break-inside: avoid; } h2 { break-after: avoid; }
  th { background: #eee !important; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}`;

/** One page that stands alone: no script, nothing fetched. `body` is markup. */
export function page(title: string, body: readonly string[], language: Language): string {
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A table of markup cells; heads are text. */
export function markupTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = `<thead><tr>${heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead>`;
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table>${head}<tbody>\n${body.join('\n')}\n</tbody></table>`;
}
