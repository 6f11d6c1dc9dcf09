import type { Problem } from '../model/problem';
import { LEDGER_CONFLICT, LEDGER_NEWER } from '../model/problems/address-ledger-problems';
import type { Source } from './written';

/** What is seen of a ledger before it is read as YAML: what git left in it, and a version that is not ours. */
export function strangeLedger(source: Source): readonly Problem[] {
  const conflict = /^(<<<<<<<|=======|>>>>>>>).*$/m.exec(source.text);
  if (conflict !== null) return [LEDGER_CONFLICT.at(source.place(conflict.index), { line: conflict[0] })];
  const version = /^version: *(\d+)/m.exec(source.text);
  if (version !== null && Number(version[1]) > 2)
    return [LEDGER_NEWER.at(source.place(version.index), { version: version[1] as string })];
  return [];
}
