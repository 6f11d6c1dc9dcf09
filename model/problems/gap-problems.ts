import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const GAP_ZONE = new ProblemKind<{ device: string; side: string; zone: string; kind: string; needs: string }>({
  code: 'GAP_ZONE',
  why: text(
    'A gap device stands between the exchange zones of the two planes and nowhere else (F05).',
    '网闸仅位于两个平面的数据交换前置区之间（F05）。',
  ),
  message: ({ device, side, zone, kind, needs }) =>
    text(
      `the ${side} side of ${device} is in ${zone} of kind ${kind}, it belongs into one of kind ${needs}`,
      `${device} 的 ${side} 侧位于 ${kind} 区域 ${zone}，应位于 ${needs} 区域`,
    ),
  fix: ({ side, needs }) => text(`name a zone of kind ${needs} as \`${side}\``, `将 \`${side}\` 指向 ${needs} 区域`),
});

export const CHANNEL_MISMATCH = new ProblemKind<{ channel: string; detail: Text }>({
  code: 'CHANNEL_MISMATCH',
  why: text('A channel is an approval of exactly one exchange.', '通道仅批准一种确定的交换。'),
  message: ({ channel, detail }) => text(`channel ${channel}: ${detail.en}`, `通道 ${channel}：${detail.zh}`),
  fix: () => text('make flow and channel say the same, or declare another channel', '使流与通道一致，或另行声明通道'),
});

export const CHANNEL_UNCHECKED = new ProblemKind<{ channel: string; missing: string }>({
  code: 'CHANNEL_UNCHECKED',
  why: text(
    'What enters the extranet is checked for malware and content; a stream may skip the content, a request needs a list of what passes.',
    '进入政务外网的数据须查杀病毒并检查内容；请求类需白名单。',
  ),
  message: ({ channel, missing }) => text(`channel ${channel} lacks ${missing}`, `通道 ${channel} 缺少 ${missing}`),
  fix: ({ missing }) => text(`add ${missing}`, `增加 ${missing}`),
});
