import { csv } from '../report/csv';
import { CERTIFICATE_FILE, type Evidence, PROOF_FILE, ruleFile } from './evidence';
import { evidenceHtml } from './evidence-html';
import { evidenceJson, proofJson, ruleJson } from './evidence-json';
import { evidenceMarkdown } from './evidence-markdown';
import { evidenceRows } from './evidence-rows';
import { oscalResults } from './oscal';

/** The folder of an assessor: paths with their text. The same evidence gives the same bytes. */
export function evidenceFiles(evidence: Evidence): Readonly<Record<string, string>> {
  const { assessment, proof, certificate } = evidence;
  return {
    'index.html': evidenceHtml(evidence, 'zh'),
    'index.en.html': evidenceHtml(evidence, 'en'),
    'evidence.md': evidenceMarkdown(evidence, 'zh'),
    'evidence.en.md': evidenceMarkdown(evidence, 'en'),
    'evidence.json': json(evidenceJson(evidence)),
    'evidence.csv': evidenceCsv(evidence),
    'assessment-results.json': json(oscalResults(evidence)),
    [PROOF_FILE]: json(proofJson(proof)),
    ...(certificate !== undefined && { [CERTIFICATE_FILE]: certificate }),
    ...Object.fromEntries(assessment.rules.map((one) => [ruleFile(one.policy.id), json(ruleJson(one))])),
  };
}

/** One row for each control of each clause. A byte order mark, for the spreadsheet that would guess GBK. */
function evidenceCsv(evidence: Evidence): string {
  const chinese = evidenceRows(evidence, 'zh');
  const rows = evidenceRows(evidence, 'en').map((row, i) => [
    row.clause,
    chinese[i]?.point ?? '',
    row.control,
    row.requirement,
    chinese[i]?.requirement ?? '',
    row.status,
    row.rules.map((one) => one.id).join(' '),
    row.rules.map((one) => one.file).join(' '),
    row.remarks.join('; '),
  ]);
  const head = ['clause', 'point', 'control', 'requirement', '要求', 'status', 'rules', 'files', 'remarks'];
  return `\ufeff${csv([head, ...rows])}`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
