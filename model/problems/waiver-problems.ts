import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const WAIVER_POLICY = new ProblemKind<{ policy: string; near: readonly string[] }>({
  code: 'WAIVER_POLICY',
  why: text(
    'A waiver of a policy that there is not would be read as cover, and covers nothing.',
    '不存在的策略无从豁免。',
  ),
  message: ({ policy }) => text(`there is no policy ${policy}`, `没有策略 ${policy}`),
  fix: ({ near }) =>
    near.length > 0
      ? text(`did you mean ${near.join(' or ')}?`, `是否应为 ${near.join(' 或 ')}？`)
      : text('docs/reference/policies.md lists them', '见 docs/reference/policies.md'),
});

export const WAIVER_UNUSED = new ProblemKind<{ policy: string; at: string; beyond: string | undefined }>({
  code: 'WAIVER_UNUSED',
  why: text(
    'A waiver outlives its finding unnoticed, and covers the next one of the kind. It covers only what lies within it.',
    '无对应发现的豁免会悄然掩盖以后的问题；豁免只覆盖其范围之内的发现。',
  ),
  message: ({ policy, at, beyond }) =>
    beyond === undefined
      ? text(`${policy} finds nothing at ${at}`, `${policy} 在 ${at} 没有发现`)
      : text(
          `${policy} at ${at} is more than the waiver names: ${beyond}`,
          `${policy} 在 ${at} 的发现超出豁免范围：${beyond}`,
        ),
  fix: ({ beyond }) =>
    beyond === undefined
      ? text('delete the waiver', '删除该豁免')
      : text('narrow the rule, or have the wider set approved', '收窄规则，或对更大范围另行审批'),
});

export const WAIVER_BROAD = new ProblemKind<{ policy: string; at: string; found: readonly string[] }>({
  code: 'WAIVER_BROAD',
  why: text(
    'Who approves one finding must not have approved its neighbours too.',
    '批准一项发现，不等于批准同一对象的其他发现。',
  ),
  message: ({ policy, at, found }) =>
    text(
      `${policy} has ${found.length} findings at ${at}, and the waiver does not say which`,
      `${policy} 在 ${at} 有 ${found.length} 项发现，豁免未指明是哪一项`,
    ),
  fix: ({ found }) =>
    text(
      `write one waiver each, with \`fingerprint:\` ${found.slice(0, 4).join(', ')}${found.length > 4 ? ' …' : ''}`,
      `逐项豁免并写明 \`fingerprint:\`：${found.slice(0, 4).join('、')}${found.length > 4 ? ' …' : ''}`,
    ),
});

export const WAIVER_EXPIRED = new ProblemKind<{ policy: string; until: string; asOf: string }>({
  code: 'WAIVER_EXPIRED',
  why: text(
    'A risk was accepted until a day; after it the finding counts again.',
    '风险仅在期限内被接受，逾期即重新计入。',
  ),
  message: ({ policy, until, asOf }) =>
    text(
      `the waiver of ${policy} ended on ${until}; today is ${asOf}`,
      `${policy} 的豁免已于 ${until} 到期，今日为 ${asOf}`,
    ),
  fix: () => text('repair the finding, or have it approved anew', '整改，或重新审批'),
});

export const WAIVER_ENDING = new ProblemKind<{ policy: string; until: string; days: number }>({
  code: 'WAIVER_ENDING',
  why: text('Thirty days are left for a repair, or for another approval.', '到期前三十天提示，以便整改或续批。'),
  message: ({ policy, until, days }) =>
    text(
      `the waiver of ${policy} ends on ${until}, in ${days} days`,
      `${policy} 的豁免将于 ${until} 到期，剩余 ${days} 天`,
    ),
  fix: () => text('repair the finding before that day', '在到期前完成整改'),
});

export const WAIVER_TERM = new ProblemKind<{ severity: string; until: string; longest: string; days: number }>({
  code: 'WAIVER_TERM',
  why: text(
    'The graver a finding, the sooner somebody must look at it again: 30 days for critical, 90 for high, 180 for medium, 365 for low.',
    '问题越严重，复核越早：紧急 30 天，高 90 天，中 180 天，低 365 天。',
  ),
  message: ({ severity, until, longest, days }) =>
    text(
      `until ${until} is too long for a ${severity} finding: ${days} days end on ${longest}`,
      `${severity} 级发现的豁免至多 ${days} 天，即 ${longest}，现为 ${until}`,
    ),
  fix: ({ longest }) => text(`write \`until: ${longest}\` or an earlier day`, `改为 \`until: ${longest}\` 或更早`),
});

export const WAIVER_DATE = new ProblemKind<{ until: string }>({
  code: 'WAIVER_DATE',
  why: text('A waiver without a day on which it ends never ends.', '没有到期日的豁免永不失效。'),
  message: ({ until }) => text(`${until} is no day of the calendar`, `${until} 不是有效日期`),
  fix: () => text('write a day, YYYY-MM-DD', '请写 YYYY-MM-DD'),
});

export const WAIVER_COMPENSATING = new ProblemKind<{ policy: string; severity: string }>({
  code: 'WAIVER_COMPENSATING',
  why: text(
    'A critical or high finding stays open only while something else lowers its risk.',
    '紧急与高级发现须有补偿措施方可豁免。',
  ),
  message: ({ policy, severity }) =>
    text(`${policy} is ${severity}, and nothing compensates for it`, `${policy} 为 ${severity} 级，未说明补偿措施`),
  fix: () => text('add `compensating:`', '增加 `compensating:`'),
});

export const WAIVER_CLAUSE = new ProblemKind<{ clause: string; known: readonly string[] }>({
  code: 'WAIVER_CLAUSE',
  why: text('An assessor looks a waiver up by its clause.', '测评人员按条款查找豁免。'),
  message: ({ clause, known }) =>
    text(
      `the finding is about ${known.join(', ') || 'no clause'}, not about ${clause}`,
      `该发现对应 ${known.join('、') || '无条款'}，而非 ${clause}`,
    ),
  fix: ({ known }) =>
    known.length > 0
      ? text(`write \`clause: ${known[0]}\``, `改为 \`clause: ${known[0]}\``)
      : text('delete `clause:`', '删除 `clause:`'),
});
