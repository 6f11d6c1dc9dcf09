import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What stops a deployment before it begins, or in its course. */
export const DEPLOY_BUSY = new ProblemKind<{ pid: number; command: string; since: string }>({
  code: 'DEPLOY_BUSY',
  why: text('Two commands would write the same states.', '两个命令会写同一份状态。'),
  message: ({ pid, command, since }) =>
    text(
      `egov ${command} is at work since ${since} (process ${pid})`,
      `egov ${command} 自 ${since} 起正在运行（进程 ${pid}）`,
    ),
  fix: ({ pid }) =>
    text(`wait for it, or end process ${pid} and run this again`, `等待其结束，或终止进程 ${pid} 后重试`),
});

export const DEPLOY_NOT_CONFIRMED = new ProblemKind<{ environment: string; terminal: boolean }>({
  code: 'DEPLOY_NOT_CONFIRMED',
  why: text(
    'A change of a government cloud is meant when somebody writes its name.',
    '只有键入环境名称才表示确认变更政务云。',
  ),
  message: ({ terminal }) =>
    terminal
      ? text('this was not confirmed; nothing is changed', '未确认，未作任何变更')
      : text('there is no terminal on which it could be confirmed', '没有可供确认的终端'),
  fix: ({ environment }) =>
    text(
      `type ${environment} when asked, or give --yes where no person is asked`,
      `按提示键入 ${environment}；无人值守时使用 --yes`,
    ),
});

export const DEPLOY_PROTECTED = new ProblemKind<{
  what: Text;
  action: 'destroy' | 'replace';
  address: string;
}>({
  code: 'DEPLOY_PROTECTED',
  why: text(
    'Volumes, projects, key containers, DNS zones and the networks of planes hold data or are what others are known by. They go only when the change names them.',
    '云硬盘、项目、密钥容器、DNS 域与平面网络承载数据或作为身份标识，仅当变更点名时才可删除。',
  ),
  message: ({ what, action }) =>
    action === 'destroy'
      ? text(`this would destroy ${what.en}`, `将删除${what.zh}`)
      : text(`this would destroy ${what.en} and make a new one`, `将删除并重建${what.zh}`),
  fix: ({ address }) =>
    text(
      `if that is meant, add --allow-destroy ${address} --reason TEXT; for a key that only got another name, put the old one back and use \`egov rename\``,
      `若确需如此，请加 --allow-destroy ${address} --reason 原因；若只是改了键名，请恢复原名并使用 \`egov rename\``,
    ),
});

export const DEPLOY_REASON = new ProblemKind({
  code: 'DEPLOY_REASON',
  why: text('Why data was destroyed is asked years later.', '数据为何被删除，日后必会被问及。'),
  message: () => text('--allow-destroy comes without a reason', '--allow-destroy 缺少原因'),
  fix: () => text('add --reason TEXT; it is kept beside the state', '添加 --reason 原因；该原因随状态保存'),
});

export const DEPLOY_ALLOWED_NOTHING = new ProblemKind<{ address: string }>({
  code: 'DEPLOY_ALLOWED_NOTHING',
  why: text('A permission that fits nothing was meant for something else.', '未匹配任何资源的许可很可能写错了。'),
  message: ({ address }) =>
    text(`nothing that is protected would be destroyed at ${address}`, `${address} 处没有将被删除的受保护资源`),
  fix: () => text('copy the address from the plan, as stack/address', '从计划中复制地址，格式为 堆栈/地址'),
});

export const DEPLOY_OTHER_CHANGE = new ProblemKind<{ difference: string }>({
  code: 'DEPLOY_OTHER_CHANGE',
  why: text(
    'What was reviewed is what is applied. This stack was reviewed before the stacks below it were there.',
    '只执行评审过的变更。该堆栈评审时其下层堆栈尚未建立。',
  ),
  message: ({ difference }) =>
    text(`the plan is another one than was reviewed: ${difference}`, `计划与评审内容不同：${difference}`),
  fix: () => text('plan again and review that', '重新计划并评审'),
});

export const DEPLOY_UPSTREAM_LOST = new ProblemKind<{ upstream: string; output: string }>({
  code: 'DEPLOY_UPSTREAM_LOST',
  why: text(
    'A stack that exists was made with ids of the stacks below it; without their state each of them would be made anew.',
    '已存在的堆栈引用其下层堆栈的标识；下层状态缺失会导致全部重建。',
  ),
  message: ({ upstream, output }) =>
    text(
      `this stack exists, and the state of ${upstream} does not give ${output}`,
      `该堆栈已存在，而 ${upstream} 的状态中没有 ${output}`,
    ),
  fix: ({ upstream }) =>
    text(
      `restore the state of ${upstream}, or apply ${upstream} first`,
      `恢复 ${upstream} 的状态，或先执行 ${upstream}`,
    ),
});

export const DEPLOY_UPSTREAM_FAILED = new ProblemKind<{ upstream: string }>({
  code: 'DEPLOY_UPSTREAM_FAILED',
  why: text('A stack is begun when those it uses are done.', '所依赖的堆栈完成后才会开始。'),
  message: ({ upstream }) => text(`not begun, since ${upstream} is not done`, `未开始，因为 ${upstream} 未完成`),
  fix: () => text('repair that one and run the same command again', '修复后重新执行同一命令'),
});

/** Addresses that a sentence names; the rest is counted. */
const SHOWN = 8;

export const DEPLOY_HALF_MADE = new ProblemKind<{ addresses: readonly string[] }>({
  code: 'DEPLOY_HALF_MADE',
  why: text('The work ended while these were being made.', '这些资源在处理过程中被中断。'),
  message: ({ addresses }) => {
    const more = addresses.length - SHOWN;
    const [en, zh] = more > 0 ? [` and ${more} more`, `等 ${addresses.length} 项`] : ['', ''];
    const some = addresses.slice(0, SHOWN);
    return text(`half-made: ${some.join(', ')}${en}`, `未完成：${some.join('、')}${zh}`);
  },
  fix: () =>
    text(
      'run the same command again: what was made is found in the cloud and taken over',
      '重新执行同一命令：已建立的资源会在云中找到并接管',
    ),
});

export const DEPLOY_AMBIGUOUS = new ProblemKind<{ what: string; ids: readonly string[] }>({
  code: 'DEPLOY_AMBIGUOUS',
  why: text(
    'Two things of one name cannot be told apart; the wrong one would be changed.',
    '同名资源无法区分，可能改错对象。',
  ),
  message: ({ what, ids }) =>
    text(`${what} is there ${ids.length} times: ${ids.join(', ')}`, `${what} 有 ${ids.length} 个：${ids.join('、')}`),
  fix: () => text('remove or rename the ones that are not meant', '删除或重命名多余的资源'),
});

export const DEPLOY_SAVED_PLAN = new ProblemKind<{ reason: Text }>({
  code: 'DEPLOY_SAVED_PLAN',
  why: text('A plan is worth its review only for what it was made of.', '计划仅对其生成时的内容有效。'),
  message: ({ reason }) => reason,
  fix: () => text('plan again with --save and review that', '用 --save 重新计划并评审'),
});
