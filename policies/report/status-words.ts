import type { Text } from '../../model/text';
import type { Status } from '../judgement';
import type { Severity } from '../severity';

export const statusWords: Readonly<Record<Status, Text>> = {
  pass: { en: 'pass', zh: '符合' },
  fail: { en: 'fail', zh: '不符合' },
  warn: { en: 'warning', zh: '警告' },
  'evidence-missing': { en: 'evidence missing', zh: '缺少证据' },
  manual: { en: 'manual', zh: '人工核查' },
  waived: { en: 'waived', zh: '已豁免' },
  'not-applicable': { en: 'not applicable', zh: '不适用' },
  error: { en: 'error', zh: '出错' },
};

export const severityWords: Readonly<Record<Severity, Text>> = {
  critical: { en: 'critical', zh: '紧急' },
  high: { en: 'high', zh: '高' },
  medium: { en: 'medium', zh: '中' },
  low: { en: 'low', zh: '低' },
};
