import type { Language } from '../../model/text';
import { escaped } from '../../policies/report/markup';
import type { Diagram } from '../diagram/diagram';
import { svg } from '../diagram/svg';
import { textTwin } from '../diagram/text-twin';
import { page } from './page';

/** A cloud on one page: the picture, and the same in words. */
export function diagramPage(diagram: Diagram, language: Language): string {
  const title = `${diagram.name} (${diagram.environment})`;
  const body = [`<h1>${escaped(title)}</h1>`, picture(diagram, language, [])].join('\n');
  return page({ title, language, body });
}

/** A picture with its twin in words. */
export function picture(diagram: Diagram, language: Language, order: readonly string[]): string {
  const words = { en: 'The same in words', zh: '文字版' }[language];
  return [
    `<div class="picture">${svg(diagram, language, order)}</div>`,
    `<details><summary>${words}</summary>${textTwin(diagram, language)}</details>`,
  ].join('\n');
}
