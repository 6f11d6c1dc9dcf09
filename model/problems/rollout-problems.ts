import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

export const ROLLOUT_UNKNOWN = new ProblemKind<{ id: string; known: readonly string[] }>({
  code: 'ROLLOUT_UNKNOWN',
  why: text(
    'A rollout is the log that `egov rollout plan` began; without one there is nothing to go on with.',
    '发布由 `egov rollout plan` 建立的日志定义；没有日志便无从继续。',
  ),
  message: ({ id }) => text(`there is no rollout ${id}`, `没有发布 ${id}`),
  fix: ({ known }) =>
    known.length === 0
      ? text('egov rollout plan makes one', '用 egov rollout plan 建立')
      : text(`there are: ${known.join(', ')}`, `现有：${known.join('、')}`),
});

export const ROLLOUT_SETTING = new ProblemKind<{ got: string; wanted: Text }>({
  code: 'ROLLOUT_SETTING',
  why: text(
    'Whom a rollout touches, and when, must be what was meant.',
    '发布的范围与时间必须与意图一致，不能靠猜测。',
  ),
  message: ({ got }) => text(`${got} is not understood`, `无法识别 ${got}`),
  fix: ({ wanted }) => text(`write ${wanted.en}`, `应写为 ${wanted.zh}`),
});

export const ROLLOUT_WINDOW = new ProblemKind<{ environment: string }>({
  code: 'ROLLOUT_WINDOW',
  why: text('A rollout that waits for a window that never opens never ends.', '维护窗口永不开启，发布便永不结束。'),
  message: ({ environment }) =>
    text(
      `no maintenance window of ${environment} opens within 400 days outside of the frozen periods`,
      `${environment} 在 400 天内没有避开封网期的维护窗口`,
    ),
  fix: () => text('give a longer --window, or a shorter --frozen', '放宽 --window，或缩短 --frozen'),
});

export const ROLLOUT_OVERLAP = new ProblemKind<{ environment: string; other: string }>({
  code: 'ROLLOUT_OVERLAP',
  why: text(
    'Two rollouts on one environment would each apply a plan that the other has made untrue.',
    '同一环境上的两个发布会使对方的计划失效。',
  ),
  message: ({ environment, other }) =>
    text(
      `${environment} belongs to the rollout ${other}, which has not ended`,
      `${environment} 属于未结束的发布 ${other}`,
    ),
  fix: ({ other, environment }) =>
    text(
      `wait for its end, end it by egov rollout stop ${other}, or give --exclude ${environment}`,
      `等待其结束，或执行 egov rollout stop ${other}，或使用 --exclude ${environment}`,
    ),
});

export const ROLLOUT_FOUR_EYES = new ProblemKind<{ by: string; rollout: string }>({
  code: 'ROLLOUT_FOUR_EYES',
  why: text(
    'Four eyes: who starts a change of many clouds does not open the gate behind its canaries as well.',
    '双人复核：发起批量变更者不得同时批准其后续批次。',
  ),
  message: ({ by, rollout }) =>
    text(`${by} started ${rollout} and may not approve it`, `${by} 发起了 ${rollout}，不得批准`),
  fix: () => text('let somebody else approve it, with --by NAME', '由他人批准，并用 --by 注明姓名'),
});

export const ROLLOUT_PREFLIGHT = new ProblemKind<{ status: Text; codes: readonly string[] }>({
  code: 'ROLLOUT_PREFLIGHT',
  why: text(
    'Nothing is applied while one environment would not be: a rollout is known to be possible before it begins.',
    '任何环境未通过预检时均不执行：发布须在开始前确认可行。',
  ),
  message: ({ status, codes }) => text([status.en, ...codes].join(' · '), [status.zh, ...codes].join(' · ')),
  fix: () =>
    text(
      'repair it and egov rollout retry, or leave it out by --exclude',
      '修复后执行 egov rollout retry，或用 --exclude 排除',
    ),
});

export const ROLLOUT_STATE = new ProblemKind<{ wanted: Text; is: Text }>({
  code: 'ROLLOUT_STATE',
  why: text(
    'A word that changes nothing would be taken for one that did.',
    '不起作用的指令若被接受，会被误认为已生效。',
  ),
  message: ({ wanted, is }) => text(`cannot ${wanted.en}: ${is.en}`, `无法${wanted.zh}：${is.zh}`),
  fix: () => text('egov rollout status says what it waits for', '用 egov rollout status 查看正在等待什么'),
});

export const ROLLOUT_SERVER = new ProblemKind<{ address: string; reason: Text }>({
  code: 'ROLLOUT_SERVER',
  why: text(
    'A rollout that workers carry on is kept by a server of Temporal; without it nobody hears a word.',
    '由工作节点执行的发布保存在 Temporal 服务中；服务不可达时任何指令都无法送达。',
  ),
  message: ({ address, reason }) =>
    text(
      `the server of Temporal at ${address} does not answer: ${reason.en}`,
      `${address} 的 Temporal 服务未应答：${reason.zh}`,
    ),
  fix: () =>
    text(
      'check --address, --namespace and the --tls options; what workers have begun goes on meanwhile',
      '检查 --address、--namespace 与 --tls 选项；工作节点已开始的工作不受影响',
    ),
});

export const ROLLOUT_HANDOVER = new ProblemKind<{ id: string }>({
  code: 'ROLLOUT_HANDOVER',
  why: text(
    'Who asked a server to begin a rollout and heard no answer does not know whether it works; nobody else may.',
    '已请求服务开始发布但未收到应答时，无法确定其是否在执行；其他引擎不得执行。',
  ),
  message: ({ id }) =>
    text(`the rollout ${id} was given to its server and did not arrive`, `发布 ${id} 已移交服务，但未送达`),
  fix: ({ id }) =>
    text(
      `egov rollout start ${id} gives it to the server again; then it can be stopped`,
      `执行 egov rollout start ${id} 重新移交，之后可停止`,
    ),
});

export const ROLLOUT_WORKER = new ProblemKind<{ address: string; egov: string }>({
  code: 'ROLLOUT_WORKER',
  why: text(
    'Plans of another version of the toolkit are other plans: only workers of the same version carry a rollout on.',
    '不同版本工具生成的计划不同：只有同版本的工作节点才能执行发布。',
  ),
  message: ({ address, egov }) =>
    text(`no worker of egov ${egov} answers at ${address}`, `${address} 没有 egov ${egov} 的工作节点应答`),
  fix: ({ address, egov }) =>
    text(
      `run \`egov rollout worker --address ${address}\` of egov ${egov} where the credentials are`,
      `在持有凭据的机器上运行 egov ${egov} 的 \`egov rollout worker --address ${address}\``,
    ),
});

export const ROLLOUT_VERSION = new ProblemKind<{ its: string; ours: string }>({
  code: 'ROLLOUT_VERSION',
  why: text(
    'Another version of the toolkit may mean something else by the same words.',
    '不同版本的工具对同一指令的解释可能不同。',
  ),
  message: ({ its, ours }) =>
    text(`it was begun by egov ${its}, this is egov ${ours}`, `由 egov ${its} 发起，当前为 egov ${ours}`),
  fix: ({ its }) => text(`speak to it by egov ${its}`, `使用 egov ${its} 操作`),
});

export const ROLLOUT_KEY = new ProblemKind<{ reason: Text }>({
  code: 'ROLLOUT_KEY',
  why: text(
    'Clients and workers seal what they say to each other; who has another key reads nothing.',
    '客户端与工作节点之间的内容经过加密；密钥不同则无法读取。',
  ),
  message: ({ reason }) => reason,
  fix: () =>
    text(
      'write keys of 32 bytes in base64, one a line, into the file that EGOV_ROLLOUT_KEY_FILE names: the first seals, all open (`openssl rand -base64 32`)',
      '在 EGOV_ROLLOUT_KEY_FILE 指定的文件中每行写一个 base64 编码的 32 字节密钥：首个用于加密，全部可用于解密（`openssl rand -base64 32`）',
    ),
});

export const ROLLOUT_PACKAGES = new ProblemKind<{ packages: readonly string[] }>({
  code: 'ROLLOUT_PACKAGES',
  why: text(
    'The packages of Temporal are large, and who rolls out on one machine needs none of them.',
    'Temporal 的软件包较大，单机发布无需安装。',
  ),
  message: ({ packages }) => text(`not installed: ${packages.join(' ')}`, `未安装：${packages.join(' ')}`),
  fix: ({ packages }) => text(`npm install ${packages.join(' ')}`, `npm install ${packages.join(' ')}`),
});
