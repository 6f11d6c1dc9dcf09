import { createHash } from 'node:crypto';
import type { Language } from '../../model/text';
import { escaped } from '../../policies/report/markup';
import { diagramStyle } from '../diagram/svg';

export interface PageProps {
  readonly title: string;
  readonly language: Language;
  /** HTML of the page's body. Foreign texts in it are escaped already. */
  readonly body: string;
}

/**
 * One page with everything in it, to be opened from disk. Its policy lets nothing run or load but the one script and the
 * style written here, so that a name that slipped through an escape could still do nothing.
 */
export function page({ title, language, body }: PageProps): string {
  const styles = [...new Set([STYLE, diagramStyle])];
  const allowed = (texts: readonly string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  const policy = `default-src 'none'; style-src ${allowed(styles)}; script-src ${allowed([SCRIPT])}; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body><main>`,
    body,
    `</main><script>${SCRIPT}</script></body>`,
    '</html>',
    '',
  ].join('\n');
}

const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1a2330;--soft:#5b6776;--line:#d4dbe2;--box:#f4f7fa;--grave:#b3261e}
@media (prefers-color-scheme:dark){:root{--ground:#12171e;--ink:#e6ebf0;--soft:#a3afbc;--line:#303a45;--box:#1d252e;--grave:#ff8a80}}
@media print{:root{--ground:#fff;--ink:#000;--soft:#333;--line:#999;--box:#fff;--grave:#b3261e}details:not([open])>*{display:block}.picture{overflow:visible}.picture svg{min-width:0!important;max-height:265mm}section{break-inside:auto}h2,h3{break-after:avoid}}
@page{size:A3 landscape;margin:12mm}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,"Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{padding:1rem 1.5rem 3rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;border-bottom:1px solid var(--line);padding-bottom:.2rem;margin-top:2rem}
code{font:.92em ui-monospace,"Noto Sans Mono CJK SC",monospace;background:var(--box);padding:.05em .3em;border-radius:3px;overflow-wrap:anywhere}
li{margin:.25rem 0}li ul{color:var(--soft);font-size:.92em}
.lane-1 h2,.lane-2 h2{color:var(--grave)}
.picture{overflow:auto;border:1px solid var(--line);border-radius:6px}.picture svg{display:block;width:100%;min-width:1100px;height:auto}
table{border-collapse:collapse;font-size:.85rem}td,th{border:1px solid var(--line);padding:.2rem .5rem;text-align:left;vertical-align:top}
summary{cursor:pointer}
`;

/** Lights up what a box is joined to while it is looked at; without the script everything is still there to read. */
const SCRIPT = `
for(const svg of document.querySelectorAll('svg.diagram')){
const links=[...svg.querySelectorAll('.link')];
const light=(key)=>{svg.classList.toggle('some',key!==undefined);for(const link of links)link.classList.toggle('lit',key!==undefined&&(link.dataset.from===key||link.dataset.to===key))};
for(const node of svg.querySelectorAll('.node')){
node.addEventListener('focus',()=>light(node.dataset.key));node.addEventListener('blur',()=>light());
node.addEventListener('mouseenter',()=>light(node.dataset.key));node.addEventListener('mouseleave',()=>light());
}}
`;
