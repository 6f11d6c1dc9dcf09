import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const FLOW_FORBIDDEN = new ProblemKind<{ from: string; to: string; row: string; condition: Text }>({
  code: 'FLOW_FORBIDDEN',
  why: text('Everything that no row of the flow matrix allows is denied.', '访问矩阵未允许的一律禁止。'),
  message: ({ from, to, row, condition }) =>
    text(`${from} may not reach ${to}: ${row}, ${condition.en}`, `${from} 不得访问 ${to}：${row}，${condition.zh}`),
  fix: ({ row }) =>
    text(
      row === 'default deny'
        ? 'route the exchange over zones that a row joins'
        : `follow ${row}, or ask for a waiver with an approval and an end`,
      row === 'default deny' ? '经矩阵允许的区域交换' : `遵循 ${row}，或申请限期例外`,
    ),
});

export const FLOW_GRANT = new ProblemKind<{ from: string; to: string; owner: string }>({
  code: 'FLOW_GRANT',
  why: text(
    'Data of another department is read only with a grant of its owner (国发〔2016〕51号).',
    '使用其他部门数据须经授权（国发〔2016〕51号）。',
  ),
  message: ({ from, to, owner }) =>
    text(`${from} reaches ${to} of ${owner} without a grant`, `${from} 访问 ${owner} 的 ${to} 缺少授权`),
  fix: () => text('add `grant: { id: …, until: … }`', '增加 `grant: { id: …, until: … }`'),
});

export const FLOW_CHANNEL = new ProblemKind<{ from: string; to: string }>({
  code: 'FLOW_CHANNEL',
  why: text(
    'The planes meet nowhere but in a gap device, channel by channel (F05).',
    '两平面仅经网闸逐通道交换（F05）。',
  ),
  message: ({ from, to }) =>
    text(
      `${from} and ${to} are in different planes, and no channel joins them`,
      `${from} 与 ${to} 位于不同平面，且无通道`,
    ),
  fix: () =>
    text(
      'declare a channel in gap.yaml and name it: `through: <channel>`',
      '在 gap.yaml 声明通道并以 `through: <channel>` 引用',
    ),
});

export const FLOW_PORTS = new ProblemKind<{ flow: string }>({
  code: 'FLOW_PORTS',
  why: text(
    'Access is decided on source, destination, ports and protocol: GB/T 22239-2019 8.1.3.2 c.',
    'GB/T 22239-2019 8.1.3.2 c：按源、目的、端口和协议控制。',
  ),
  message: ({ flow }) => text(`${flow} names no ports`, `${flow} 没有端口`),
  fix: () => text('add `ports:`, such as tcp/5432', '增加 `ports:`，例如 tcp/5432'),
});

export const FLOW_FOREIGN = new ProblemKind<{ flow: string; from: string; to: string; tenant: string }>({
  code: 'FLOW_FOREIGN',
  why: text(
    'The file of a department opens what is its own; between others, flows.yaml says so for everybody to see.',
    '部门文件只声明与本部门有关的流，其他部门之间的流写在 flows.yaml。',
  ),
  message: ({ flow, from, to, tenant }) =>
    text(`${flow} joins ${from} and ${to}, neither of ${tenant}`, `${flow} 连接 ${from} 与 ${to}，均不属于 ${tenant}`),
  fix: () =>
    text('move the flow to flows.yaml, or to the department that it is of', '移至 flows.yaml 或相应部门的文件'),
});
