import type { EmittedStack } from '../../model/emitted-stack';
import { ProblemsError } from '../../model/problem';
import type { Finding } from '../../policies/finding';
import { judge } from '../../policies/judge';
import { policies } from '../../policies/packs';
import type { Policy } from '../../policies/policy';
import type { Subject } from '../../policies/subject';
import { subjectOfStacks } from '../../policies/subject-of-stacks';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { Case } from '../../proof/judge/case';
import { type DiffSide, pairedCases } from '../../proof/judge/paired-cases';
import { readStacks } from '../../proof/reading/read-stacks';
import { readWorld } from '../../proof/reading/read-world';
import type { NetworkWorld } from '../../proof/world/network-world';
import type { CloudPair, ReviewedCloud } from '../../review/reviewed-cloud';
import { emitStacks } from '../../stacks/emit-stacks';
import { ownManifests } from '../check/own-manifests';
import { clusterStacks } from '../kubernetes/cluster-stacks';
import { quoteCloud } from './quote-cloud';
import { isSame, type ReadCloud } from './read-clouds';

/** Emits both sides, and proves and judges them where their answers could differ, by policies of the repository too. Throws ProblemsError of the head. */
export function pairOf(
  id: string,
  before: ReadCloud | undefined,
  after: ReadCloud | undefined,
  asOf: string,
  own: readonly Policy[],
): CloudPair {
  // A stack that is made of the same on both sides is emitted once.
  const stacks = new Map<string, EmittedStack>();
  const [old, now] = [before && emitted(before, stacks), after && emitted(after, stacks)];
  const sameNetwork = old && now && isSameNetwork(old, now);
  // What passes on one side is computed once for its proof, its findings and the comparison with the other.
  const cases = old && now ? pairedCases(sideOf(old), sideOf(now)) : [];
  const full = (side: Emitted | undefined, known: Case | undefined): ReviewedCloud | undefined => {
    if (!side) return undefined;
    const { design, stacks } = side;
    const asked = known ?? new Case(side.world, design.intent, design.intent.network);
    const subject = subjectOf(side, asked, asOf);
    const proof = sameNetwork ? {} : { proof: subject.openings.proof };
    const quote = quoteCloud(side, MONTH);
    return {
      design,
      asked,
      stacks,
      clusters: clusterStacks(design),
      ...proof,
      findings: findingsOf(subject, side, [...policies, ...own]),
      ...(quote && { quote }),
    };
  };
  const [was, is] = [full(old, cases[0]), full(now, cases[1])];
  return { environment: id, ...(was && { before: was }), ...(is && { after: is }) };
}

/** Reviews compare list prices: terms of a contract are no part of a branch. */
const MONTH = { years: 0, discount: 0, tax: 0 };

interface Emitted extends ReadCloud {
  readonly stacks: readonly EmittedStack[];
  readonly table: ReturnType<typeof readStacks>;
  readonly world: NetworkWorld;
}

function emitted(read: ReadCloud, known: Map<string, EmittedStack>): Emitted {
  const stacks = emitStacks(read.design, known);
  const table = readStacks(stacks);
  return { ...read, stacks, table, world: readWorld(table) };
}

function sideOf({ world, design: { intent } }: Emitted): DiffSide {
  return { world, intent, driver: intent.network };
}

/** Whether everything that a proof depends on is the same. */
function isSameNetwork(a: Emitted, b: Emitted): boolean {
  return isSame(a.world, b.world, ['place']) && isSame(a.design.intent, b.design.intent, ['place']);
}

function subjectOf({ design, table, stacks }: Emitted, asked: Case, asOf: string): Subject {
  return subjectOfStacks(design, stacks, { table, asked, manifests: ownManifests(design, design.mlps), asOf });
}

function findingsOf(subject: Subject, { environment }: Emitted, asked: readonly Policy[]): readonly Finding[] {
  const { asOf } = subject;
  const known = asked.map((one) => one.id);
  const { judgements } = applyWaivers(judge(asked, subject), waiversOf(environment), { asOf, known });
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
