import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

const decided = text(
  'A new cloud says what it is; planes, zones, rules and addresses follow from its level and from the division above.',
  '新云只说明自身情况；平面、区域、规则与地址由层级和上级决定。',
);

export const ANSWER_UNKNOWN = new ProblemKind<{ answer: string; near: string | undefined; known: readonly string[] }>({
  code: 'ANSWER_UNKNOWN',
  why: decided,
  message: ({ answer }) => text(`${answer} is nothing that a new cloud is asked for`, `${answer} 不是可填写的项目`),
  fix: ({ near, known }) =>
    near === undefined
      ? text(`remove it; answers are: ${known.join(', ')}`, `删除该项；可填写：${known.join('、')}`)
      : text(`did you mean ${near}?`, `是否应为 ${near}？`),
});

export const ANSWER_FORBIDDEN = new ProblemKind<{ answer: string; reason: Text }>({
  code: 'ANSWER_FORBIDDEN',
  why: decided,
  message: ({ answer, reason }) => text(`${answer}: ${reason.en}`, `${answer}：${reason.zh}`),
  fix: () =>
    text(
      'remove it; what the cloud needs beyond its profile is proposed in a pull request of its own',
      '删除该项；超出模板的需求另行提出合并请求',
    ),
});

export const ANSWER_VALUE = new ProblemKind<{ answer: string; got: string; expected: Text }>({
  code: 'ANSWER_VALUE',
  why: text('A wrong answer would be found in the cloud.', '错误的答案会进入云环境。'),
  message: ({ answer, got, expected }) =>
    text(`${answer} is ${got}; it must be ${expected.en}`, `${answer} 为 ${got}；应为${expected.zh}`),
  fix: ({ answer }) => text(`correct ${answer}`, `更正 ${answer}`),
});

export const DIVISION_NAME = new ProblemKind<{ name: string; reason: Text }>({
  code: 'DIVISION_NAME',
  why: text(
    'Two names that look alike are one name to the person who approves the cloud.',
    '外观相同的名称会使审批者混淆。',
  ),
  message: ({ name, reason }) => text(`${JSON.stringify(name)} ${reason.en}`, `${JSON.stringify(name)} ${reason.zh}`),
  fix: () => text('write the name in ordinary Chinese characters', '使用规范汉字填写名称'),
});

export const DIVISION_TAKEN = new ProblemKind<{ id: string; what: Text }>({
  code: 'DIVISION_TAKEN',
  why: text('One folder, one name and one code for each division.', '每个区划对应一个目录、一个名称与一个代码。'),
  message: ({ id, what }) => text(`${what.en} is taken by ${id}`, `${what.zh}已被 ${id} 使用`),
  fix: () => text('choose another one, or change the cloud that there is', '请更换，或修改已有的云'),
});

export const DELEGATION_NONE = new ProblemKind<{ above: string }>({
  code: 'DELEGATION_NONE',
  why: text(
    'Addresses come from the division above, so that no two clouds ever have the same.',
    '地址由上级分配，以保证任何两个云不重叠。',
  ),
  message: ({ above }) => text(`${above} has no pools for divisions below`, `${above} 未声明供下级使用的地址池`),
  fix: ({ above }) =>
    text(
      `write ${above}/delegation.yaml with \`private\`, \`extranet\` and \`internet\``,
      `编写 ${above}/delegation.yaml，包含 \`private\`、\`extranet\` 与 \`internet\``,
    ),
});

export const DELEGATION_FULL = new ProblemKind<{
  above: string;
  use: string;
  size: string;
  free: readonly string[];
  holders: readonly string[];
}>({
  code: 'DELEGATION_FULL',
  why: text('A block is given whole and aligned, or not at all.', '地址段须完整、对齐地分配。'),
  message: ({ above, use, size, free, holders }) => {
    const left = free.length === 0 ? 'nothing' : free.join(', ');
    const most = holders.length === 0 ? 'nobody' : holders.join(', ');
    return text(
      `${above} has no ${size} left of its pool ${use}; free: ${left}; most is held by ${most}`,
      `${above} 的地址池 ${use} 已无 ${size}；空闲：${free.join('、') || '无'}；占用最多：${holders.join('、') || '无'}`,
    );
  },
  fix: ({ above }) =>
    text(
      `add a block to ${above}/delegation.yaml, choose a smaller size, or give back what is not used`,
      `在 ${above}/delegation.yaml 中增加地址段、选择更小规格，或归还未使用的地址`,
    ),
});

export const DELEGATION_OUTSIDE = new ProblemKind<{
  block: string;
  plane: string;
  above: string;
  has: readonly string[];
}>({
  code: 'DELEGATION_OUTSIDE',
  why: text(
    'What a cloud uses was given to it by the division above, and stands in its ledger.',
    '云所用地址须由上级分配并记入台账。',
  ),
  message: ({ block, plane, above, has }) =>
    text(
      `${block} of plane ${plane} is not among what ${above} gave it: ${has.join(', ') || 'nothing'}`,
      `平面 ${plane} 的 ${block} 不在 ${above} 所分配的范围内：${has.join('、') || '无'}`,
    ),
  fix: ({ above }) =>
    text(
      `use a block of those, or record it with \`egov addresses adopt\` in the ledger of ${above}`,
      `使用其中的地址段，或以 \`egov addresses adopt\` 记入 ${above} 的台账`,
    ),
});

export const DELEGATION_POOL = new ProblemKind<{
  owner: string;
  use: string;
  block: string;
  pools: readonly string[];
}>({
  code: 'DELEGATION_POOL',
  why: text(
    'What a division gives away comes from its pools; a plan that was made by hand has exceptions, each with its reason.',
    '区划分配的地址取自其地址池；手工规划的例外须逐项说明原因。',
  ),
  message: ({ owner, use, block, pools }) =>
    text(
      `${block} of ${owner} lies in no pool of ${use}: ${pools.join(', ') || 'there is none'}`,
      `${owner} 的 ${block} 不在 ${use} 的任何地址池内：${pools.join('、') || '无'}`,
    ),
  fix: ({ owner }) =>
    text(
      `add the pool to delegation.yaml, or write \`"${owner}": REASON\` under its \`exceptions\``,
      `在 delegation.yaml 中增加地址池，或在 \`exceptions\` 下写明 \`"${owner}": 原因\``,
    ),
});

export const DELEGATION_EXCEPTION = new ProblemKind<{ owner: string }>({
  code: 'DELEGATION_EXCEPTION',
  why: text(
    'An exception that nothing needs would let a later block pass that nobody looked at.',
    '多余的例外会放过以后未经审查的地址段。',
  ),
  message: ({ owner }) => text(`${owner} has no block outside of the pools`, `${owner} 没有地址池以外的地址段`),
  fix: () => text('delete the exception, or correct the name of its owner', '删除该例外，或更正其名称'),
});

export const UPGRADE_CONFLICT = new ProblemKind<{ file: string; version: number }>({
  code: 'UPGRADE_CONFLICT',
  why: text(
    'What somebody wrote by hand is never written over; where the template changes the same lines, a person decides.',
    '手工修改的内容不会被覆盖；模板改动同一处时由人决定。',
  ),
  message: ({ file, version }) =>
    text(
      `${file} was edited where version ${version} of the template changes it; nothing of this cloud is taken`,
      `${file} 中手工修改处与模板第 ${version} 版的改动重叠；该云未作任何更改`,
    ),
  fix: ({ version }) =>
    text(
      `write the lines of version ${version} that egov upgrade shows, and run it again`,
      `按 egov upgrade 显示的第 ${version} 版内容修改后重新执行`,
    ),
});

export const UPGRADE_TEMPLATE = new ProblemKind<{ version: number; latest: number }>({
  code: 'UPGRADE_TEMPLATE',
  why: text('A template is rendered by the toolkit that knows its version.', '模板须由了解该版本的工具生成。'),
  message: ({ version, latest }) =>
    text(
      `version ${version} of the template is not known, only up to ${latest}`,
      `未知的模板版本 ${version}，最新为 ${latest}`,
    ),
  fix: () => text('use the toolkit that wrote it, or a newer one', '使用写入该记录的工具版本或更新版本'),
});

export const NEW_DENIED = new ProblemKind<{ file: string; reason: string }>({
  code: 'NEW_DENIED',
  why: text('A new folder is written whole or not at all.', '新目录要么完整写入，要么不写入。'),
  message: ({ file, reason }) => text(`${file} cannot be written: ${reason}`, `无法写入 ${file}：${reason}`),
  fix: () => text('free some space, or give yourself the right to write there', '释放空间，或授予写权限'),
});

export const NEW_UNPROVED = new ProblemKind<{ what: Text; because: string }>({
  code: 'NEW_UNPROVED',
  why: text('A cloud that is not proved and judged is not written.', '未通过证明与检查的云不会写入。'),
  message: ({ what, because }) => text(`${what.en}: ${because}`, `${what.zh}：${because}`),
  fix: () => text('change the answers, or the profile and catalogue that they meet', '修改答案，或调整相关模板与目录'),
});
