import { counted } from '../../model/counted';
import type { Language, Text } from '../../model/text';
import type { Finding } from '../finding';
import { escaped } from './markup';
import { markupTable, page } from './page';
import { countsOf, findingsOf, type Report } from './report';
import { severityWords, statusWords } from './status-words';

const HEADS: readonly Text[] = [
  { en: 'status', zh: '状态' },
  { en: 'severity', zh: '严重程度' },
  { en: 'policy and clauses', zh: '策略与条款' },
  { en: 'what and where', zh: '问题与位置' },
  { en: 'repair', zh: '处理' },
];

/** All findings on one page, the worst first, and every policy with its status. */
export function reportHtml(report: Report, language: Language): string {
  const { subject, asOf, judgements } = report;
  const { policies, looked } = countsOf(report);
  const counts = Object.entries(policies).map(
    ([status, count]) => `${statusWords[status as keyof typeof statusWords][language]} ${count}`,
  );
  const title = language === 'zh' ? `${subject} 策略检查` : `Policies: ${subject}`;
  const summary =
    language === 'zh'
      ? `${asOf} · ${judgements.length} 条策略（${counts.join('，')}）· 检查 ${looked} 个对象`
      : `${asOf} · ${counted(judgements.length, 'policy', 'policies')} (${counts.join(', ')}) · ${counted(looked, 'thing')} looked at`;
  const findings = findingsOf(report);
  return page(
    title,
    [
      `<p>${escaped(summary)}</p>`,
      `<h2>${language === 'zh' ? '发现' : 'Findings'} (${findings.length})</h2>`,
      markupTable(
        HEADS.map((head) => head[language]),
        findings.map((one) => rowOf(one, language)),
      ),
      `<h2>${language === 'zh' ? '策略' : 'Policies'} (${judgements.length})</h2>`,
      markupTable(
        language === 'zh' ? ['策略', '标题', '状态', '检查对象'] : ['policy', 'title', 'status', 'looked at'],
        judgements.map(({ policy, status, looked: things }) => [
          `<code>${escaped(policy.id)}</code>`,
          escaped(policy.title[language]),
          statusMark(status, language),
          String(things.length),
        ]),
      ),
    ],
    language,
  );
}

function rowOf(finding: Finding, language: Language): string[] {
  const { status, severity, policy, standard, clauses, level, resource, place, message, fix, fingerprint } = finding;
  const at = place === resource ? '' : `<br><code>${escaped(place)}</code>`;
  const ticket = finding.waiver === undefined ? '' : `<br>${escaped(finding.waiver)}`;
  return [
    `${statusMark(status, language)}${ticket}`,
    escaped(severityWords[severity][language]),
    `<code>${escaped(policy)}</code><br>${escaped([standard, ...clauses].join(' '))}<br>${language === 'zh' ? '等级' : 'level'} ${level}`,
    `${escaped(message[language])}<br><code>${escaped(resource)}</code>${at}<br><code>${fingerprint}</code>`,
    escaped(fix[language]),
  ];
}

export function statusMark(status: keyof typeof statusWords, language: Language): string {
  return `<span class="${status} part">${escaped(statusWords[status][language])}</span>`;
}
