import { addCounts, type ChangeCounts } from '../../engines/plan-summary';
import type { Language, Text } from '../../model/text';
import { table } from '../table';

const ACTIONS: Readonly<Record<keyof ChangeCounts, Text>> = {
  add: { en: 'add', zh: '新增' },
  change: { en: 'change', zh: '修改' },
  replace: { en: 'replace', zh: '替换' },
  destroy: { en: 'destroy', zh: '销毁' },
};

const actions = Object.keys(ACTIONS) as (keyof ChangeCounts)[];

/** `61 to add, 2 to change`, or that there is nothing to do. */
export function changeWords(counts: ChangeCounts): Text {
  const some = actions.filter((action) => counts[action] > 0);
  if (some.length === 0) return { en: 'no changes', zh: '无变更' };
  return {
    en: some.map((action) => `${counts[action]} to ${ACTIONS[action].en}`).join(', '),
    zh: some.map((action) => `${ACTIONS[action].zh} ${counts[action]}`).join('，'),
  };
}

/** What would be done, for each stack and in total. */
export function planTable(
  plans: readonly { readonly name: string; readonly counts: ChangeCounts }[],
  language: Language,
): string[] {
  const numbers = (counts: ChangeCounts): string[] => actions.map((action) => `${counts[action]}`);
  return table({
    rows: [
      [{ en: 'stack', zh: '堆栈' }[language], ...actions.map((action) => ACTIONS[action][language])],
      ...plans.map(({ name, counts }) => [name, ...numbers(counts)]),
      [{ en: 'total', zh: '合计' }[language], ...numbers(addCounts(plans.map(({ counts }) => counts)))],
    ],
    right: [1, 2, 3, 4],
  });
}
