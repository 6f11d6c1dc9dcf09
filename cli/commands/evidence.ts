import { resolve } from 'node:path';
import { counted } from '../../model/counted';
import type { Level } from '../../policies/clauses';
import { assess } from '../../policies/evidence/assessment';
import { evidenceFiles } from '../../policies/evidence/evidence-files';
import { levelWords, statusCounts } from '../../policies/evidence/evidence-rows';
import { certify } from '../../proof/certificate';
import { designHash } from '../../stacks/synthesise';
import { writeEvidenceFolder } from '../check/evidence-folder';
import { type Loaded, loadSubject } from '../check/load-subject';
import { policiesOf, runCheck } from '../check/run-check';
import { configOf } from '../config/load-config';
import { answer, answerJson, type Context, pause, show, tell } from '../context';
import { ExitCode } from '../exit-code';
import { shownFolder } from '../out-folder';
import { certificateText, stacksDigest } from '../proof/write-certificate';
import { sayProblems } from '../say-problems';
import { packageVersion } from '../version';

export interface EvidenceInputs {
  readonly id: string;
  readonly level: Level;
  readonly out: string;
  /** The day of the run, YYYY-MM-DD. */
  readonly asOf: string;
}

/**
 * Writes the assessor's folder: every clause of a level with its status, rules, waivers and records. It says how things
 * stand, so an open finding does not end it with an error; `egov check` does.
 */
export async function evidence({ id, level, out, asOf }: EvidenceInputs, context: Context): Promise<ExitCode> {
  const loaded = loadSubject({ id, asOf }, context);
  const own = configOf(context).policies;
  await pause(context);
  show(context, { en: `collecting evidence of ${id}`, zh: `正在收集 ${id} 的证据` });
  const { judgements, problems } = runCheck(loaded, policiesOf([], own), own);
  const { subject, stacks, waivers } = loaded;
  const { design } = subject;
  if (design === undefined) throw new Error(`${id} has no design`);
  const made = {
    environment: id,
    name: design.name,
    asOf,
    version: packageVersion(),
    platformLevel: subject.mlps,
    assessment: assess(judgements, level),
    waivers,
    problems,
    proof: subject.openings.proof,
    certificate: certificateOf(loaded),
    inputs: { design: designHash(design), stacks: stacksDigest(stacks) },
  };
  const files = evidenceFiles(made);
  const folder = resolve(context.folder, out);
  writeEvidenceFolder(folder, out, files);
  if (problems.length > 0) sayProblems(problems, context);
  if (level > made.platformLevel) {
    const words = levelWords(made);
    tell(context, { en: `${id}: level ${words.en}`, zh: `${id}：等级 ${words.zh}` });
  }
  const shown = shownFolder(folder, context);
  const count = Object.keys(files).length;
  if (context.json) answerJson(context, { environment: id, level, folder: shown, files: Object.keys(files).sort() });
  else
    answer(context, {
      en: `${id}, level ${level}: ${statusCounts(made, 'en')} of ${counted(made.assessment.clauses.length, 'clause')} · ${counted(count, 'file')} in ${shown}`,
      zh: `${id}，等级 ${level}：${made.assessment.clauses.length} 条款中 ${statusCounts(made, 'zh')} · ${shown} 中 ${count} 个文件`,
    });
  return ExitCode.ok;
}

/** The certificate of the proof, as `egov prove --certificate` writes it. */
function certificateOf({ name, subject, stacks }: Loaded): string | undefined {
  const { openings } = subject;
  const certificate = certify(openings.proof, openings.asked, { subject: name, input: stacksDigest(stacks) });
  return certificate && certificateText(certificate);
}
