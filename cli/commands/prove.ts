import { prove as proveWorld } from '../../proof/prove';
import { answerJson, type Context, pause, show } from '../context';
import { ExitCode } from '../exit-code';
import { loadWorld, type Subject } from '../proof/load-world';
import { proofLines } from '../proof/proof-words';

export interface ProveInputs {
  readonly subject: Subject;
  /** Whether statements that are proved are told one by one. */
  readonly full: boolean;
}

/**
 * Proves from the emitted resources what must hold of a cloud. Ends with 4 unless everything is proved: what is
 * unknown is not safe.
 */
export async function prove({ subject, full }: ProveInputs, context: Context): Promise<ExitCode> {
  const { name, world, intent, driver } = loadWorld(subject, context);
  await pause(context);
  show(context, { en: `proving ${name}`, zh: `正在证明 ${name}` });
  const proof = proveWorld(world, intent, driver);
  if (context.json) answerJson(context, { subject: name, driver, ...proof });
  else for (const line of proofLines(name, proof, context.language, full)) context.output.data(line);
  return proof.verdict === 'PROVED' ? ExitCode.ok : ExitCode.violated;
}
