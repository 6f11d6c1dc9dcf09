import type { Language } from '../../model/text';
import type { Change } from '../change';
import { type ToldGroup, whereWords } from '../told-group';
import { code, shortCode } from './code-span';

/** How much of an item is told. */
export type Detail = 'full' | 'line' | 'folded' | 'counted';

/** An item in full: what, where, why, by which packet and on which resources. */
export function fullItem(told: ToldGroup, language: Language): string {
  const { change } = told;
  const about = detailsOf(change, language).map((line) => `  - ${line}`);
  return [lineItem(told, language), ...about].join('\n');
}

/** An item on one line: its subject, what becomes of it, and in which environments. */
export function lineItem(told: ToldGroup, language: Language): string {
  const { change } = told;
  const where = whereWords(told, code)[language];
  const values = change.before === undefined && change.after === undefined ? '' : ` ${fromTo(change, language)}`;
  return `- ${code(change.subject)} ${words(change.what[language])}${values}${where === '' ? '' : ` · ${where}`}`;
}

/** Items that say the same of several subjects, as one: every subject is named. */
export function sharedItem(all: readonly ToldGroup[], language: Language): string {
  const [first] = all as [ToldGroup];
  if (all.length === 1) return lineItem(first, language);
  const where = whereWords(first, code)[language];
  const subjects = all.map(({ change }) => code(change.subject)).join(', ');
  return `- ${all.length} × ${words(first.change.what[language])}${where === '' ? '' : ` · ${where}`}: ${subjects}`;
}

/** The same with the first few subjects only, and how many there are. */
export function foldedItem(all: readonly ToldGroup[], language: Language, most: number): string {
  const [first] = all as [ToldGroup];
  if (all.length === 1) return lineItem(first, language);
  const subjects = all.slice(0, most).map(({ change }) => shortCode(change.subject, 60));
  const more = all.length - subjects.length;
  const rest = { en: ` and ${more} more`, zh: ` 等 ${all.length} 项` }[language];
  return `- ${all.length} × ${words(first.change.what[language])}: ${subjects.join(', ')}${more > 0 ? rest : ''}`;
}

/** Our own sentences carry foreign words too (purposes, messages of policies): none of it is markup. */
function words(text: string): string {
  return PLAIN.test(text) && !LINKING.test(text) ? text : code(text);
}

/** Letters and punctuation that no dialect of Markdown acts upon inside a line; `_` only within a word. */
const PLAIN = /^(?:[\p{Script=Han}A-Za-z0-9 ,:;()%./→，：；（）、。-]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))*$/u;
const LINKING = /\bwww\.|:\/\/|:[\w-]+:/i;

function fromTo({ before, after }: Change, language: Language): string {
  const none = { en: 'nothing', zh: '无' }[language];
  return `(${before === undefined ? none : shortCode(before)} → ${after === undefined ? none : shortCode(after)})`;
}

const RESOURCES = 6;

function detailsOf(change: Change, language: Language): string[] {
  const { opened, closed, doubted, place, touches, approvedBy, resources } = change;
  const zh = language === 'zh';
  const packet = (one: NonNullable<Change['opened']>) =>
    code(`${one.witness.service} ${one.witness.source} → ${one.witness.destination}`);
  const why = [
    ...(place === undefined ? [] : [code(place)]),
    ...(touches === undefined ? [] : [`${zh ? '涉及' : 'touches'} ${code(touches)}`]),
    ...(approvedBy === undefined ? [] : [`${zh ? '依据' : 'approved by'} ${code(approvedBy)}`]),
  ];
  const shown = resources.slice(0, RESOURCES).map(({ address, action }) => `${code(address)} (${action})`);
  const more = resources.length - shown.length;
  return [
    ...(opened ? [`${zh ? '报文' : 'packet'} ${packet(opened)}`] : []),
    ...(doubted ? [`${zh ? '可能通过的报文' : 'packet that perhaps passes'} ${packet(doubted)}`] : []),
    ...(closed ? [`${zh ? '不再通过的报文' : 'packet that no longer passes'} ${packet(closed)}`] : []),
    ...(why.length > 0 ? [why.join(' · ')] : []),
    ...(shown.length > 0
      ? [
          `${zh ? '资源' : 'resources'}: ${shown.join(', ')}${more > 0 ? (zh ? ` 等 ${resources.length} 个` : ` and ${more} more`) : ''}`,
        ]
      : []),
  ];
}
