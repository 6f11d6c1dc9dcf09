import type { LedgerValues } from '../../model/ledger';
import type { KeyPath } from './key-path';
import { renamed } from './key-references';

/**
 * The ledger with its owners under their new names, so that every address stays where it is. An owner is a scope, names
 * and a family: `network finance/budget/app 4`, `address extranet/edge finance-extranet 4`, `floating extranet/finance/budget/app 4`.
 */
export function renamedLedger(
  ledger: LedgerValues,
  target: KeyPath,
  to: string,
  planes: readonly string[],
): LedgerValues {
  if (target.kind === 'pools') return ledger;
  const { keys } = target;
  const owner = (text: string): string => {
    const [scope = '', ...words] = text.split(' ');
    return [scope, ...words.map((word) => renamedOwner(word, scope === 'floating'))].join(' ');
  };
  const renamedOwner = (word: string, behindPlane: boolean): string => {
    const parts = word.split('/');
    if (behindPlane) return [...parts.slice(0, 1), ...renamed(parts.slice(1), keys, to)].join('/');
    const plane = planes.find((one) => keys.length === 1 && word === `${keys[0]}-${one}`);
    if (plane !== undefined) return `${to}-${plane}`;
    // `extranet/edge` is a network of the platform, whatever departments are called.
    const platform = parts.length === 2 && planes.includes(parts[0] ?? '');
    return platform ? word : renamed(parts, keys, to).join('/');
  };
  return {
    ...ledger,
    blocks: withNames(ledger.blocks, owner),
    segments: withNames(ledger.segments, (name) => renamedOwner(name, false)),
  };
}

function withNames<V>(
  record: Readonly<Record<string, V>>,
  nameOf: (name: string) => string,
): Readonly<Record<string, V>> {
  const entries = Object.entries(record).map(([name, value]) => [nameOf(name), value] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
