import type { IValidation } from 'constructs';
import type { Design } from '../model/design/design';
import type { Environment } from '../model/environment/environment';
import { formatProblem } from '../model/problem';
import type { Finding } from '../policies/finding';
import { judge } from '../policies/judge';
import { policies } from '../policies/packs';
import type { Policy } from '../policies/policy';
import { findingsOf } from '../policies/report/report';
import { subjectOfStacks } from '../policies/subject-of-stacks';
import { applyWaivers } from '../policies/waivers/apply-waivers';
import { waiversOf } from '../policies/waivers/waivers-of';
import { emitStacks } from './emit-stacks';

/** Judges a cloud when CDKTF validates its tree, so that `cdktn synth` fails where `egov check` would. */
export class PolicyValidation implements IValidation {
  /** `asOf` is the day of the run, YYYY-MM-DD: waivers end. `own` are policies of the repository. */
  constructor(
    private readonly environment: Pick<Environment, 'id' | 'values' | 'placeOf'>,
    private readonly design: Design,
    private readonly asOf: string,
    private readonly own: readonly Policy[] = [],
  ) {}

  /** One text for each finding that fails and for each waiver that is wrong. */
  validate(): string[] {
    const { design, asOf } = this;
    const stacks = emitStacks(design);
    const subject = subjectOfStacks(design, stacks, { asOf });
    const all = [...policies, ...this.own];
    const known = all.map((one) => one.id);
    const waived = applyWaivers(judge(all, subject), waiversOf(this.environment), { asOf, known });
    const report = { subject: this.environment.id, asOf, ...waived };
    return [
      ...findingsOf(report)
        .filter(({ status }) => status === 'fail' || status === 'error')
        .map(wordsOf),
      ...waived.problems.map((problem) => formatProblem(problem)),
    ];
  }
}

function wordsOf({ policy, place, message, fix, fingerprint, clauses }: Finding): string {
  const words = [policy, ...(clauses.length > 0 ? [`(${clauses.join(', ')})`] : []), place].join(' ');
  return `${words}\n  ${message.en}\n  fix: ${fix.en}\n  fingerprint: ${fingerprint}`;
}
