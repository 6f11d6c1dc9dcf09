import type { EmittedStack } from '../../../model/emitted-stack';
import type { Finding } from '../../../policies/finding';
import { judge } from '../../../policies/judge';
import type { Judgement } from '../../../policies/judgement';
import { manifestOf } from '../../../policies/manifest';
import type { Policy } from '../../../policies/policy';
import { Subject, type SubjectProps } from '../../../policies/subject';
import { readStacks } from '../../../proof/reading/read-stacks';

/** A day for every test. */
export const TODAY = '2026-11-25';

/** One policy on resources as `cdk.tf.json` has them, `new SmallCloud()…stack` for one, and no Design. */
export function judgedStack(policy: Policy, stack: EmittedStack, props: Partial<SubjectProps> = {}): Judgement {
  return judged(policy, { table: readStacks([stack]), ...props });
}

/** One policy on Kubernetes objects. */
export function judgedManifests(policy: Policy, objects: readonly unknown[], level = 3): Judgement {
  return judged(policy, {
    manifests: objects.flatMap((one, i) => manifestOf(one, `all.yaml:${i + 1}:1`, level) ?? []),
  });
}

export function judged(policy: Policy, props: Partial<SubjectProps>): Judgement {
  return judge([policy], new Subject({ asOf: TODAY, ...props }))[0] as Judgement;
}

/** `fail secgroup.web · the group keeps no state of connections`, one for each finding. */
export function saidOf({ findings }: Judgement): string[] {
  return findings.map((one: Finding) => `${one.status} ${one.resource} · ${one.message.en}`);
}

/** What was found, or the status alone where nothing was: `pass`, `not-applicable`. */
export function verdictOf(judgement: Judgement): string[] {
  return judgement.findings.length === 0 ? [judgement.status] : saidOf(judgement);
}
