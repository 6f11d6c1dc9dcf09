import type { Text } from '../../model/text';

/** The words of the pages, in both languages. */
export const evidenceWords = {
  title: { en: 'Evidence', zh: '等级保护证据' },
  about: {
    en: 'What definitions and proof say about each clause. A status is no score and no verdict of an assessor.',
    zh: '依据定义与证明逐条给出状态；状态不是得分，也不是测评结论。',
  },
  subject: { en: 'Cloud', zh: '云平台' },
  level: { en: 'Level', zh: '等级' },
  day: { en: 'Day', zh: '日期' },
  inputs: { en: 'Hash of the design · of the stacks', zh: '设计哈希 · 堆栈哈希' },
  proof: { en: 'Proof', zh: '证明' },
  certificate: { en: 'Certificate', zh: '证书' },
  noCertificate: { en: 'none: not everything is proved', zh: '无：未全部证明' },
  clauses: { en: 'Clauses', zh: '条款' },
  waivers: { en: 'Waivers', zh: '豁免' },
  none: { en: 'none', zh: '无' },
  manual: { en: 'Not to be seen in definitions', zh: '定义中不可见，须人工核查' },
  partly: { en: 'in part', zh: '部分' },
  findings: { en: 'Open findings', zh: '未关闭的发现' },
} as const satisfies Readonly<Record<string, Text>>;

export const clauseHeads: readonly Text[] = [
  { en: 'clause', zh: '条款' },
  { en: 'control point', zh: '控制点' },
  { en: 'requirement', zh: '要求' },
  { en: 'status', zh: '状态' },
  { en: 'rules', zh: '规则' },
  { en: 'remarks', zh: '备注' },
];

export const waiverHeads: readonly Text[] = [
  { en: 'ticket', zh: '工单' },
  { en: 'policy', zh: '策略' },
  { en: 'covers', zh: '范围' },
  { en: 'reason', zh: '原因' },
  { en: 'compensating', zh: '补偿措施' },
  { en: 'owner · approver', zh: '责任人 · 批准人' },
  { en: 'until', zh: '到期' },
];

export const findingHeads: readonly Text[] = [
  { en: 'status', zh: '状态' },
  { en: 'policy and clauses', zh: '策略与条款' },
  { en: 'what and where', zh: '问题与位置' },
  { en: 'repair', zh: '处理' },
];
