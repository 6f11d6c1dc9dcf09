import type { Language, Text } from '../../model/text';
import { markdownCell } from '../report/markup';
import { statusWords } from '../report/status-words';
import { CERTIFICATE_FILE, type Evidence, PROOF_FILE } from './evidence';
import { evidenceRows, levelWords, manualLines, statusCounts, waiverRows } from './evidence-rows';
import { clauseHeads, evidenceWords, findingHeads, waiverHeads } from './evidence-words';
import { openFindings } from './open-findings';

/** The same as the page, for whoever keeps evidence beside the code. */
export function evidenceMarkdown(evidence: Evidence, language: Language): string {
  const { name, environment, assessment, asOf, version, inputs, proof, certificate } = evidence;
  const words = (key: keyof typeof evidenceWords): string => evidenceWords[key][language];
  return [
    `# ${words('title')} · ${markdownCell(name)} · GB/T 22239-2019`,
    '',
    words('about'),
    '',
    `* ${words('subject')}: ${markdownCell(name)} (${environment})`,
    `* ${words('level')}: ${levelWords(evidence)[language]}`,
    `* ${words('day')}: ${asOf} · egov ${version}`,
    `* ${words('inputs')}: ${inputs.design} · ${inputs.stacks}`,
    `* ${words('proof')}: [${proof.verdict}](${PROOF_FILE})`,
    `* ${words('certificate')}: ${certificate ? `[${CERTIFICATE_FILE}](${CERTIFICATE_FILE})` : words('noCertificate')}`,
    '',
    `## ${words('clauses')} (${assessment.clauses.length})`,
    '',
    statusCounts(evidence, language),
    '',
    ...table(
      clauseHeads,
      evidenceRows(evidence, language).map((row) => [
        row.clause,
        row.point,
        `${markdownCell(row.requirement)} (${row.control})`,
        statusWords[row.status][language],
        row.rules.map(({ id, file, words: told }) => `[${id}](${file}) ${told}`).join('; '),
        markdownCell(row.remarks.join('; ')),
      ]),
      language,
    ),
    '',
    `## ${words('findings')}`,
    '',
    ...table(
      findingHeads,
      openFindings(evidence).map((one) => [
        statusWords[one.status][language],
        `${one.policy} ${one.clauses.join(', ')}`,
        markdownCell(`${one.message[language]} · ${one.resource} · ${one.place}`),
        markdownCell(one.fix[language]),
      ]),
      language,
    ),
    '',
    `## ${words('waivers')}`,
    '',
    ...table(
      waiverHeads,
      waiverRows(evidence).map((cells) => cells.map(markdownCell)),
      language,
    ),
    '',
    `## ${words('manual')}`,
    '',
    ...manualLines(evidence, language).map((line) => `* ${line}`),
    '',
  ].join('\n');
}

function table(heads: readonly Text[], rows: readonly (readonly string[])[], language: Language): string[] {
  if (rows.length === 0) return [evidenceWords.none[language]];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads.map((one) => one[language])), line(heads.map(() => '---')), ...rows.map(line)];
}
