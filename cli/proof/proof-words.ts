import { counted } from '../../model/counted';
import type { Language, Text } from '../../model/text';
import type { Proof, Statement, Verdict, Violation } from '../../proof/proof';

const VERDICTS: Readonly<Record<Verdict, Text>> = {
  PROVED: { en: 'proved', zh: '已证明' },
  VIOLATED: { en: 'violated', zh: '被违反' },
  UNKNOWN: { en: 'unknown', zh: '无法判定' },
};

const MARKS: Readonly<Record<Verdict, string>> = { PROVED: '✓', VIOLATED: '✗', UNKNOWN: '?' };

/** A proof for a person: the invariants, whatever is not proved, and how many of each. */
export function proofLines(name: string, proof: Proof, language: Language, full: boolean): string[] {
  const told = proof.statements.filter(({ kind, verdict }) => full || kind === 'invariant' || verdict !== 'PROVED');
  return [
    ...told.flatMap((statement) => statementLines(statement, language)),
    ...deviationLines(proof, language),
    totalLine(name, proof, language),
  ];
}

function statementLines(
  { id, text, verdict, place, violations, found, missing }: Statement,
  language: Language,
): string[] {
  const more = found - violations.length;
  const others = { en: `    and ${more} more`, zh: `    另有 ${more} 项` };
  return [
    `${MARKS[verdict]} ${id} · ${text[language]}${place === undefined || verdict === 'PROVED' ? '' : ` (${place})`}`,
    ...violations.flatMap((violation) => violationLines(violation, language)),
    ...(more > 0 ? [others[language]] : []),
    ...missing.map((one) => `    ${one.place}: ${one.assumption}`),
  ];
}

function violationLines({ from, to, packet, path, place, because }: Violation, language: Language): string[] {
  const sent = packet === undefined ? '' : ` · ${packet.service} ${packet.source} → ${packet.destination}`;
  return [
    `    ${from} → ${to}${sent}`,
    `    ${place}: ${because[language]}`,
    ...path.map(({ what, resource, detail }) => `      ${what} · ${resource} · ${detail}`),
  ];
}

function deviationLines({ deviations }: Proof, language: Language): string[] {
  return deviations.map(({ id, what }) => `! ${id} · ${what[language]}`);
}

function totalLine(name: string, { verdict, statements, assumptions }: Proof, language: Language): string {
  const count = (wanted: Verdict): number => statements.filter((one) => one.verdict === wanted).length;
  const counts = (['PROVED', 'VIOLATED', 'UNKNOWN'] as const)
    .filter((one) => count(one) > 0)
    .map((one) => `${count(one)} ${VERDICTS[one][language]}`)
    .join(language === 'zh' ? '，' : ', ');
  const granted = {
    en: `${counted(assumptions.length, 'assumption')}, listed by --json`,
    zh: `${assumptions.length} 条前提，见 --json`,
  };
  return `${name}: ${verdict} · ${counts} · ${granted[language]}`;
}
