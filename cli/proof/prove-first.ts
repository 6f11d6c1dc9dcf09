import { readEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import { type Problem, ProblemsError } from '../../model/problem';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { Case } from '../../proof/judge/case';
import { PROOF_ACCEPTED_MORE, PROOF_VIOLATED } from '../../proof/proof-problems';
import { proveCase } from '../../proof/prove';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import { type Context, show, tell } from '../context';
import { acceptedSets } from './accepted-sets';

/**
 * Proves stacks before anything is planned or applied of them. What is unknown is said and goes on, for a plan may be
 * what makes it known. A waiver accepts the flow set that it names, and nothing else.
 *
 * @throws ProblemsError with every statement that is violated, at the place that causes it, and every waiver of flows
 * that accepts more than passes.
 */
export function proveFirst(stacks: readonly EmittedStack[], { environment, intent }: Design, context: Context): void {
  show(context, { en: `proving ${environment}`, zh: `正在证明 ${environment}` });
  const world = readWorld(readStacks(stacks));
  const accepted = () => acceptedSets(waiversOf(readEnvironment(context.environments, environment)));
  const asked = new Case(world, intent, intent.network);
  const asIs = proveCase(asked);
  const proof = asIs.verdict === 'VIOLATED' ? proveCase(asked.accepting(accepted())) : asIs;
  const { statements } = proof;
  const problems = [
    ...statements.flatMap(({ id, text, violations: [first] }): Problem[] =>
      first ? [PROOF_VIOLATED.at(first.place, { statement: id, text, because: first.because })] : [],
    ),
    ...proof.unneeded.map(({ set, beyond }) => PROOF_ACCEPTED_MORE.at(set.place, { ...set, beyond })),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  const unknown = statements.filter((one) => one.verdict === 'UNKNOWN').length;
  if (unknown > 0)
    tell(context, {
      en: `${unknown} of ${statements.length} statements about ${environment} are unknown; egov prove ${environment} says why`,
      zh: `${environment} 的 ${statements.length} 条结论中有 ${unknown} 条无法判定；egov prove ${environment} 说明原因`,
    });
}
