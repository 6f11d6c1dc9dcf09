import { ProblemKind } from '../model/problem';
import type { Text } from '../model/text';

/** A file that a proof was asked about cannot be used at all. */
export const PROOF_INPUT_UNREADABLE = new ProblemKind<{ readonly got: string }>({
  code: 'PROOF_INPUT_UNREADABLE',
  why: {
    en: 'A proof reads the JSON of `tofu show -json PLAN`, or a cdk.tf.json. Half a file would be half a cloud, and what is missing could be the rule that matters.',
    zh: '证明读取 `tofu show -json PLAN` 的 JSON 或 cdk.tf.json；残缺的文件意味着残缺的云，缺失的可能正是关键规则。',
  },
  message: ({ got }) => ({ en: `this is no plan and no cdk.tf.json: ${got}`, zh: `既非计划也非 cdk.tf.json：${got}` }),
  fix: () => ({
    en: 'write the plan again: tofu show -json PLAN > plan.json',
    zh: '重新导出计划：tofu show -json PLAN > plan.json',
  }),
});

/** Nothing in the file is an OpenStack resource. */
export const PROOF_INPUT_FOREIGN = new ProblemKind<{ readonly types: string }>({
  code: 'PROOF_INPUT_FOREIGN',
  why: {
    en: 'Only OpenStack networks are modelled. Saying PROVED about a cloud that was not understood would be worse than no answer.',
    zh: '仅对 OpenStack 网络建模；对未理解的云给出“已证明”比不回答更糟。',
  },
  message: ({ types }) => ({
    en: `no resource is of the OpenStack provider; found ${types}`,
    zh: `没有 OpenStack 资源；发现 ${types}`,
  }),
  fix: () => ({
    en: 'give a plan that uses terraform-provider-openstack',
    zh: '请提供使用 terraform-provider-openstack 的计划',
  }),
});

/** More rules than can be judged in the memory there is. */
export const PROOF_INPUT_TOO_LARGE = new ProblemKind<{ readonly found: number; readonly most: number }>({
  code: 'PROOF_INPUT_TOO_LARGE',
  why: {
    en: 'The exact sets of very many rules need more memory than a process has. Refusing is an answer; running out of memory is not.',
    zh: '过多规则的精确集合会超出进程内存；拒绝是一种回答，内存耗尽不是。',
  },
  message: ({ found, most }) => ({
    en: `${found} resources are more than the ${most} that one proof takes`,
    zh: `资源数 ${found} 超过单次证明上限 ${most}`,
  }),
  fix: () => ({ en: 'prove the stacks in parts, one plane at a time', zh: '分批证明，每次一个平面' }),
});

/** The resources that a plan is about break what must hold of them. */
export const PROOF_VIOLATED = new ProblemKind<{
  readonly statement: string;
  readonly text: Text;
  readonly because: Text;
}>({
  code: 'PROOF_VIOLATED',
  why: {
    en: 'A cloud is proved before it is planned or applied. What is shown to break an invariant, the isolation of a department or an allowed flow is carried out by nobody.',
    zh: '云在计划与执行前先行证明；凡被证实违反不变量、部门隔离或许可流的，一律不予执行。',
  },
  message: ({ statement, text, because }) => ({
    en: `${statement} does not hold: ${text.en}: ${because.en}`,
    zh: `${statement} 不成立：${text.zh}：${because.zh}`,
  }),
  fix: () => ({
    en: 'egov prove ENV shows the packet and its path; change what the place names',
    zh: '用 egov prove ENV 查看报文及其路径，并修改所示位置',
  }),
});

/** An accepted flow set that nothing, or not everything, of it needs. */
export const PROOF_ACCEPTED_MORE = new ProblemKind<{
  readonly statement: string;
  readonly from: string;
  readonly to: string;
  readonly beyond: string;
}>({
  code: 'PROOF_ACCEPTED_MORE',
  why: {
    en: 'A waiver of reachability accepts exactly the packets that pass. What it accepts beyond these would let the next change through unseen.',
    zh: '可达性豁免仅接受实际可通过的报文；多余的部分会使后续变更不被察觉。',
  },
  message: ({ statement, from, to, beyond }) => ({
    en: `the waiver of ${statement} accepts ${beyond} from ${from} to ${to}, which does not pass`,
    zh: `${statement} 的豁免接受了并不通过的报文：${from} 至 ${to}，${beyond}`,
  }),
  fix: ({ beyond }) => ({
    en: `take ${beyond} out of its flows, or delete it`,
    zh: `从其 flows 中去掉 ${beyond}，或删除该豁免`,
  }),
});

export const proofProblems = [
  PROOF_INPUT_UNREADABLE,
  PROOF_INPUT_FOREIGN,
  PROOF_INPUT_TOO_LARGE,
  PROOF_VIOLATED,
  PROOF_ACCEPTED_MORE,
];
