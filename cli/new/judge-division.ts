import type { DivisionDraft } from '../../environments/new/draft-division';
import { resourceCount } from '../../model/emitted-stack';
import type { Problem } from '../../model/problem';
import { NEW_UNPROVED } from '../../model/problems/division-problems';
import type { Policy } from '../../policies/policy';
import { countsOf, findingsOf } from '../../policies/report/report';
import { subjectOfStacks } from '../../policies/subject-of-stacks';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { emitStacks } from '../../stacks/emit-stacks';
import { policiesOf, runCheck } from '../check/run-check';

/** What proof and policies say of a cloud that is not written yet. */
export interface DivisionJudgement {
  readonly stacks: number;
  readonly resources: number;
  readonly proved: number;
  /** Policies by what they say. */
  readonly policies: ReturnType<typeof countsOf>['policies'];
  /** What stands in the way of writing it. */
  readonly problems: readonly Problem[];
}

/** Proves and judges a cloud, also by policies of its repository. */
export function judgeDivision(
  { id, design, environment }: DivisionDraft,
  asOf: string,
  own: readonly Policy[] = [],
): DivisionJudgement {
  const stacks = emitStacks(design);
  const subject = subjectOfStacks(design, stacks, { asOf });
  const { statements } = subject.openings.proof;
  const report = runCheck({ name: id, subject, waivers: waiversOf(environment), stacks }, policiesOf([], own));
  const proof = statements
    .filter((one) => one.verdict !== 'PROVED')
    .map((one) => NEW_UNPROVED.at(id, { what: one.text, because: one.verdict }));
  const failed = findingsOf(report)
    .filter(({ status }) => status === 'fail' || status === 'error')
    .map((one) => NEW_UNPROVED.at(one.place, { what: { en: one.policy, zh: one.policy }, because: one.message.en }));
  return {
    stacks: stacks.length,
    resources: stacks.reduce((sum, stack) => sum + resourceCount(stack), 0),
    proved: statements.filter((one) => one.verdict === 'PROVED').length,
    policies: countsOf(report).policies,
    problems: [...proof, ...failed],
  };
}
