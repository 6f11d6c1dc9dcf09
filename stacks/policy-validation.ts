import type { IValidation } from 'constructs';
import type { Design } from '../model/design/design';
import type { Environment } from '../model/environment/environment';
import { formatProblem } from '../model/problem';
import type { Finding } from '../policies/finding';
import { judge } from '../policies/judge';
import { policies } from '../policies/packs';
import { providersOfDefinition } from '../policies/provider-blocks';
import { findingsOf } from '../policies/report/report';
import { Subject } from '../policies/subject';
import { applyWaivers } from '../policies/waivers/apply-waivers';
import { waiversOf } from '../policies/waivers/waivers-of';
import { readStacks } from '../proof/reading/read-stacks';
import { emitStacks } from './emit-stacks';

/** Judges a cloud when CDKTF validates its tree, so that `cdktn synth` fails where `egov check` would. */
export class PolicyValidation implements IValidation {
  /** `asOf` is the day of the run, YYYY-MM-DD: waivers end. */
  constructor(
    private readonly environment: Pick<Environment, 'id' | 'values' | 'placeOf'>,
    private readonly design: Design,
    private readonly asOf: string,
  ) {}

  /** One text for each finding that fails and for each waiver that is wrong. */
  validate(): string[] {
    const { design, asOf } = this;
    const stacks = emitStacks(design);
    const providers = stacks.flatMap(({ definition }) => providersOfDefinition(definition));
    const subject = new Subject({ design, table: readStacks(stacks), providers, asOf });
    const known = policies.map((one) => one.id);
    const waived = applyWaivers(judge(policies, subject), waiversOf(this.environment), { asOf, known });
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
