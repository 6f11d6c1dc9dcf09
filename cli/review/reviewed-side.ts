import type { EmittedStack } from '../../model/emitted-stack';
import { ProblemsError } from '../../model/problem';
import type { Finding } from '../../policies/finding';
import { judge } from '../../policies/judge';
import { policies } from '../../policies/packs';
import { providersOfDefinition } from '../../policies/provider-blocks';
import { Subject } from '../../policies/subject';
import { applyWaivers } from '../../policies/waivers/apply-waivers';
import { waiversOf } from '../../policies/waivers/waivers-of';
import { prove } from '../../proof/prove';
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
    const { design, world } = side;
    const proof = sameNetwork ? {} : { proof: prove(world, design.intent, design.intent.network) };
    const quote = quoteCloud(side, MONTH);
    return { design, world, stacks: side.stacks, ...proof, findings: findingsOf(side, asOf), ...(quote && { quote }) };
  };
  const [was, is] = [full(old), full(now)];
  return { environment: id, ...(was && { before: was }), ...(is && { after: is }) };
}

/** Reviews compare list prices: terms of a contract are no part of a branch. */
const MONTH = { years: 0, discount: 0, tax: 0 };

interface Emitted extends ReadCloud {
  readonly stacks: readonly EmittedStack[];
  readonly table: ReturnType<typeof readStacks>;
  readonly world: ReturnType<typeof readWorld>;
}

function emitted(read: ReadCloud): Emitted {
  const stacks = emitStacks(read.design);
  const table = readStacks(stacks);
  return { ...read, stacks, table, world: readWorld(table) };
}

/** Everything that a proof depends on. */
function networkOf({ world, design }: Emitted): string {
  return withoutPlaces([world, design.intent]);
}

function findingsOf({ design, table, stacks, environment }: Emitted, asOf: string): readonly Finding[] {
  const providers = stacks.flatMap(({ definition }) => providersOfDefinition(definition));
  const subject = new Subject({ design, table, providers, asOf });
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
