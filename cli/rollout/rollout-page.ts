import type { Language } from '../../model/text';
import { escaped } from '../../policies/report/markup';
import { page } from '../../review/page/page';
import type { RolloutReport } from '../../rollout/rollout-report';
import { outcomeNames, statusNames, totalsWords } from './rollout-words';

const WORDS = {
  en: {
    title: 'Rollout',
    facts: ['outcome', 'selection', 'planned by', 'started by', 'started', 'ended', 'environments'],
    approvals: 'Approvals',
    nobody: 'nobody approved',
    members: 'Environments',
    columns: ['wave', 'environment', 'status', 'plan', 'changes', 'applies', 'seconds', 'failure'],
    through: 'through wave',
    canary: 'canary',
  },
  zh: {
    title: '发布',
    facts: ['结果', '选择条件', '计划人', '发起人', '开始', '结束', '环境'],
    approvals: '批准记录',
    nobody: '无人批准',
    members: '各环境',
    columns: ['批次', '环境', '状态', '计划哈希', '变更', '执行次数', '用时（秒）', '失败原因'],
    through: '至批次',
    canary: '金丝雀',
  },
} as const;

/** The report as one page that needs nothing beside it. */
export function rolloutPage(report: RolloutReport, language: Language): string {
  const words = WORDS[language];
  const facts = [
    outcomeNames[report.outcome][language],
    report.selection === '' ? '-' : report.selection,
    report.plannedBy,
    report.startedBy ?? '-',
    report.started ?? '-',
    report.ended ?? '-',
    `${report.members.length}: ${totalsWords(report, language)}`,
  ];
  const approvals = report.approvals.map(
    ({ by, at, through }) => `<li>${escaped(by)} · ${at} · ${words.through} ${through}</li>`,
  );
  const rows = report.members.map((one) =>
    cells('td', [
      one.wave === 0 ? words.canary : `${one.wave}`,
      one.id,
      statusNames[one.status][language],
      one.plan ?? '-',
      `${one.changes}`,
      `${one.applies}`,
      one.seconds?.toFixed(1) ?? '-',
      one.failure === undefined ? '' : `${one.failure.class}: ${one.failure.codes.join(', ')}`,
    ]),
  );
  const body = [
    `<h1>${words.title} ${escaped(report.rollout)}</h1>`,
    `<table>${words.facts.map((name, i) => `<tr><th>${name}</th><td>${escaped(facts[i] ?? '')}</td></tr>`).join('')}</table>`,
    `<h2>${words.approvals}</h2>`,
    approvals.length === 0 ? `<p>${words.nobody}</p>` : `<ul>${approvals.join('')}</ul>`,
    `<h2>${words.members}</h2>`,
    `<table>${cells('th', words.columns)}${rows.join('\n')}</table>`,
  ].join('\n');
  return page({ title: `${words.title} ${report.rollout}`, language, body });
}

function cells(tag: 'td' | 'th', values: readonly string[]): string {
  return `<tr>${values.map((value) => `<${tag}>${escaped(value)}</${tag}>`).join('')}</tr>`;
}
