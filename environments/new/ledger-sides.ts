import { parse } from 'yaml';
import { ledgerSchema } from '../../model/environment/ledger-schema';
import type { LedgerValues } from '../../model/ledger';
import { ProblemsError } from '../../model/problem';
import { LEDGER_CONFLICT, LEDGER_TRUNCATED } from '../../model/problems/address-ledger-problems';

/** Both sides of a ledger in which git left a conflict, and what they have in common. Without one all three are the same. */
export function sidesOf(text: string, label: string) {
  const ours = ledgerOfText(sideOf(text, 'ours'), label);
  const theirs = ledgerOfText(sideOf(text, 'theirs'), label);
  const common: LedgerValues = {
    blocks: inBoth(ours.blocks, theirs.blocks),
    segments: inBoth(ours.segments, theirs.segments),
    released: inBoth(ours.released ?? {}, theirs.released ?? {}),
    history: (ours.history ?? []).filter((line) => theirs.history?.includes(line)),
  };
  return { ours, theirs, common };
}

function inBoth<V>(one: Readonly<Record<string, V>>, two: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(one).filter(([key, value]) => two[key] === value));
}

/** The lines of one side: git writes `<<<<<<<`, ours, `|||||||` and the base where it is asked to, `=======`, theirs, `>>>>>>>`. */
function sideOf(text: string, side: 'ours' | 'theirs'): string {
  let at: 'both' | 'ours' | 'base' | 'theirs' = 'both';
  return text
    .split('\n')
    .filter((line) => {
      const mark = /^(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)/.exec(line)?.[1];
      if (mark === undefined) return at === 'both' || at === side;
      at = mark === '<<<<<<<' ? 'ours' : mark === '|||||||' ? 'base' : mark === '=======' ? 'theirs' : 'both';
      return false;
    })
    .join('\n');
}

/** What a text says as a ledger, sealed or not; empty where it says nothing. Throws ProblemsError where it is none. */
export function ledgerOfText(text: string, label: string): LedgerValues {
  if (text.trim() === '') return { blocks: {}, segments: {} };
  let read: unknown;
  try {
    read = parse(text);
  } catch (error) {
    throw new ProblemsError([
      LEDGER_CONFLICT.at(`${label}:1:1`, { line: (error as Error).message.split('\n')[0] ?? '' }),
    ]);
  }
  const { data } = ledgerSchema.safeParse(read);
  if (data === undefined) throw new ProblemsError([LEDGER_TRUNCATED.at(`${label}:1:1`, {})]);
  const { blocks, segments, released, history } = data;
  return { blocks, segments, ...(released && { released }), ...(history && { history }) };
}
