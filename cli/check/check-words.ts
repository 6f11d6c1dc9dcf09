import { counted } from '../../model/counted';
import type { Language } from '../../model/text';
import type { Finding } from '../../policies/finding';
import type { Policy } from '../../policies/policy';
import { countsOf, findingsOf, type Report } from '../../policies/report/report';
import { severityWords, statusWords } from '../../policies/report/status-words';
import { paint } from '../paint';

/** Findings of one policy are told up to this many, unless all are wanted. */
const TOLD = 5;

const MARKS: Readonly<Record<Finding['status'], string>> = {
  error: '✗',
  fail: '✗',
  'evidence-missing': '?',
  warn: '!',
  waived: '~',
};

export interface CheckWords {
  readonly language: Language;
  readonly colour: boolean;
  /** Whether every finding is told. */
  readonly full: boolean;
}

/** A run for a person: policies with findings, the worst first, each with why it matters and how to repair it. */
export function checkLines(report: Report, words: CheckWords): string[] {
  const policies = new Map(report.judgements.map(({ policy }) => [policy.id, policy]));
  const groups = new Map<string, Finding[]>();
  for (const one of findingsOf(report)) {
    const key = `${one.status} ${one.policy}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [
    ...[...groups.values()].flatMap((findings) =>
      groupLines(findings, policies.get(findings[0]?.policy ?? '') as Policy, words),
    ),
    totalLine(report, words.language),
  ];
}

function groupLines(findings: readonly Finding[], policy: Policy, { language, colour, full }: CheckWords): string[] {
  const [first] = findings as readonly [Finding, ...Finding[]];
  const { status, severity } = first;
  const clauses = [...new Set(findings.flatMap((one) => one.clauses))];
  const style = status === 'fail' || status === 'error' ? 'red' : status === 'waived' ? 'dim' : 'yellow';
  const head = `${MARKS[status]} ${policy.id} · ${statusWords[status][language]} · ${severityWords[severity][language]}`;
  const told = full ? findings : findings.slice(0, TOLD);
  const more = findings.length - told.length;
  const reasons = status === 'error' ? [] : [`    ${policy.why[language]}`];
  const repair = language === 'zh' ? '处理' : 'fix';
  const repairs = [...new Set(told.map((one) => one.fix[language]))];
  return [
    `${paint(colour, style, head)} · ${policy.title[language]} · ${[policy.standard, ...clauses].join(' ')}`,
    ...reasons,
    ...told.flatMap((one) => findingLines(one, language)),
    ...(more > 0 ? [language === 'zh' ? `    另有 ${more} 项，见 --full` : `    and ${more} more: --full`] : []),
    ...repairs.map((words) => `    ${repair}: ${words}`),
  ];
}

function findingLines(finding: Finding, language: Language): string[] {
  const { resource, place, message, fingerprint, waiver, level } = finding;
  const ticket = waiver === undefined ? '' : ` · ${waiver}`;
  const at = place === resource ? resource : `${place} · ${resource}`;
  const judged = language === 'zh' ? `等级 ${level}` : `level ${level}`;
  return [`  - ${message[language]}`, `      ${at} · ${judged} · ${fingerprint}${ticket}`];
}

function totalLine(report: Report, language: Language): string {
  const { policies, findings, looked } = countsOf(report);
  const told = <K extends keyof typeof statusWords>(counts: Readonly<Partial<Record<K, number>>>): string =>
    Object.entries(counts)
      .map(([status, count]) => `${count} ${statusWords[status as K][language]}`)
      .join(language === 'zh' ? '，' : ', ');
  const found = told(findings);
  return language === 'zh'
    ? `${report.subject}：${report.judgements.length} 条策略（${told(policies)}）· 发现：${found || '无'} · 检查 ${looked} 个对象 · ${report.asOf}`
    : `${report.subject}: ${counted(report.judgements.length, 'policy', 'policies')} (${told(policies)}) · findings: ${found || 'none'} · ${counted(looked, 'thing')} looked at · ${report.asOf}`;
}
