import type { Design } from '../../model/design/design';
import { ProblemsError } from '../../model/problem';
import type { PlannedStack } from '../../review/compare/planned-stack';
import { synthesise } from '../../stacks/synthesise';
import { type Context, show, tell } from '../context';
import { outFolder } from '../out-folder';
import { planCloud } from '../plan/plan-cloud';

/**
 * Lets OpenTofu plan every stack of a design against its states, in `.egov/<env>`. Throws ProblemsError where a stack
 * cannot be planned: a review that leaves one out would call it unchanged.
 */
export async function planDocuments(design: Design, context: Context): Promise<readonly PlannedStack[]> {
  show(context, { en: `planning ${design.environment}`, zh: `正在计划 ${design.environment}` });
  const out = outFolder(design.environment, undefined, context);
  const { surroundings, signal } = context;
  const synthesis = synthesise(design, out);
  const { plans, cloud } = await planCloud({
    synthesis,
    out,
    surroundings,
    signal,
    text: false,
    colour: false,
    documents: true,
  });
  const problems = plans.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ProblemsError(problems);
  if (!cloud)
    tell(context, {
      en: `${design.environment}: no cloud is named, so it is planned from the states alone and drift is not known`,
      zh: `${design.environment}：未指定云，仅按状态计划，漂移未知`,
    });
  return plans.flatMap(({ stack, document }) => (document ? [{ stack: stack.name, document }] : []));
}
