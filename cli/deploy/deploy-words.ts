import type { AppliedStack } from '../../deployment/apply-deployment';
import type { PlannedStack } from '../../deployment/plan-deployment';
import type { StackUnit } from '../../deployment/stack-unit';
import type { EngineEvent } from '../../engines/engine-event';
import { type ChangeCounts, countChanges } from '../../engines/plan-summary';
import type { Text } from '../../model/text';
import { type Context, show, tell } from '../context';
import { changeWords } from '../plan/plan-words';

/** Says what is to become of a stack. */
export function tellPlanned(planned: PlannedStack, context: Context): void {
  const { stack, problems, changes, later, left } = planned;
  const words: Text = later
    ? { en: 'new; planned when the stacks below it are there', zh: '新建，待下层堆栈就绪后计划' }
    : left
      ? leftWords(changes.length)
      : changeWords(countChanges(changes));
  if (problems.length > 0) tell(context, { en: `· ${stack.name} not planned`, zh: `· ${stack.name} 未能计划` });
  else tell(context, { en: `· ${stack.name}: ${words.en}`, zh: `· ${stack.name}：${words.zh}` });
}

/** What there is of a stack that nothing describes any more. */
function leftWords(count: number): Text {
  return {
    en: `described no more, and its state has ${count} resources`,
    zh: `已无描述，其状态仍有 ${count} 项资源`,
  };
}

/** Says that a stack stays although nothing describes it. */
export function tellStays({ stack }: PlannedStack, context: Context): void {
  tell(context, {
    en: `${stack.name} stays as it is until --allow-destroy ${stack.name} --reason TEXT is given`,
    zh: `${stack.name} 保持不变，直至给出 --allow-destroy ${stack.name} --reason 原因`,
  });
}

/** Says what became of a stack. */
export function tellApplied({ stack, problems, counts }: AppliedStack, context: Context): void {
  if (problems.length > 0) {
    tell(context, { en: `✗ ${stack.name}`, zh: `✗ ${stack.name}` });
    return;
  }
  const { en, zh } = doneWords(counts);
  tell(context, { en: `✓ ${stack.name}: ${en}`, zh: `✓ ${stack.name}：${zh}` });
}

/** `3 made, 1 changed`, or that nothing was done. */
export function doneWords({ add, change, replace, destroy }: ChangeCounts): Text {
  const parts: readonly (readonly [number, string, string])[] = [
    [add, 'made', '新增'],
    [change, 'changed', '修改'],
    [replace, 'replaced', '替换'],
    [destroy, 'taken away', '移除'],
  ];
  const some = parts.filter(([count]) => count > 0);
  const en = some.length === 0 ? 'as it was' : some.map(([count, word]) => `${count} ${word}`).join(', ');
  const zh = some.length === 0 ? '无变更' : some.map(([count, , word]) => `${word} ${count}`).join('，');
  return { en, zh };
}

/** Shows how far each stack is that is being worked on. */
export class LiveProgress {
  private readonly done = new Map<string, { count: number; last: string }>();

  constructor(private readonly context: Context) {}

  readonly onEvent = (stack: StackUnit, { type, address = '' }: EngineEvent): void => {
    const known = this.done.get(stack.name) ?? { count: 0, last: '' };
    if (type === 'apply_complete') known.count += 1;
    if (type === 'apply_start' || type === 'refresh_start') known.last = address;
    this.done.set(stack.name, known);
    const words = [...this.done].map(([name, { count }]) => (count > 0 ? `${name} ${count}` : name)).join(' · ');
    show(this.context, { en: `${words} · ${known.last}`, zh: `${words} · ${known.last}` });
  };

  readonly end = (stack: StackUnit): void => {
    this.done.delete(stack.name);
  };
}
