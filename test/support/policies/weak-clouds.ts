import type { Finding } from '../../../policies/finding';
import { judge } from '../../../policies/judge';
import { policies } from '../../../policies/packs';
import type { Subject } from '../../../policies/subject';
import { subjectOfStacks } from '../../../policies/subject-of-stacks';
import type { Cloud, Weakness } from '../../../tools/weaknesses/weakness';
import { TODAY } from './judged';
import { referenceCloud } from './reference-cloud';

/** The reference cloud, and what all policies say of it and of what is made of it. */
export class WeakClouds {
  readonly reference = referenceCloud();
  readonly before = this.judge(this.reference).findings;
  private readonly known = new Set(this.before.map((one) => one.fingerprint));

  /** What is new in each variant of a change. */
  *variants(change: Weakness): Generator<{ readonly fresh: readonly Finding[]; readonly subject: Subject }> {
    for (const cloud of change.variants(this.reference)) {
      const { findings, subject } = this.judge(cloud);
      yield { fresh: findings.filter((one) => !this.known.has(one.fingerprint)), subject };
    }
  }

  private judge({ design, stacks }: Cloud): { readonly findings: readonly Finding[]; readonly subject: Subject } {
    const subject = subjectOfStacks(design, stacks, { asOf: TODAY });
    return { findings: judge(policies, subject).flatMap((one) => one.findings), subject };
  }
}
