import type { EmittedStack } from '../../model/emitted-stack';
import { ProblemsError } from '../../model/problem';
import type { Finding } from '../../policies/finding';
import { judge } from '../../policies/judge';
import { policies } from '../../policies/packs';
import { providersOfDefinition } from '../../policies/provider-blocks';
import { Subject } from '../../policies/subject';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { Case } from '../../proof/judge/case';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import type { CloudPair, ReviewedCloud } from '../../review/reviewed-cloud';
import { emitStacks } from '../../stacks/emit-stacks';
import { quoteCloud } from './quote-cloud';
import { type ReadCloud, withoutPlaces } from './read-clouds';

/** Emits both sides, and proves and judges them where their answers could differ. Throws ProblemsError of the head. */
export function pairOf(
  id: string,
  before: ReadCloud | undefined,
  after: ReadCloud | undefined,
  asOf: string,
): CloudPair {
  const [old, now] = [before && emitted(before), after && emitted(after)];
  const sameNetwork = old && now && networkOf(old) === networkOf(now);
  const full = (side: Emitted | undefined): ReviewedCloud | undefined => {
    if (!side) return undefined;
    const { design, asked, stacks } = side;
    const subject = subjectOf(side, asOf);
    const proof = sameNetwork ? {} : { proof: subject.openings.proof };
    const quote = quoteCloud(side, MONTH);
    return { design, asked, stacks, ...proof, findings: findingsOf(subject, side), ...(quote && { quote }) };
  };
  const [was, is] = [full(old), full(now)];
  return { environment: id, ...(was && { before: was }), ...(is && { after: is }) };
}

/** Reviews compare list prices: terms of a contract are no part of a branch. */
const MONTH = { years: 0, discount: 0, tax: 0 };

interface Emitted extends ReadCloud {
  readonly stacks: readonly EmittedStack[];
  readonly table: ReturnType<typeof readStacks>;
  readonly asked: Case;
}

function emitted(read: ReadCloud): Emitted {
  const stacks = emitStacks(read.design);
  const table = readStacks(stacks);
  const { intent } = read.design;
  return { ...read, stacks, table, asked: new Case(readWorld(table), intent, intent.network) };
}

/** Everything that a proof depends on. */
function networkOf({ asked: { world, intent } }: Emitted): string {
  return withoutPlaces([world, intent]);
}

function subjectOf({ design, table, asked, stacks }: Emitted, asOf: string): Subject {
  const providers = stacks.flatMap(({ definition }) => providersOfDefinition(definition));
  return new Subject({ design, table, asked, providers, asOf });
}

function findingsOf(subject: Subject, { environment }: Emitted): readonly Finding[] {
  const { asOf } = subject;
  const known = policies.map((one) => one.id);
  const { judgements } = applyWaivers(judge(policies, subject), waiversOf(environment), { asOf, known });
  return judgements.flatMap((one) => one.findings);
}

/** Whether a cloud can be emitted at all. */
export function problemsOfEmission(work: () => CloudPair): CloudPair | ProblemsError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemsError) return error;
    throw error;
  }
}
