import { ProblemsError } from '../../model/problem';
import { ROLLOUT_SETTING } from '../../model/problems/rollout-problems';
import type { Text } from '../../model/text';
import type { ArgumentSpec, CommandSpec, Given, OptionSpec } from '../command-spec';
import type { Context } from '../context';
import { USAGE_ARGUMENT } from '../usage-problems';
import { option, select } from '../usual-options';
import type { RolloutAddress } from './open-rollout';
import { readJobs, readSettings } from './read-settings';
import { readServer, serverOptions, type TemporalServer } from './temporal/temporal-server';

const id: ArgumentSpec = {
  name: '<id>',
  about: { en: 'the rollout, as `rollout plan` named it', zh: '发布标识，由 `rollout plan` 给出' },
};

const by = option('--by <name>', 'who says so; the default is the user of git', '操作人，默认取 git 用户');
const time = (): number => Date.now();

const engine: OptionSpec = {
  ...option(
    '--engine <engine>',
    'local in this process, or temporal: workers',
    '引擎：local 本进程，或 temporal 工作节点',
  ),
  choices: ['local', 'temporal'],
};
const queue = option(
  '--queue <name>',
  'with temporal: one queue for each {env}, {city} or {province}; the default is {env}',
  'temporal 队列：按 {env}、{city} 或 {province}，默认 {env}',
);
const queueOf = ({ value }: Given): string => value('queue') ?? '{env}';

/** The server that a command is to use; `undefined` where the rollout itself knows. Throws ProblemsError. */
function serverOf(given: Given, context: Context, command: string): TemporalServer | undefined {
  const server = readServer(given, context);
  const named = given.value('engine');
  if (named === 'temporal' && server === undefined) throw noAddress(command);
  if (named !== 'local' || server === undefined) return server;
  const wanted = { en: 'no --address, or --engine temporal', zh: '不带 --address，或 --engine temporal' };
  throw new ProblemsError([ROLLOUT_SETTING.at(`egov ${command} --engine`, { got: named, wanted })]);
}

function noAddress(command: string): ProblemsError {
  const what = {
    en: 'no server of Temporal is named: --address HOST:PORT',
    zh: '未指定 Temporal 服务：--address HOST:PORT',
  };
  return new ProblemsError([USAGE_ARGUMENT.at(`egov ${command}`, { what, command: `egov ${command}` })]);
}

const planOptions: readonly OptionSpec[] = [
  option('--select <selection>', 'which: level=county,province=hebei', '选择条件，例如 level=county,province=hebei'),
  option('--exclude <env...>', 'environments that are left out', '排除的环境'),
  option('--canary <n>', 'how many go first; the default is 1', '金丝雀数量，默认 1'),
  option('--wave <n>', 'most environments of a wave; the default is 10', '每批最多环境数，默认 10'),
  option('--jobs <n>', 'how many at a time; the default is 2', '并行数，默认 2'),
  option(
    '--max-failures <n>',
    'nothing is begun after so many failures; the default is 1',
    '失败数达到此值即停止，默认 1',
  ),
  option(
    '--soak <minutes>',
    'open the gate after the canaries by time, not by approval',
    '金丝雀观察分钟数，到时自动继续',
  ),
  option(
    '--window <window...>',
    '[ADCODE=]HH:MM-HH:MM[@ZONE], when work may begin',
    '维护窗口 [行政区划代码=]HH:MM-HH:MM[@时区]',
  ),
  option('--frozen <days...>', 'YYYY-MM-DD..YYYY-MM-DD, when none may', '重保封网期 YYYY-MM-DD..YYYY-MM-DD'),
  option('--one-alone', 'who starts it may approve it, too', '允许发起人自行批准'),
  option('--approval-hours <n>', 'how long an approval holds; the default is 24', '批准有效小时数，默认 24'),
  option('--cloud <name>', 'as with apply; {env} stands for the environment', '同 apply；{env} 代表环境'),
  by,
  engine,
  queue,
  ...serverOptions,
];

/** What a person says of a rollout. */
const words: readonly (readonly ['approve' | 'pause' | 'resume' | 'stop' | 'retry', Text])[] = [
  ['approve', { en: 'open the gate behind the canaries, and accept changed plans', zh: '批准后续批次及变化的计划' }],
  ['pause', { en: 'begin nothing further', zh: '暂停，不再开始新的环境' }],
  ['resume', { en: 'end a pause', zh: '结束暂停' }],
  ['stop', { en: 'end it for good; an apply that runs is let end', zh: '终止；正在执行的变更会完成' }],
  ['retry', { en: 'try again what failed, all or some', zh: '重试失败的环境（全部或指定）' }],
];

const wordCommands: readonly CommandSpec[] = words.map(([word, about]) => ({
  name: `rollout ${word}`,
  about,
  arguments:
    word === 'retry' ? [id, { name: '[env...]', about: { en: 'which', zh: '环境' }, completes: 'environments' }] : [id],
  options: [
    by,
    ...(word === 'approve'
      ? [option('--through <wave>', 'the last wave that it is for; the default is all', '批准至该批次，默认全部')]
      : []),
    ...serverOptions,
  ],
  run: (given, context) =>
    (require('../commands/rollout-word') as typeof import('../commands/rollout-word')).rolloutWord(
      {
        ...address(given, context),
        word,
        by: given.value('by'),
        through: given.value('through'),
        environments: given.names.slice(1),
      },
      context,
    ),
}));

const address = (given: Given, context: Context): RolloutAddress => ({
  id: given.names[0] ?? '',
  server: readServer(given, context),
  time,
});

const status = () => require('../commands/rollout-status') as typeof import('../commands/rollout-status');

/** A change for many clouds, one after the other. */
export const rolloutCommands: readonly CommandSpec[] = [
  {
    name: 'rollout plan',
    about: {
      en: 'who is in it, in which wave, and what would be done to each',
      zh: '计划发布：环境、批次与各自的变更',
    },
    options: planOptions,
    run: (given, context) =>
      (require('../commands/rollout-plan') as typeof import('../commands/rollout-plan')).rolloutPlan(
        {
          settings: readSettings(given),
          by: given.value('by'),
          server: serverOf(given, context, 'rollout plan'),
          queue: queueOf(given),
          time,
        },
        context,
      ),
  },
  {
    name: 'rollout start',
    about: { en: 'start it, or go on after an interruption', zh: '启动发布，或在中断后继续' },
    arguments: [id],
    options: [
      engine,
      option('--exclude <env...>', 'leave these out although they were planned', '排除已计划的环境'),
      by,
      queue,
      ...serverOptions,
    ],
    run: (given, context) =>
      (require('../commands/rollout-start') as typeof import('../commands/rollout-start')).rolloutStart(
        {
          id: given.names[0] ?? '',
          server: serverOf(given, context, 'rollout start'),
          by: given.value('by'),
          exclude: given.values('exclude'),
          queue: queueOf(given),
          time,
        },
        context,
      ),
  },
  {
    name: 'rollout status',
    about: { en: 'say how far it is and what it waits for', zh: '显示进度与等待事项' },
    arguments: [id],
    options: serverOptions,
    run: (given, context) => status().rolloutStatus(address(given, context), context),
  },
  {
    name: 'rollout watch',
    about: { en: 'follow it while an engine works on it', zh: '跟踪正在运行的发布' },
    arguments: [id],
    options: serverOptions,
    run: (given, context) => status().rolloutWatch(address(given, context), context),
  },
  ...wordCommands,
  {
    name: 'rollout report',
    about: { en: 'what became of it: hashes, approvals, durations', zh: '发布报告：哈希、批准与用时' },
    arguments: [id],
    options: [
      { ...option('--format <format>', 'json or html', 'json 或 html'), choices: ['json', 'html'] },
      option('-o, --output <file>', 'where to write', '输出文件'),
      ...serverOptions,
    ],
    run: (given, context) =>
      status().rolloutReport(
        { ...address(given, context), format: given.value('format') ?? 'json', file: given.value('output') },
        context,
      ),
  },
  {
    name: 'rollout worker',
    about: {
      en: 'work for a server of Temporal on the environments of this machine',
      zh: '作为 Temporal 工作节点，处理本机负责的环境',
    },
    options: [
      select,
      option('--jobs <n>', 'how many of one queue at a time; the default is 2', '每个队列的并行数，默认 2'),
      queue,
      ...serverOptions,
    ],
    run: (given, context) => {
      const server = readServer(given, context);
      if (server === undefined) throw noAddress('rollout worker');
      return (require('../commands/rollout-worker') as typeof import('../commands/rollout-worker')).rolloutWorker(
        { server, selection: given.value('select') ?? '', queue: queueOf(given), jobs: readJobs(given) },
        context,
      );
    },
  },
];

export const rolloutGroups: Readonly<Record<string, Text>> = {
  rollout: { en: 'a change for many clouds: canaries, approval, waves', zh: '批量发布：金丝雀、批准、分批' },
};
