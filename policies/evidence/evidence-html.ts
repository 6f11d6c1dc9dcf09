import type { Language } from '../../model/text';
import type { Finding } from '../finding';
import { statusMark } from '../report/html';
import { escaped } from '../report/markup';
import { markupTable, page } from '../report/page';
import { CERTIFICATE_FILE, type Evidence, PROOF_FILE } from './evidence';
import { type EvidenceRow, evidenceRows, levelWords, manualLines, statusCounts, waiverRows } from './evidence-rows';
import { clauseHeads, evidenceWords, findingHeads, waiverHeads } from './evidence-words';
import { openFindings } from './open-findings';

/** One page with everything that an assessor reads first; it links to the records beside it. */
export function evidenceHtml(evidence: Evidence, language: Language): string {
  const { name, assessment, waivers } = evidence;
  const words = (key: keyof typeof evidenceWords): string => escaped(evidenceWords[key][language]);
  const heads = (list: typeof clauseHeads): string[] => list.map((one) => one[language]);
  const open = openFindings(evidence);
  return page(
    `${evidenceWords.title[language]} · ${name} · GB/T 22239-2019`,
    [
      `<p>${words('about')}</p>`,
      markupTable([], factRows(evidence, language)),
      `<h2>${words('clauses')} (${assessment.clauses.length})</h2>`,
      `<p>${escaped(statusCounts(evidence, language))}</p>`,
      markupTable(
        heads(clauseHeads),
        evidenceRows(evidence, language).map((row) => clauseCells(row, language)),
      ),
      `<h2>${words('findings')} (${open.length})</h2>`,
      markupTable(
        heads(findingHeads),
        open.map((one) => findingCells(one, language)),
      ),
      `<h2>${words('waivers')} (${waivers.length})</h2>`,
      markupTable(
        heads(waiverHeads),
        waiverRows(evidence).map((cells) => cells.map(escaped)),
      ),
      `<h2>${words('manual')}</h2>`,
      `<ul>${manualLines(evidence, language)
        .map((line) => `<li>${escaped(line)}</li>`)
        .join('')}</ul>`,
    ],
    language,
  );
}

function factRows(evidence: Evidence, language: Language): string[][] {
  const { environment, name, asOf, version, inputs, proof, certificate } = evidence;
  const words = (key: keyof typeof evidenceWords): string => escaped(evidenceWords[key][language]);
  return [
    [words('subject'), `${escaped(name)} (<code>${escaped(environment)}</code>)`],
    [words('level'), `GB/T 22239-2019 · ${escaped(levelWords(evidence)[language])}`],
    [words('day'), `${escaped(asOf)} · egov ${escaped(version)}`],
    [words('inputs'), `<code>${inputs.design}</code><br><code>${inputs.stacks}</code>`],
    [words('proof'), `<a href="${PROOF_FILE}">${proof.verdict}</a>`],
    [
      words('certificate'),
      certificate ? `<a href="${CERTIFICATE_FILE}">${CERTIFICATE_FILE}</a>` : words('noCertificate'),
    ],
  ];
}

function clauseCells({ clause, point, control, requirement, status, rules, remarks }: EvidenceRow, language: Language) {
  return [
    `<span class="part">${escaped(clause)}</span>`,
    escaped(point),
    `${escaped(requirement)} <code class="part">${escaped(control)}</code>`,
    statusMark(status, language),
    rules.map(({ id, file, words }) => `<a href="${file}">${escaped(id)}</a> ${together(words)}`).join('<br>'),
    remarks.map(escaped).join('<br>'),
  ];
}

function findingCells(
  { status, policy, clauses, message, resource, place, fix }: Finding,
  language: Language,
): string[] {
  const at = place === resource ? '' : `<br><code>${escaped(place)}</code>`;
  return [
    statusMark(status, language),
    `${escaped(policy)}<br>${escaped(clauses.join(', '))}`,
    `${escaped(message[language])}<br><code>${escaped(resource)}</code>${at}`,
    escaped(fix[language]),
  ];
}

/** What is looked at and found, broken between the parts and not within one. */
function together(words: string): string {
  const parts = words.split(/(?<=,) |(?<=，)/).map((part) => `<span class="part">${escaped(part)}</span>`);
  return parts.join(words.includes('，') ? '<wbr>' : ' ');
}
