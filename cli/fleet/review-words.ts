import { counted } from '../../model/counted';
import type { Language, Text } from '../../model/text';
import { laneMark, laneNames, lanes, wholeLanes } from '../../review/lane';
import { stateNames } from '../../review/markdown/head-lines';
import type { Review } from '../../review/review';
import { type ToldGroup, toldGroups, whereWords } from '../../review/told-group';
import { table } from '../table';
import type { ReviewRow } from './review-rows';

/** Lines of a lane that may be cut, on a terminal. */
const TOLD = 10;

/** Every change once, with the environments that have it; then the environments, those that are alike on one line. */
export function reviewLines(review: Review, rows: readonly ReviewRow[], language: Language): readonly string[] {
  const groups = toldGroups(review);
  const told = lanes.flatMap((lane) => {
    const here = groups.filter(({ change }) => change.lane === lane);
    if (here.length === 0) return [];
    const most = wholeLanes.includes(lane) ? here.length : TOLD;
    const more = here.length - most;
    const rest = { en: `  and ${more} more, all of them in the JSON`, zh: `  另有 ${more} 项，详见 JSON` }[language];
    return [
      `${laneMark(lane)} ${laneNames[lane][language]}`,
      ...here.slice(0, most).map((one) => `  ${itemLine(one, language)}`),
      ...(more > 0 ? [rest] : []),
      '',
    ];
  });
  return [...told, ...table({ rows: rows.map((row) => cells(row, language)) })];
}

/** The environments as a table of Markdown. */
export function reviewTable(rows: readonly ReviewRow[], language: Language): string {
  if (rows.length === 0) return '';
  const head = { en: '| environments | | changes | gravest |', zh: '| 环境 | | 变更 | 最严重 |' }[language];
  const lines = rows.map((row) => `| ${cells(row, language).map(escaped).join(' | ')} |`);
  return `\n${[head, '|---|---|---|---|', ...lines].join('\n')}\n`;
}

function itemLine(one: ToldGroup, language: Language): string {
  const where = whereWords(one, (id) => id)[language];
  const { subject, what } = one.change;
  return `${subject}: ${what[language]}${where === '' ? '' : ` · ${where}`}`;
}

function cells({ environments, state, lanes: counts, gravest, problems }: ReviewRow, language: Language): string[] {
  const [first = ''] = environments;
  const more = environments.length - 1;
  const names = { en: `${first} and ${more} more: the same`, zh: `${first} 等 ${more + 1} 个，变更相同` }[language];
  const numbers = lanes.flatMap((lane) => (counts[lane] ? [`${laneMark(lane)} ${counts[lane]}`] : []));
  const wrong = language === 'zh' ? `${problems} 个问题` : counted(problems, 'problem');
  return [
    more > 0 ? names : first,
    stateNames[state][language],
    problems > 0 ? wrong : numbers.join(' '),
    gravest ? `${laneMark(gravest.lane)} ${gravest.subject}: ${gravest.what[language]}` : '',
  ];
}

function escaped(cell: string): string {
  return cell.replace(/[\\|<>`*_[\]]/g, String.raw`\$&`);
}

export interface ReviewTotals {
  readonly review: Review;
  readonly left: number;
  /** How many were told from another that is alike. */
  readonly alike: number;
  readonly seconds: number;
}

/** `90 environments: 87 changed, 2 untouched, 1 invalid; 1392 changes, 16 of them different; 80 told from others that are alike; 12.3 s`. */
export function reviewSummary({ review, left, alike, seconds }: ReviewTotals): Text {
  const { environments, changes } = review;
  const said = (language: Language) =>
    (Object.keys(stateNames) as (keyof typeof stateNames)[]).flatMap((state) => {
      const count = environments.filter((one) => one.state === state).length;
      return count === 0 ? [] : [`${count} ${stateNames[state][language]}`];
    });
  const different = toldGroups(review).length;
  const more = `${alike > 0 ? `; ${alike} told from others that are alike` : ''}${left > 0 ? `; ${left} left` : ''}`;
  const rest = `${alike > 0 ? `；其中 ${alike} 个由同类环境得出` : ''}${left > 0 ? `；剩余 ${left} 个` : ''}`;
  return {
    en: `${counted(environments.length, 'environment')}: ${said('en').join(', ')}; ${counted(changes.length, 'change')}, ${different} of them different${more}; ${seconds.toFixed(1)} s`,
    zh: `${environments.length} 个环境：${said('zh').join('、')}；${changes.length} 项变更，其中 ${different} 项不同${rest}；用时 ${seconds.toFixed(1)} 秒`,
  };
}
