import { surveyEnvironments } from '../../environments/environment-list';
import { nearMiss } from '../../environments/near-miss';
import { readEnvironment } from '../../environments/read-environment';
import { type Problem, ProblemsError } from '../../model/problem';
import { FLEET_EMPTY } from '../../model/problems/fleet-problems';
import type { RolloutMember } from '../../rollout/rollout-member';
import type { RolloutSettings } from '../../rollout/rollout-settings';
import type { Context } from '../context';
import { select } from '../fleet/selection';
import { USAGE_NAME } from '../usage-problems';

/** The environments that a rollout is for. Throws ProblemsError for an empty selection, and for a file that is wrong. */
export function readMembers(
  { selection, exclude }: Pick<RolloutSettings, 'selection' | 'exclude'>,
  context: Context,
): readonly RolloutMember[] {
  const { environments } = context;
  const { ids } = surveyEnvironments(environments);
  const strange = exclude.filter((name) => !ids.includes(name));
  const what = { en: 'environment', zh: '环境' };
  const problems: Problem[] = strange.map((name) =>
    USAGE_NAME.at('egov rollout plan --exclude', { what, name, near: nearMiss(name, ids), known: ids }),
  );
  if (problems.length > 0) throw new ProblemsError(problems);
  const left = select(ids, selection === '' ? undefined : selection, environments).filter(
    (id) => !exclude.includes(id),
  );
  if (left.length === 0)
    throw new ProblemsError([FLEET_EMPTY.at(`--select ${selection}`, { selection, environments: ids.length })]);
  const members: RolloutMember[] = [];
  for (const id of left)
    try {
      const { values } = readEnvironment(environments, id);
      const sites = Object.values(values.sites).map(({ region, adcode }) => ({ region, adcode }));
      members.push({ id, adcode: values.adcode, sites });
    } catch (error) {
      if (!(error instanceof ProblemsError)) throw error;
      problems.push(...error.problems);
    }
  if (problems.length > 0) throw new ProblemsError(problems);
  return members;
}
