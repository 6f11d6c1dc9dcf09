import type { Text } from '../../model/text';
import type { Clauses, Level } from '../clauses';
import type { Outcome } from '../finding';
import { controlTable } from './control-table';

export type ControlCode = (typeof controlTable)[number][0];

/** One row of the control table. */
export interface Control {
  readonly code: ControlCode;
  /** 控制点, as the standard names it. */
  readonly point: string;
  /** `E` is decided on the definitions, `W` is a warning, `V` asks for evidence. */
  readonly mode: 'E' | 'W' | 'V';
  readonly clauses: Clauses;
  readonly requirement: Text;
}

/** GB/T 22239 in the version that the clauses are counted in. */
export const MLPS = 'GB/T 22239-2019';

/** Where retention is asked by the law alone, the law is the clause. */
const LAW = '网络安全法';

export const controls: ReadonlyMap<string, Control> = new Map(
  controlTable.map(([code, two, three, four, point, mode, en, zh]) => {
    const clauses = Object.fromEntries(
      ([2, 3, 4] as const)
        .map((level, i) => [level, clausesOf([two, three, four][i] ?? '')] as const)
        .filter(([, list]) => list.length > 0),
    ) as Clauses;
    return [code, { code, point, mode, clauses, requirement: { en, zh } }];
  }),
);

/** `8.1.2.1 a,b` and `8.1.3.3 a-d` as single clauses: `8.1.2.1 a`, `8.1.2.1 b` …; words in brackets are remarks. */
export function clausesOf(cell: string): string[] {
  if (cell === '–') return [];
  if (cell === '(law only)') return [LAW];
  const found: string[] = [];
  for (const match of cell.replace(/\(.*?\)/g, '').matchAll(/(\d+(?:\.\d+)+)((?:\s+[a-z](?:[,-][a-z])*)?)/g)) {
    const letters = (match[2] ?? '').trim();
    if (letters === '') found.push(match[1] as string);
    else for (const letter of lettersOf(letters)) found.push(`${match[1]} ${letter}`);
  }
  return found;
}

function lettersOf(words: string): string[] {
  return words.split(',').flatMap((part) => {
    const [first = '', last = first] = part.split('-');
    const from = first.charCodeAt(0);
    return Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, i) => String.fromCharCode(from + i));
  });
}

const OUTCOMES: Readonly<Record<Control['mode'], Outcome>> = { E: 'fail', W: 'warn', V: 'evidence-missing' };

/** What a policy takes over from the rows that it answers; what it finds is as grave as the first of them says. */
export function answering(first: ControlCode, ...others: readonly ControlCode[]) {
  const rows = [first, ...others].map((code) => controls.get(code) as Control);
  const at = (level: Level): string[] => [...new Set(rows.flatMap((row) => row.clauses[level] ?? []))];
  const clauses = Object.fromEntries(
    ([2, 3, 4] as const).map((level) => [level, at(level)] as const).filter(([, list]) => list.length > 0),
  ) as Clauses;
  return {
    standard: MLPS,
    controls: [first, ...others] as readonly string[],
    clauses,
    outcome: OUTCOMES[(rows[0] as Control).mode],
  };
}
