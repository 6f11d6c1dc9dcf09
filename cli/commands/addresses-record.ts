import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ledgerText } from '../../environments/ledger-text';
import { counted } from '../../model/counted';
import { ProblemsError } from '../../model/problem';
import { answer, answerJson, type Context } from '../context';
import { ExitCode } from '../exit-code';
import { ADDRESSES_DENIED, ADDRESSES_UNRECORDED } from '../ledger-problems';
import { loadDesign } from '../load-design';

export interface AddressesRecordInputs {
  readonly id: string;
  /** Only say whether the ledger is complete. */
  readonly check: boolean;
}

const FILE = 'addresses.lock.yaml';

/**
 * Adds to the ledger what the design allocated. Nothing that stands there changes or goes, not even what a department
 * that left had: its addresses are given to nobody else.
 */
export async function addressesRecord({ id, check }: AddressesRecordInputs, context: Context): Promise<ExitCode> {
  const { environment, design } = loadDesign(id, context);
  const { ledger: before } = environment.values;
  const added = [
    ...Object.keys(design.ledger.blocks).filter((owner) => !Object.hasOwn(before.blocks, owner)),
    ...Object.keys(design.ledger.segments).filter((network) => !Object.hasOwn(before.segments, network)),
  ];
  const file = `${basename(context.environments)}/${id}/${FILE}`;
  if (check && added.length > 0)
    throw new ProblemsError([ADDRESSES_UNRECORDED.at(`${file}:1:1`, { id, missing: added })]);
  if (added.length > 0) writeWhole(join(context.environments, id, FILE), ledgerText(id, design.ledger), file);
  if (context.json) answerJson(context, { environment: id, file, added });
  else if (added.length === 0) answer(context, { en: `${file} is complete`, zh: `${file} 已完整` });
  else
    answer(context, {
      en: `${file}: ${counted(added.length, 'allocation')} recorded`,
      zh: `${file}：已记录 ${added.length} 项分配`,
    });
  return ExitCode.ok;
}

export { ledgerText };

function writeWhole(path: string, text: string, shown: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new ProblemsError([ADDRESSES_DENIED.at(`${shown}:1:1`, { reason: (error as Error).message })]);
  }
}
