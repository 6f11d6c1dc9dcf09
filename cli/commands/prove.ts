import { resolve } from 'node:path';
import { counted } from '../../model/counted';
import { ProblemsError } from '../../model/problem';
import { certify } from '../../proof/certificate';
import type { Proof } from '../../proof/proof';
import { answerJson, type Context, pause, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { type LoadedCase, loadWorld, type Subject } from '../proof/load-world';
import { proofLines } from '../proof/proof-words';
import { waiverLines } from '../proof/waived-proof';
import { isSound, wholeProof } from '../proof/whole-proof';
import { stacksDigest, writeCertificate } from '../proof/write-certificate';
import { USAGE_ARGUMENT } from '../usage-problems';

export interface ProveInputs {
  readonly subject: Subject;
  /** Whether statements that are proved are told one by one. */
  readonly full: boolean;
  /** File that takes the certificate, for `tools/check-certificate.py`. */
  readonly certificate?: string | undefined;
  /** The day on which waivers are read, YYYY-MM-DD. */
  readonly asOf: string;
}

/**
 * Proves from the emitted resources what must hold of a cloud. Ends with 4 unless everything is proved, or accepted by a
 * waiver: what is unknown is not safe, and what a waiver accepts beyond what passes would be open to the next change.
 * A certificate holds nothing that is only accepted.
 */
export async function prove(inputs: ProveInputs, context: Context): Promise<ExitCode> {
  const { subject, full, certificate, asOf } = inputs;
  const loaded = loadWorld(subject, context);
  const { name, asked } = loaded;
  if (certificate !== undefined && !asked.intent) throw withoutIntent();
  await pause(context);
  show(context, { en: `proving ${name}`, zh: `正在证明 ${name}` });
  const { network, proof } = wholeProof(loaded, asOf);
  if (context.json) answerJson(context, { subject: name, driver: asked.driver, ...proof });
  else {
    const lines = proofLines(name, proof, context.language, full);
    for (const line of [...lines.slice(0, -1), ...waiverLines(proof, context.language), ...lines.slice(-1)])
      context.output.data(line);
  }
  if (certificate !== undefined) writeCertificateOf(loaded, network, certificate, context);
  return isSound(proof) ? ExitCode.ok : ExitCode.violated;
}

function writeCertificateOf({ name, asked, stacks }: LoadedCase, proof: Proof, file: string, context: Context): void {
  const made = certify(proof, asked, { subject: name, input: stacksDigest(stacks) });
  if (!made) {
    tell(context, { en: 'not everything is proved: no certificate was written', zh: '未全部证明：未写出证书' });
    return;
  }
  writeCertificate(resolve(context.folder, file), made);
  const count = made.statements.length;
  tell(context, { en: `certificate of ${counted(count, 'statement')}: ${file}`, zh: `${count} 条结论的证书：${file}` });
}

/** A file of somebody else says nothing about what is allowed, so there is nothing to certify. */
function withoutIntent(): ProblemsError {
  const what = { en: '--certificate needs an environment', zh: '--certificate 需要环境' };
  return new ProblemsError([USAGE_ARGUMENT.at('egov prove', { what, command: 'egov prove' })]);
}
