import type { StackDesign } from '../model/design/stack-design';
import { byKey } from '../model/stable-hash';

/** Stacks so that each comes after those it uses; by key where that leaves a choice. Throws on a circle. */
export function inOrder(stacks: readonly StackDesign[]): StackDesign[] {
  const waiting = [...stacks].sort((a, b) => byKey(a.key, b.key));
  const known = new Set(stacks.map(({ key }) => key));
  const done = new Set<string>();
  const ordered: StackDesign[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ after }) => after.every((key) => done.has(key) || !known.has(key)));
    const [stack] = next < 0 ? [] : waiting.splice(next, 1);
    if (stack === undefined)
      throw new Error(`stacks wait for one another: ${waiting.map(({ key }) => key).join(', ')}`);
    ordered.push(stack);
    done.add(stack.key);
  }
  return ordered;
}
