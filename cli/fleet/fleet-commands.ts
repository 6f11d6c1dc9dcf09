import { availableParallelism } from 'node:os';
import { ProblemsError } from '../../model/problem';
import type { Text } from '../../model/text';
import { dayOn } from '../../policies/waivers/day';
import type { CommandSpec, Given, OptionSpec } from '../command-spec';
import { dayOfRun } from '../day-of-run';
import { USAGE_ARGUMENT } from '../usage-problems';
import { select } from '../usual-options';
import { type FleetOperation, fleetOperations } from './fleet-result';

const ABOUT: Readonly<Record<FleetOperation, Text>> = {
  validate: {
    en: 'check many environments, and each against the others',
    zh: '批量检查环境并相互比对',
  },
  synth: { en: 'write what OpenTofu reads, for many environments', zh: '批量生成 OpenTofu 配置' },
  prove: { en: 'prove many environments', zh: '批量证明环境' },
  check: { en: 'judge many environments by all policies', zh: '批量执行策略检查' },
  judge: { en: 'prove and check many environments, each read once', zh: '批量证明并执行策略检查，每个环境只读取一次' },
  plan: { en: 'let OpenTofu plan many environments, offline', zh: '批量离线计划环境' },
};

const OPTIONS: readonly OptionSpec[] = [
  select,
  {
    flags: '--since <revision>',
    about: { en: 'only what changed since a revision of git', zh: '仅处理自某个 git 版本以来有变化的环境' },
  },
  {
    flags: '--jobs <number>',
    about: { en: 'how many at once; the default is the number of processors', zh: '并行数，默认为处理器数' },
  },
  {
    flags: '--again',
    about: { en: 'leave results of earlier runs aside', zh: '忽略先前结果，全部重新执行' },
  },
];

const operationCommands: readonly CommandSpec[] = fleetOperations.map((operation) => ({
  name: `fleet ${operation}`,
  about: ABOUT[operation],
  options: OPTIONS,
  run: (given, context) =>
    (require('../commands/fleet') as typeof import('../commands/fleet')).fleet(
      {
        operation,
        selection: given.value('select'),
        since: given.value('since'),
        jobs: jobsOf(given, operation),
        again: given.has('again'),
        asOf: dayOn(new Date()),
      },
      context,
    ),
}));

const reviewCommand: CommandSpec = {
  name: 'fleet review',
  about: {
    en: 'say what a branch means for many environments; what they have in common is told once',
    zh: '评审分支对多个环境的影响，相同变更只说明一次',
  },
  options: [
    ...OPTIONS.filter(({ flags }) => /^--(select|jobs) /.test(flags)),
    {
      flags: '--base <revision>',
      about: { en: 'what the branch is compared with; the default is origin/main', zh: '对比基准，默认 origin/main' },
    },
    {
      flags: '--format <format>',
      about: { en: 'text, md or json', zh: 'text、md 或 json' },
      choices: ['text', 'md', 'json'],
    },
    { flags: '-o, --output <file>', about: { en: 'where to write', zh: '输出文件' } },
    {
      flags: '--as-of <date>',
      about: { en: 'the day for waivers, YYYY-MM-DD; the default is today', zh: '豁免判断日期，默认今日' },
    },
  ],
  run: (given, context) =>
    (require('../commands/fleet-review') as typeof import('../commands/fleet-review')).fleetReview(
      {
        base: given.value('base') ?? 'origin/main',
        selection: given.value('select'),
        jobs: jobsOf(given, 'review'),
        format: given.value('format') ?? 'text',
        file: given.value('output'),
        asOf: dayOfRun(given.value('asOf')),
      },
      context,
    ),
};

/** The same for many environments. */
export const fleetCommands: readonly CommandSpec[] = [...operationCommands, reviewCommand];

export const fleetGroups: Readonly<Record<string, Text>> = {
  fleet: { en: 'the same for many environments', zh: '批量处理多个环境' },
};

function jobsOf(given: Given, operation: FleetOperation | 'review'): number {
  const text = given.value('jobs');
  if (text === undefined) return availableParallelism();
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs >= 1 && jobs <= 256) return jobs;
  const what = { en: `--jobs is ${text}; it must be a number from 1 to 256`, zh: `--jobs 为 ${text}；应为 1–256` };
  throw new ProblemsError([USAGE_ARGUMENT.at(`--jobs ${text}`, { what, command: `egov fleet ${operation}` })]);
}
