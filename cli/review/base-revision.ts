import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { GitRepository, type Revision } from '../../engines/git/git-repository';
import { ProblemsError } from '../../model/problem';
import { GIT_EDITED } from '../../model/problems/git-problems';
import type { Text } from '../../model/text';
import type { ReviewedRevision } from '../../review/review';
import type { Context } from '../context';

/** The environments as a revision has them, in a temporary folder. */
export interface BaseRevision {
  /** Folder of the environments there, with the name that it has here; what is the same here is a link. */
  readonly environments: string;
  /** Folder of the environments here. */
  readonly workTree: string;
  readonly base: ReviewedRevision;
  readonly head: ReviewedRevision;
  readonly notes: readonly Text[];
}

/**
 * Gives a revision to `work` and removes it afterwards. The work tree and its index stay as they are. Throws GIT_EDITED
 * where a description that is linked is no longer what the revision has once `work` is done.
 */
export async function withBase<T>(
  name: string,
  context: Context,
  work: (base: BaseRevision) => Promise<T>,
): Promise<T> {
  const { environments, surroundings, signal } = context;
  const repository = await GitRepository.around(environments, surroundings, signal);
  const named = await repository.revision(name);
  const start = await repository.mergeBase(named);
  const scratch = mkdtempSync(join(tmpdir(), 'egov-review-'));
  try {
    const folder = join(scratch, basename(environments));
    mkdirSync(folder);
    const links = await repository.writeFolder(start, environments, folder, join(scratch, 'index'));
    const [head, uncommitted] = [await repository.head(), await repository.uncommitted(environments)];
    const [end] = await Promise.allSettled([
      work({
        environments: folder,
        workTree: environments,
        base: { name, commit: start.commit },
        head: { name: 'work tree', ...(head !== undefined && { commit: head }), uncommitted },
        notes: notesOf(named, start),
      }),
    ]);
    // It may be why the work failed, too. Notes beside the descriptions decide nothing.
    const edited = (await repository.edited(start, environments, links)).filter((path) => path.endsWith('.yaml'));
    const [first, ...more] = edited;
    if (first !== undefined) throw new ProblemsError([GIT_EDITED.at(join(environments, first), { more: more.length })]);
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function notesOf(named: Revision, start: Revision): Text[] {
  if (named.commit === start.commit) return [];
  const [at, tip] = [start.commit.slice(0, 12), named.commit.slice(0, 12)];
  return [
    {
      en: `the base is where this branch left the other one (${at}), not its tip (${tip})`,
      zh: `基准为分支分叉处（${at}），而非其最新提交（${tip}）`,
    },
  ];
}
