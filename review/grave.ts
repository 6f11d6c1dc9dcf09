import type { Change } from './change';

/** Whether a change makes something fail that did not: a statement of the proof, or a policy. */
export function isViolation({ kind, before, after }: Change): boolean {
  if (kind === 'statement') return after === 'VIOLATED';
  return kind === 'finding' && before !== after && (after === 'fail' || after === 'error');
}
