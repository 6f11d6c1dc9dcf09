import type { Context } from '../context';
import { withBase } from '../review/base-revision';
import { Clouds } from '../review/read-clouds';

/** Those of some environments whose files, or files that they share with others, differ from a revision's. */
export async function changedSince(
  revision: string,
  ids: readonly string[],
  context: Context,
): Promise<readonly string[]> {
  return withBase(revision, context, async ({ environments, workTree }) => {
    const [before, now] = [new Clouds(environments, workTree), new Clouds(context.environments)];
    return ids.filter((id) => before.hash(id) !== now.hash(id));
  });
}
