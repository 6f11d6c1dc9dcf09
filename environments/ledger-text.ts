import type { LedgerValues } from '../model/ledger';
import { ledgerSeal } from '../model/ledger-seal';
import { schemaReference } from './environment-id';

export const LEDGER_FILE = 'addresses.lock.yaml';

/**
 * The ledger as a file: one line for each allocation, so that a review shows what came. `id` is that of its environment,
 * empty for the ledger of the whole country.
 */
export function ledgerText(id: string, ledger: LedgerValues): string {
  const { blocks, segments, released, history } = ledger;
  const entries = (record: Readonly<Record<string, string | number>>): string => {
    const all = Object.entries(record);
    return all.length === 0 ? ' {}' : all.map(([key, value]) => `\n  ${quoted(key)}: ${quoted(value)}`).join('');
  };
  return [
    `# yaml-language-server: $schema=${id === '' ? 'schema/addresses.schema.json' : schemaReference(id, LEDGER_FILE)}`,
    '# Written by egov. Append-only: what stands here never moves and is never given away again.',
    'version: 2',
    `blocks:${entries(blocks)}`,
    `segments:${entries(segments)}`,
    ...(released === undefined ? [] : [`released:${entries(released)}`]),
    ...(history === undefined ? [] : [`history:${history.map((line) => `\n  - ${quoted(line)}`).join('') || ' []'}`]),
    `seal: ${JSON.stringify(ledgerSeal(ledger))}`,
    '',
  ].join('\n');
}

/** YAML reads a double-quoted JSON text as that text; numbers stay as they are. */
function quoted(value: string | number): string {
  return typeof value === 'number' || /^[a-z][a-z0-9/. -]*[a-z0-9]$/.test(value) ? `${value}` : JSON.stringify(value);
}
