import type { Language } from '../../model/text';
import { type Lane, laneMark, laneNames, lanes, wholeLanes } from '../lane';
import type { Review } from '../review';
import { type ToldGroup, toldGroups } from '../told-group';
import { headLines, problemLines } from './head-lines';
import { type Detail, foldedItem, fullItem, lineItem, sharedItem } from './item-lines';

/** The longest comment that a forge takes, with some room: GitHub 65,536, others half of that. */
export const commentLimits = { github: 60_000, gitlab: 60_000, gitee: 30_000 } as const;

export interface MarkdownProps {
  readonly language: Language;
  /** Characters of one comment. */
  readonly limit: number;
}

/**
 * A review as comments of a pull request, each at most `limit` characters long. Usually it is one: lanes are told in
 * full, then shortened from the last one up. The first two name each of their items whatever happens; where these alone
 * are too long for one comment, further ones carry on.
 */
export function markdown(review: Review, { language, limit }: MarkdownProps): string[] {
  const groups = toldGroups(review);
  const sections = lanes.map(
    (lane) =>
      new Section(
        lane,
        groups.filter(({ change }) => change.lane === lane),
        language,
      ),
  );
  const head = [...headLines(review, language), ...problemLines(review, language, Math.floor(limit / 8))];
  const length = () => joined(head, sections).length;
  // Longer than a third of the limit nobody reads what is ordinary; the rest is kept for what is not.
  for (const size of [Math.floor(limit / 3), limit])
    for (const detail of ['line', 'folded', 'counted'] as const)
      for (const section of [...sections].reverse()) {
        if (length() <= size) break;
        if (!wholeLanes.includes(section.lane)) section.detail = detail;
        else if (size === limit && detail !== 'counted') section.detail = detail;
      }
  const whole = joined(head, sections);
  return whole.length <= limit ? [whole] : split(head, sections, limit, language);
}

class Section {
  detail: Detail = 'full';
  private readonly texts = new Map<Detail, readonly string[]>();

  constructor(
    readonly lane: Lane,
    private readonly groups: readonly ToldGroup[],
    private readonly language: Language,
  ) {}

  get empty(): boolean {
    return this.groups.length === 0;
  }

  get title(): string {
    const changes = this.groups.reduce((sum, { environments }) => sum + environments.length, 0);
    const counted = changes === this.groups.length ? `${changes}` : `${this.groups.length}, ${changes}`;
    const count = { en: `(${counted}${changes === this.groups.length ? '' : ' in all'})`, zh: `（${counted}）` };
    return `## ${laneMark(this.lane)} ${laneNames[this.lane][this.language]} ${count[this.language]}`;
  }

  get items(): readonly string[] {
    const known = this.texts.get(this.detail) ?? this.told();
    this.texts.set(this.detail, known);
    return known;
  }

  private told(): readonly string[] {
    const { groups, language } = this;
    if (this.detail === 'full') return groups.map((one) => fullItem(one, language));
    if (this.detail === 'line') return groups.map((one) => lineItem(one, language));
    const alike = this.alike();
    if (wholeLanes.includes(this.lane)) return alike.map((all) => sharedItem(all, language));
    if (this.detail === 'folded') return alike.map((all) => foldedItem(all, language, 4));
    const kinds = new Map<string, number>();
    for (const { change } of groups) kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
    const named = [...kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ');
    return [
      { en: `- ${named}: all of them in the JSON and on the page`, zh: `- ${named}：详见 JSON 与页面` }[language],
    ];
  }

  /** Groups that say the same of other subjects of the same environments. */
  private alike(): readonly (readonly ToldGroup[])[] {
    const together = new Map<string, ToldGroup[]>();
    for (const one of this.groups) {
      const { kind, what } = one.change;
      const where = wholeLanes.includes(this.lane) ? one.environments.join(' ') : '';
      const key = `${kind}\t${what.en}\t${where}`;
      const known = together.get(key) ?? [];
      known.push(one);
      together.set(key, known);
    }
    return [...together.values()];
  }
}

function joined(head: readonly string[], sections: readonly Section[]): string {
  const told = sections.filter((section) => !section.empty);
  return `${[head.join('\n'), ...told.map(({ title, items }) => `${title}\n\n${items.join('\n')}`)].join('\n\n')}\n`;
}

/** The lanes that are never cut, over as many comments as it takes; the others are in the first. */
function split(head: readonly string[], sections: readonly Section[], limit: number, language: Language): string[] {
  const [whole, cut] = [
    sections.filter((one) => wholeLanes.includes(one.lane)),
    sections.filter((one) => !wholeLanes.includes(one.lane)),
  ];
  const notes = {
    en: 'The first two lanes are too long for one comment; further comments carry on.',
    zh: '前两类内容超出单条评论长度，后续评论继续。',
  };
  const parts: string[] = [joined([...head, '', notes[language]], cut)];
  const add = (piece: string, again: string) => {
    const last = parts.at(-1) as string;
    if (last.length + piece.length + 1 <= limit) parts[parts.length - 1] = `${last}${piece}\n`;
    else parts.push(`${again}\n\n${piece}\n`);
  };
  for (const section of whole.filter((one) => !one.empty)) {
    add(`\n${section.title}\n`, '');
    for (const item of section.items)
      for (const piece of pieces(item, limit - section.title.length - 4)) add(piece, section.title);
  }
  return parts.map((part) => part.replace(/^\n+/, ''));
}

/** A list of subjects that is longer than a comment, as several; a cut is only made between two of them. */
function pieces(item: string, most: number): string[] {
  if (item.length <= most) return [item];
  const found: string[] = [];
  let line = '';
  for (const part of item.split(/(?<=`), (?=`)/)) {
    if (line !== '' && line.length + part.length + 2 > most) {
      found.push(line);
      line = `- ${part}`;
    } else line = line === '' ? part : `${line}, ${part}`;
  }
  return [...found, line];
}
