/** Columns under one another. A Chinese character takes two cells of a terminal. */
export interface TableProps {
  readonly rows: readonly (readonly string[])[];
  /** Columns whose content stands at the right edge: numbers. @default none */
  readonly right?: readonly number[];
  /** Spaces before each row. @default 0 */
  readonly indent?: number;
  /** By column: a cell of more characters does not widen it; what follows the cell moves. @default none */
  readonly widest?: Readonly<Record<number, number>>;
}

/** One line for each row, without spaces at its end. */
export function table({ rows, right = [], indent = 0, widest = {} }: TableProps): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(
        widths[column] ?? 0,
        cellsOf(cell) > (widest[column] ?? Number.POSITIVE_INFINITY) ? 0 : cellsOf(cell),
      );
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - cellsOf(cell)));
      return right.includes(column) ? space + cell : cell + space;
    });
    return `${' '.repeat(indent)}${cells.join('  ')}`.trimEnd();
  });
}

/** East Asian wide and full-width characters, as far as they occur in names and sentences here. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

export function cellsOf(words: string): number {
  return [...words].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
