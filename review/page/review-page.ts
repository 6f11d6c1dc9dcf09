import type { Language } from '../../model/text';
import { escaped } from '../../policies/report/markup';
import type { Change } from '../change';
import type { Diagram } from '../diagram/diagram';
import { laneMark, laneNames, lanes } from '../lane';
import type { Review } from '../review';
import { type ToldGroup, toldGroups, whereWords } from '../told-group';
import { picture } from './diagram-page';
import { page } from './page';

export interface ReviewPicture {
  readonly diagram: Diagram;
  /** Departments of the base, so that what was there stays where it was. */
  readonly order: readonly string[];
}

/** A review on one page: every group of every lane in full, and the clouds whose flows change as pictures. */
export function reviewPage(review: Review, pictures: readonly ReviewPicture[], language: Language): string {
  const { base, head, environments, notes } = review;
  const zh = language === 'zh';
  const groups = toldGroups(review);
  const title = zh ? '评审' : 'Review';
  const revision = (one: Review['base']) =>
    `${coded(one.name)}${one.commit === undefined ? '' : ` (${coded(one.commit.slice(0, 12))})`}`;
  const body = [
    `<h1>${title}</h1>`,
    `<p>${zh ? '基准' : 'Base'} ${revision(base)}; ${zh ? '变更' : 'head'} ${revision(head)}</p>`,
    list(notes.map((note) => escaped(note[language]))),
    `<details><summary>${zh ? '环境' : 'Environments'} (${environments.length})</summary>${list(
      environments.map(({ id, state, from, problems }) => {
        const told = problems.map(
          ({ code, at, message }) => `${coded(code)} ${coded(at)} ${escaped(message[language])}`,
        );
        return `${coded(id)} ${state}${from === undefined ? '' : ` ← ${coded(from)}`}${list(told)}`;
      }),
    )}</details>`,
    ...lanes.flatMap((lane) =>
      section(
        lane,
        groups.filter(({ change }) => change.lane === lane),
        language,
      ),
    ),
    ...pictures.map(
      ({ diagram, order }) => `<h2>${escaped(diagram.environment)}</h2>${picture(diagram, language, order)}`,
    ),
  ];
  return page({ title, language, body: body.join('\n') });
}

function section(lane: (typeof lanes)[number], groups: readonly ToldGroup[], language: Language): string[] {
  if (groups.length === 0) return [];
  const items = list(groups.map((one) => item(one, language)));
  const name = `${laneMark(lane)} ${laneNames[lane][language]} (${groups.length})`;
  const folded = lane > 5 ? `<details><summary>${groups.length}</summary>${items}</details>` : items;
  return [`<section class="lane-${lane}"><h2>${name}</h2>${folded}</section>`];
}

function item(told: ToldGroup, language: Language): string {
  const { change } = told;
  const where = whereWords(told, (id) => id)[language];
  const values =
    change.before === undefined && change.after === undefined
      ? ''
      : ` (${coded(change.before ?? '∅')} → ${coded(change.after ?? '∅')})`;
  const head = `${coded(change.subject)} ${escaped(change.what[language])}${values}${where === '' ? '' : ` · ${escaped(where)}`}`;
  return `${head}${list(details(change, language))}`;
}

function details(
  { opened, closed, doubted, place, touches, approvedBy, resources }: Change,
  language: Language,
): string[] {
  const zh = language === 'zh';
  const packet = (one: NonNullable<Change['opened']>) =>
    coded(`${one.witness.service} ${one.witness.source} → ${one.witness.destination}`);
  const touched = resources.map(({ stack, address, action, attributes }) => {
    const differing = attributes.map(
      ({ path, before, after }) => `${coded(path)}: ${coded(before ?? '∅')} → ${coded(after ?? '∅')}`,
    );
    return `${coded(`${stack} ${address}`)} ${action}${list(differing)}`;
  });
  return [
    ...(opened ? [`${zh ? '现可通过' : 'now passes'} ${packet(opened)}`] : []),
    ...(doubted ? [`${zh ? '可能通过' : 'perhaps passes'} ${packet(doubted)}`] : []),
    ...(closed ? [`${zh ? '不再通过' : 'no longer passes'} ${packet(closed)}`] : []),
    ...(place === undefined ? [] : [coded(place)]),
    ...(touches === undefined ? [] : [`${zh ? '涉及' : 'touches'} ${coded(touches)}`]),
    ...(approvedBy === undefined ? [] : [`${zh ? '依据' : 'approved by'} ${coded(approvedBy)}`]),
    ...(touched.length === 0
      ? []
      : [`<details><summary>${zh ? '资源' : 'resources'} (${touched.length})</summary>${list(touched)}</details>`]),
  ];
}

function coded(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((one) => `<li>${one}</li>`).join('\n')}</ul>`;
}
