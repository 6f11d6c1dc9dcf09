import type { Text } from '../model/text';
import type { Change } from './change';
import { type ChangeGroup, changeOf, group } from './group';
import { type Review, reviewed } from './review';

/** A group with what a reader is told of it. */
export interface ToldGroup {
  /** The change of the first environment, for all of them. */
  readonly change: Change;
  readonly environments: readonly string[];
  /** Environments in which the same subject changes otherwise. */
  readonly differing: readonly string[];
  readonly of: number;
}

/** The groups of a review, as they are told. */
export function toldGroups(review: Review): ToldGroup[] {
  const facts = new Map(review.environments.flatMap(({ id, facts }) => (facts ? [[id, facts] as const] : [])));
  const groups = group(review.changes, facts);
  const firsts = groups.map((one) => changeOf(one, one.members[0] as ChangeGroup['members'][number]));
  const about = (change: Change) => [change.lane, change.kind, change.subject].join('\t');
  const bySubject = new Map<string, Set<string>>();
  for (const [index, first] of firsts.entries()) {
    const known = bySubject.get(about(first)) ?? new Set();
    for (const { environment } of groups[index]?.members ?? []) known.add(environment);
    bySubject.set(about(first), known);
  }
  const of = reviewed(review).length;
  return groups.map(({ members }, index) => {
    const change = firsts[index] as Change;
    const environments = [...new Set(members.map(({ environment }) => environment))];
    const here = new Set(environments);
    const differing = [...(bySubject.get(about(change)) ?? [])].filter((one) => !here.has(one));
    return { change, environments, differing, of };
  });
}

/** `the same change in 27 of 30 environments; 3 differ`, or the one environment. */
export function whereWords({ environments, differing, of }: ToldGroup, name: (id: string) => string): Text {
  const [first = ''] = environments;
  if (of === 1) return { en: '', zh: '' };
  const some = (all: readonly string[]): Text => {
    const shown = all.slice(0, 5).map(name).join(', ');
    const more = all.length - Math.min(5, all.length);
    return {
      en: more > 0 ? `${shown} and ${more} more` : shown,
      zh: more > 0 ? `${shown} 等 ${all.length} 个` : shown,
    };
  };
  if (environments.length === 1 && differing.length === 0) return { en: `in ${name(first)}`, zh: `于 ${name(first)}` };
  const [here, others] = [some(environments), some(differing)];
  const rest =
    differing.length === 0
      ? { en: '', zh: '' }
      : { en: `; ${differing.length} differ: ${others.en}`, zh: `；${differing.length} 个不同：${others.zh}` };
  if (environments.length === of) return { en: `in all ${of} environments`, zh: `全部 ${of} 个环境` };
  return {
    en: `in ${environments.length} of ${of} environments (${here.en})${rest.en}`,
    zh: `${of} 个环境中的 ${environments.length} 个（${here.zh}）${rest.zh}`,
  };
}
