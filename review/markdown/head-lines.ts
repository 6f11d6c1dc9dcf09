import { counted } from '../../model/counted';
import type { Language, Text } from '../../model/text';
import { laneMark, laneNames, lanes } from '../lane';
import type { EnvironmentOutcome, EnvironmentState, Review, ReviewedRevision } from '../review';
import { code, shortCode } from './code-span';

/** What was compared with what, which environments, and how much there is. */
export function headLines(review: Review, language: Language): string[] {
  const { base, head, environments, changes, notes } = review;
  const zh = language === 'zh';
  const states = Object.entries(stateNames).flatMap(([state, words]) => {
    const some = environments.filter((one) => one.state === state);
    return some.length === 0 ? [] : [`${some.length} ${words[language]}: ${named(some, language)}`];
  });
  const counts = lanes.flatMap((lane) => {
    const count = changes.filter((one) => one.lane === lane).length;
    return count === 0 ? [] : [`${laneMark(lane)} ${laneNames[lane][language]} ${count}`];
  });
  return [
    `# ${zh ? '评审' : 'Review'}`,
    '',
    `${zh ? '基准' : 'Base'} ${revisionWords(base, language)}; ${zh ? '变更' : 'head'} ${revisionWords(head, language)}`,
    '',
    ...states.map((line) => `- ${line}`),
    ...notes.map((note) => `- ${note[language]}`),
    '',
    counts.length === 0 ? nothing(environments)[language] : counts.join(' · '),
  ];
}

/** Of what cannot be read nobody can say that it stays the same. */
function nothing(environments: readonly EnvironmentOutcome[]): Text {
  return environments.some(({ state }) => state === 'unreadable' || state === 'head-only')
    ? { en: 'No change is known: not everything could be compared.', zh: '未发现变更，但并非全部都能对比。' }
    : { en: 'Nothing changes.', zh: '没有变更。' };
}

/** What became of an environment. */
export const stateNames: Readonly<Record<EnvironmentState, Text>> = {
  changed: { en: 'changed', zh: '有变更' },
  added: { en: 'new', zh: '新建' },
  deleted: { en: 'deleted', zh: '删除' },
  renamed: { en: 'renamed', zh: '改名' },
  'head-only': {
    en: 'without a readable base, so that the head is judged by itself',
    zh: '基准无法读取，仅评审变更后',
  },
  unreadable: { en: 'invalid', zh: '无效' },
  same: { en: 'with other files that make the same cloud', zh: '文件有改动但云不变' },
  untouched: { en: 'untouched', zh: '未涉及' },
};

const NAMED = 12;

function named(all: readonly EnvironmentOutcome[], language: Language): string {
  const names = all
    .slice(0, NAMED)
    .map(({ id, from }) => (from === undefined ? code(id) : `${code(from)} → ${code(id)}`));
  const more = all.length - names.length;
  const rest = { en: ` and ${more} more`, zh: ` 等 ${all.length} 个` }[language];
  return `${names.join(', ')}${more > 0 ? rest : ''}`;
}

function revisionWords({ name, commit, uncommitted = [] }: ReviewedRevision, language: Language): string {
  const at = commit === undefined || commit === name ? '' : ` (${code(commit.slice(0, 12))})`;
  const dirty = {
    en: ` with ${counted(uncommitted.length, 'uncommitted file')}`,
    zh: `，含 ${uncommitted.length} 个未提交文件`,
  }[language];
  return `${shortCode(name)}${at}${uncommitted.length > 0 ? dirty : ''}`;
}

/** Why environments cannot be read, up to `most` characters. */
export function problemLines({ environments }: Review, language: Language, most: number): string[] {
  const all = environments.flatMap(({ id, problems }) =>
    problems.map(
      ({ code: kind, at, message }) => `- ${code(id)} ${code(kind)} ${code(at)}: ${shortCode(message[language], 200)}`,
    ),
  );
  if (all.length === 0) return [];
  let [length, shown] = [0, 0];
  for (const line of all) {
    length += line.length + 1;
    if (length > most) break;
    shown += 1;
  }
  const more = all.length - shown;
  const rest = { en: `- and ${counted(more, 'more problem')}`, zh: `- 另有 ${more} 个问题` }[language];
  return ['', ...all.slice(0, shown), ...(more > 0 ? [rest] : [])];
}
