import { ProblemKind } from '../model/problem';
import type { Text } from '../model/text';

const text = (en: string, zh: string): Text => ({ en, zh });

const meant = (near: string | undefined, command: string): Text =>
  near === undefined
    ? text(`${command} --help lists them`, `用 ${command} --help 查看`)
    : text(`did you mean ${near}?`, `是否应为 ${near}？`);

export const USAGE_COMMAND = new ProblemKind<{ name: string; near: string | undefined; command: string }>({
  code: 'USAGE_COMMAND',
  why: text('A misspelt command does nothing, rather than something else.', '拼错的命令不会被当作其他命令执行。'),
  message: ({ name }) => text(`there is no command ${name}`, `没有命令 ${name}`),
  fix: ({ near, command }) => meant(near, command),
});

export const USAGE_OPTION = new ProblemKind<{ flag: string; near: string | undefined; command: string }>({
  code: 'USAGE_OPTION',
  why: text('An option that is ignored would be worse than one that is refused.', '未知选项不会被静默忽略。'),
  message: ({ flag }) => text(`there is no option ${flag}`, `没有选项 ${flag}`),
  fix: ({ near, command }) => meant(near, command),
});

export const USAGE_ARGUMENT = new ProblemKind<{ what: Text; command: string }>({
  code: 'USAGE_ARGUMENT',
  why: text('A command runs when it knows everything that it needs.', '命令在参数齐全且有效时才会执行。'),
  message: ({ what }) => what,
  fix: ({ command }) => text(`${command} --help shows how it is called`, `用 ${command} --help 查看用法`),
});

export const USAGE_NAME = new ProblemKind<{
  what: Text;
  name: string;
  near: string | undefined;
  /** What there is, or the command that lists it. */
  known: readonly string[] | string;
}>({
  code: 'USAGE_NAME',
  why: text('A name that is nearly right is no name.', '名称必须完全一致。'),
  message: ({ what, name }) => text(`there is no ${what.en} ${name}`, `没有${what.zh} ${name}`),
  fix: ({ near, known }) =>
    near !== undefined
      ? text(`did you mean ${near}?`, `是否应为 ${near}？`)
      : typeof known === 'string'
        ? text(`${known} lists them`, `用 ${known} 查看`)
        : text(`use one of: ${known.join(', ')}`, `可用：${known.join('、')}`),
});

export const USAGE_ANSWER = new ProblemKind<{ answer: string; level: string }>({
  code: 'USAGE_ANSWER',
  why: text('A new cloud is not made of guesses.', '新云的信息不作猜测。'),
  message: ({ answer }) => text(`nobody said what ${answer} is`, `未提供 ${answer}`),
  fix: ({ answer }) =>
    text(
      `give --${answer}, or a line \`${answer}:\` in the file of --answers, or take the usual one with --defaults`,
      `使用 --${answer}，或在 --answers 文件中填写 \`${answer}:\`，或以 --defaults 采用默认值`,
    ),
});

export const USAGE_NO_CLUSTERS = new ProblemKind<{ environment: string }>({
  code: 'USAGE_NO_CLUSTERS',
  why: text('Not every cloud has a platform of Kubernetes.', '并非每个云都有 Kubernetes 平台。'),
  message: ({ environment }) =>
    text(`${environment} has no Kubernetes clusters`, `${environment} 没有 Kubernetes 集群`),
  fix: () =>
    text(
      'leave --only kubernetes out, or describe clusters in kubernetes.yaml',
      '去掉 --only kubernetes，或在 kubernetes.yaml 中描述集群',
    ),
});
