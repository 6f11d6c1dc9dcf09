import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readChanged } from '../../environments/rename/changed-copy';
import type { KeyPath } from '../../environments/rename/key-path';
import { type FileChange, renameKey } from '../../environments/rename/rename-key';
import { renamedLedger } from '../../environments/rename/renamed-ledger';
import { writeChanges } from '../../environments/rename/write-changes';
import { counted } from '../../model/counted';
import { isDescribed } from '../../model/design/decide-moved';
import type { Design } from '../../model/design/design';
import { designEnvironment } from '../../model/design/design-environment';
import { ProblemsError } from '../../model/problem';
import { RENAME_CHANGES, RENAME_ELSEWHERE } from '../../model/problems/moved-problems';
import { renamingDifferences } from '../../stacks/renaming-differences';
import { answer, answerJson, type Context, tell } from '../context';
import { ExitCode } from '../exit-code';
import { loadDesign } from '../load-design';
import { changedLines } from '../rename/changed-lines';
import { renameTarget } from '../rename/rename-target';
import { ledgerText } from './addresses-record';

export interface RenameInputs {
  readonly id: string;
  /** `tenants/finance`, `tenants/finance/budget`, `tenants/finance/budget/app` or `pools/x86`. */
  readonly path: string;
  /** The new key. */
  readonly to: string;
  /** Only show what would be written. */
  readonly dryRun: boolean;
}

const LEDGER = 'addresses.lock.yaml';

/**
 * Gives a key another name in every file of an environment, and records it, so that what is deployed is moved and not
 * made again. Addresses and segments stay: they are written into the ledger under the new names. Writes nothing where
 * anything but names would differ.
 */
export async function rename({ id, path, to, dryRun }: RenameInputs, context: Context): Promise<ExitCode> {
  const { environment, design } = loadDesign(id, context);
  const target = renameTarget(path, to, environment.values);
  const folder = join(context.environments, id);
  const label = `${basename(resolve(context.environments))}/${id}`;
  const on = new Date().toISOString().slice(0, 10);
  const changes = [
    ...renameKey({ folder, label, id, target, to, on }),
    ledgerChange(id, folder, design, target, to),
  ].filter(({ before, after, file, becomes }) => before !== after || file !== becomes);
  const changed = readChanged(context.environments, id, changes);
  if (isDescribed(changed.values, path)) {
    const place = changed.placeOf([target.kind, ...target.keys.slice(0, 1)]);
    throw new ProblemsError([RENAME_ELSEWHERE.at(place, { path, file: place.replace(/:\d+:\d+$/, '') })]);
  }
  const differences = renamingDifferences(design, designEnvironment(changed));
  if (differences.length > 0) throw new ProblemsError([RENAME_CHANGES.at(label, { path, differences })]);
  if (!dryRun) writeChanges(folder, changes);
  say({ id, path, to, dryRun }, label, changes, context);
  return ExitCode.ok;
}

/** Allocations follow names where nothing records them: so all of them are recorded. */
function ledgerChange(id: string, folder: string, design: Design, target: KeyPath, to: string): FileChange {
  const file = join(folder, LEDGER);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const planes = design.planes.map(({ key }) => key);
  const after = ledgerText(id, renamedLedger(design.ledger, target, to, planes));
  return { file: LEDGER, becomes: LEDGER, before, after };
}

/** Lines of a file that is shown whole; of a longer one the number is enough. */
const SHOWN = 60;

function say({ id, path, to, dryRun }: RenameInputs, label: string, changes: readonly FileChange[], context: Context) {
  const files = changes.map(({ file, becomes, before, after }) => ({
    file: `${label}/${file}`,
    becomes: `${label}/${becomes}`,
    isNew: before === undefined,
    lines: changedLines(before, after),
  }));
  if (context.json) {
    answerJson(context, { environment: id, path, to, written: !dryRun, files });
    return;
  }
  for (const { file, becomes, isNew, lines } of files) {
    const name = file === becomes ? file : `${file} → ${becomes}`;
    answer(context, {
      en: `${name}: ${isNew ? 'new, ' : ''}${counted(lines.length, 'line')}`,
      zh: `${name}：${isNew ? '新文件，' : ''}${lines.length} 行`,
    });
    if (dryRun && lines.length <= SHOWN) for (const line of lines) context.output.data(`  ${line}`);
  }
  tell(
    context,
    dryRun
      ? { en: 'nothing was written', zh: '未写入任何文件' }
      : {
          en: 'the next plan moves what is deployed; review the files and the plan together',
          zh: '下一次计划会迁移已部署资源的名称；请将文件与计划一并评审',
        },
  );
}
