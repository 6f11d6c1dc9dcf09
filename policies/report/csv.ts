import type { Language } from '../../model/text';
import { findingsOf, type Report } from './report';

/** Rows as RFC 4180 has them. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map((cell) => cellText(String(cell))).join(',')}\r\n`).join('');
}

function cellText(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** All findings, one in a row, the worst first. */
export function reportCsv(report: Report, language: Language): string {
  const head = ['status', 'severity', 'level', 'policy', 'standard', 'clauses', 'resource', 'about', 'place'];
  return csv([
    [...head, 'message', 'fix', 'fingerprint', 'waiver'],
    ...findingsOf(report).map((one) => [
      one.status,
      one.severity,
      one.level,
      one.policy,
      one.standard,
      one.clauses.join('; '),
      one.resource,
      one.about ?? '',
      one.place,
      one.message[language],
      one.fix[language],
      one.fingerprint,
      one.waiver ?? '',
    ]),
  ]);
}
