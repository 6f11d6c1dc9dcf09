import { readEnvironment } from '../../environments/read-environment';
import type { Design } from '../../model/design/design';
import type { EmittedStack } from '../../model/emitted-stack';
import { type Problem, ProblemsError } from '../../model/problem';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { Case } from '../../proof/judge/case';
import type { Proof } from '../../proof/proof';
import { PROOF_ACCEPTED_MORE, PROOF_VIOLATED } from '../../proof/proof-problems';
import { proveCase } from '../../proof/prove';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import { type Context, show, tell } from '../context';
import { acceptedSets } from './accepted-sets';
import { podCases } from './pod-cases';
import { podStatements, withPods } from './with-pods';

export interface ProveFirstOptions {
  /** Whether clusters are to be made of the same design in the same run. @default false */
  readonly pods?: boolean;
}

/**
 * Proves stacks before anything is planned or applied of them. What is unknown is said and goes on, for a plan may be
 * what makes it known. A waiver accepts the flow set that it names, and nothing else.
 *
 * @throws ProblemsError with every statement that is violated, at the place that causes it, and every waiver of flows
 * that accepts more than passes.
 */
export function proveFirst(
  stacks: readonly EmittedStack[],
  design: Design,
  context: Context,
  { pods = false }: ProveFirstOptions = {},
): void {
  const { environment, intent } = design;
  show(context, { en: `proving ${environment}`, zh: `正在证明 ${environment}` });
  const world = readWorld(readStacks(stacks));
  const accepted = () => acceptedSets(waiversOf(readEnvironment(context.environments, environment)));
  const asked = new Case(world, intent, intent.network);
  const asIs = proveCase(asked);
  const proof = asIs.verdict === 'VIOLATED' ? proveCase(asked.accepting(accepted())) : asIs;
  refuseViolated(design, pods ? withPods(proof, podCases(design)) : proof, context);
}

/** Proves clusters by the names of their stacks before anything is planned or applied in them. Throws as `proveFirst`. */
export function provePodsFirst(design: Design, stacks: readonly string[], context: Context): void {
  show(context, { en: `proving ${stacks.join(', ')}`, zh: `正在证明 ${stacks.join('、')}` });
  const cases = podCases(design).filter(({ cluster }) => stacks.includes(cluster.stack));
  refuseViolated(design, { statements: podStatements(cases), unneeded: [] }, context);
}

function refuseViolated(
  { environment }: Design,
  { statements, unneeded }: Pick<Proof, 'statements' | 'unneeded'>,
  context: Context,
): void {
  const problems = [
    ...statements.flatMap(({ id, text, violations: [first] }): Problem[] =>
      first ? [PROOF_VIOLATED.at(first.place, { statement: id, text, because: first.because })] : [],
    ),
    ...unneeded.map(({ set, beyond }) => PROOF_ACCEPTED_MORE.at(set.place, { ...set, beyond })),
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  const unknown = statements.filter((one) => one.verdict === 'UNKNOWN').length;
  if (unknown > 0)
    tell(context, {
      en: `${unknown} of ${statements.length} statements about ${environment} are unknown; egov prove ${environment} says why`,
      zh: `${environment} 的 ${statements.length} 条结论中有 ${unknown} 条无法判定；egov prove ${environment} 说明原因`,
    });
}
