import { counted } from '../counted';
import { ProblemKind } from '../problem';
import type { Text } from '../text';

const text = (en: string, zh: string): Text => ({ en, zh });

/** What may be wrong with OpenTofu, its provider, or what builds them. */
export const ENGINE_MISSING = new ProblemKind<{ engine: string; version: string; looked: readonly string[] }>({
  code: 'ENGINE_MISSING',
  why: text(
    'Designing and reviewing need no engine; planning and applying run OpenTofu with the provider of OpenStack, and Pulumi with the provider of Kubernetes.',
    '设计与评审不需要引擎；计划与执行由 OpenTofu 及 OpenStack provider、Pulumi 及 Kubernetes provider 完成。',
  ),
  message: ({ engine, version, looked }) =>
    text(
      `${engine} ${version} is not here; looked at ${looked.join(', ')}`,
      `未找到 ${engine} ${version}；已查找：${looked.join('、')}`,
    ),
  fix: ({ engine }) =>
    engine === 'OpenTofu' || engine === 'the OpenStack provider'
      ? text(
          'run `egov engines install` (needs Go), or install OpenTofu and put `tofu` on PATH or its path in EGOV_TOFU',
          '执行 `egov engines install`（需要 Go），或自行安装 OpenTofu 并加入 PATH，或用 EGOV_TOFU 指定路径',
        )
      : engine === 'temporal'
        ? text(
            'run `egov engines install temporal` (needs Go); wanted only for a server of Temporal on this machine',
            '执行 `egov engines install temporal`（需要 Go）；仅在本机运行 Temporal 服务时需要',
          )
        : text(
            'run `egov engines install kubernetes` (needs Go), or install Pulumi and put `pulumi` on PATH or its path in EGOV_PULUMI',
            '执行 `egov engines install kubernetes`（需要 Go），或自行安装 Pulumi 并加入 PATH，或用 EGOV_PULUMI 指定路径',
          ),
});

export const ENGINE_VERSION = new ProblemKind<{ engine: string; found: string; wanted: string }>({
  code: 'ENGINE_VERSION',
  why: text(
    'A plan is only worth its review when the engine that applies it behaves as the one that it was tested with.',
    '计划的可信度取决于引擎版本与验证版本一致。',
  ),
  message: ({ engine, found, wanted }) =>
    text(`this is ${found}, wanted is ${engine} ${wanted}`, `此处为 ${found}，需要 ${engine} ${wanted}`),
  fix: ({ engine, wanted }) =>
    engine === 'Pulumi'
      ? text(
          `run \`egov engines install kubernetes\`, or point EGOV_PULUMI at a version ${wanted}`,
          `执行 \`egov engines install kubernetes\`，或将 EGOV_PULUMI 指向版本 ${wanted}`,
        )
      : text(
          `run \`egov engines install\`, or point EGOV_TOFU at a version ${wanted}`,
          `执行 \`egov engines install\`，或将 EGOV_TOFU 指向版本 ${wanted}`,
        ),
});

export const ENGINE_NOT_EXECUTABLE = new ProblemKind<{ engine: string; reason: string }>({
  code: 'ENGINE_NOT_EXECUTABLE',
  why: text('The path that was given for an engine must name a program.', '指定的引擎路径必须是可执行程序。'),
  message: ({ engine, reason }) =>
    text(`${engine} cannot be started here: ${reason}`, `无法在此启动 ${engine}：${reason}`),
  fix: ({ engine }) => {
    const [variable, set] = engine === 'Pulumi' ? ['EGOV_PULUMI', ' kubernetes'] : ['EGOV_TOFU', ''];
    return text(
      `correct or unset ${variable}; if the file lies in the cache, remove its folder and run \`egov engines install${set}\``,
      `更正或取消 ${variable}；若文件位于缓存，请删除其目录并执行 \`egov engines install${set}\``,
    );
  },
});

export const ENGINE_REFUSED = new ProblemKind<{
  engine: string;
  summary: string;
  detail: string;
  /** What it is about; absent for what is about no resource. */
  what?: Text;
  /** How many further resources met the same. */
  more?: number;
  /** What repairs it, where the words are known. */
  repair?: Text | undefined;
}>({
  code: 'ENGINE_REFUSED',
  why: text(
    'The engine, the provider or the cloud rejected what it was handed.',
    '引擎、provider 或云拒绝了所提交的内容。',
  ),
  message: ({ engine, summary, detail, what, more = 0 }) => {
    const reason = detail === '' ? summary : `${summary}: ${detail}`;
    const [others, moreZh] = more > 0 ? [` and ${more} more`, `等 ${more + 1} 项`] : ['', ''];
    return what === undefined
      ? text(`${engine} says: ${reason}`, `${engine} 提示：${reason}`)
      : text(`${engine} says of ${what.en}${others}: ${reason}`, `${engine} 就${what.zh}${moreZh}提示：${reason}`);
  },
  fix: ({ repair }) =>
    repair ??
    text(
      'correct what it names; if nothing in the environment explains it, `egov synth` shows what was handed over',
      '按提示更正；若环境文件无法解释，可用 `egov synth` 查看提交内容',
    ),
});

export const ENGINE_FAILED = new ProblemKind<{ command: string; end: string; lines: readonly string[] }>({
  code: 'ENGINE_FAILED',
  why: text('The engine ended without saying what is wrong with its input.', '引擎异常结束，且未说明输入有何问题。'),
  message: ({ command, end, lines }) => {
    const last = lines.length === 0 ? '' : `\n    ${lines.join('\n    ')}`;
    return text(`${command} ended with ${end}${last}`, `${command} 结束：${end}${last}`);
  },
  fix: () =>
    text(
      'run it again; if it ends the same way, check memory and disk, and renew the engine with `egov engines install`',
      '请重试；若仍如此，检查内存与磁盘，并执行 `egov engines install` 重装引擎',
    ),
});

export const ENGINE_CRASHED = new ProblemKind<{
  engine: Text;
  /** What it said; absent where it was killed, and said nothing. */
  reason: string | undefined;
  calls: number;
}>({
  code: 'ENGINE_CRASHED',
  why: text(
    'A defect of the engine, or a lack of memory, ended it in the midst of its work; nothing is wrong with the environment.',
    '引擎自身的缺陷或内存不足使其中途退出；环境描述并无问题。',
  ),
  message: ({ engine, reason, calls }) => {
    const [why, whyZh] = [reason ?? 'it does not say why', reason ?? '未说明原因'];
    const [open, openZh] =
      calls === 0 ? ['', ''] : [`; ${counted(calls, 'call')} of it had no end`, `；${calls} 次调用未结束`];
    return text(`${engine.en} crashed: ${why}${open}`, `${engine.zh} 崩溃：${whyZh}${openZh}`);
  },
  fix: () =>
    text(
      'run the same command again: what was under way is looked for first, and nothing is made twice; if it crashes again, check memory, and report the line to its makers',
      '重新执行同一命令：会先核查进行中的对象，不会重复创建；若再次崩溃，请检查内存，并将该行报告给其开发者',
    ),
});

export const ENGINE_INTERRUPTED = new ProblemKind<{ command: string }>({
  code: 'ENGINE_INTERRUPTED',
  why: text('Somebody stopped the work.', '操作被中断。'),
  message: ({ command }) => text(`${command} was stopped before its end`, `${command} 在完成前被中断`),
  fix: () => text('run the same command again; it goes on where it stopped', '重新执行同一命令即可继续'),
});

export const GO_MISSING = new ProblemKind<{ engine: string }>({
  code: 'GO_MISSING',
  why: text('The engines are built from their Go modules.', '引擎由 Go 模块构建。'),
  message: ({ engine }) =>
    text(`${engine} is built with Go, and \`go\` is not on PATH`, `构建 ${engine} 需要 Go，但 PATH 中没有 \`go\``),
  fix: () =>
    text(
      'install Go 1.24 or newer, or install OpenTofu yourself and set EGOV_TOFU',
      '安装 Go 1.24 或更新版本，或自行安装 OpenTofu 并设置 EGOV_TOFU',
    ),
});

export const ENGINE_BUILD_FAILED = new ProblemKind<{
  engine: string;
  step: string;
  end: string;
  lines: readonly string[];
}>({
  code: 'ENGINE_BUILD_FAILED',
  why: text('Go could not fetch or compile the module of the engine.', 'Go 无法获取或编译引擎模块。'),
  message: ({ engine, step, end, lines }) => {
    const last = lines.length === 0 ? '' : `\n    ${lines.join('\n    ')}`;
    return text(`${engine}: \`${step}\` ended with ${end}${last}`, `${engine}：\`${step}\` 结束：${end}${last}`);
  },
  fix: () =>
    text(
      'see the lines above: usually no module proxy (GOPROXY), too old a Go, or a full disk (2 GB are needed); then run it again',
      '见上方输出：通常是模块代理（GOPROXY）不可用、Go 版本过低或磁盘不足（需 2 GB）；处理后重试',
    ),
});
