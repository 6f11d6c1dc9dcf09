/** One figure beside what it may be, or alone where it is only told. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly measured: number | string;
  readonly target?: number | string;
}

/** A line for each figure; one that is more than it may be is marked. */
export function figureTable(figures: readonly Figure[]): string {
  const text = (value: number | string) => (typeof value === 'number' ? value.toFixed(value < 10 ? 2 : 0) : value);
  const rows = figures.map(({ what, unit, measured, target }) => {
    if (target === undefined) return [what, text(measured), '', unit, ''];
    const missed = typeof measured === 'number' && typeof target === 'number' ? measured > target : measured !== target;
    return [what, text(measured), `≤ ${text(target)}`.replace('≤ same', 'same'), unit, missed ? 'missed' : ''];
  });
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  return rows
    .map(([what, measured, target, unit, missed]) =>
      `${what?.padEnd(widths[0] ?? 0)}  ${measured?.padStart(widths[1] ?? 0)}  ${target?.padStart(widths[2] ?? 0)} ${unit}  ${missed}`.trimEnd(),
    )
    .join('\n');
}
