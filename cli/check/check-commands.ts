import { ProblemsError } from '../../model/problem';
import { daysBetween } from '../../policies/waivers/day';
import type { ArgumentSpec, CommandSpec, Given, OptionSpec } from '../command-spec';
import { USAGE_ARGUMENT } from '../usage-problems';
import type { Asked } from './load-subject';
import { dayOfRun } from './run-check';

const env: ArgumentSpec = {
  name: '[env]',
  about: {
    en: 'id of an environment; left out with --plan or --manifests',
    zh: '环境标识；使用 --plan 或 --manifests 时省略',
  },
  completes: 'environments',
};

const manifests: OptionSpec = {
  flags: '--manifests <dir>',
  about: {
    en: 'a folder of Kubernetes manifests, alone or beside the rest',
    zh: 'Kubernetes 清单目录，可单独或一并检查',
  },
};

const asOf: OptionSpec = {
  flags: '--as-of <date>',
  about: { en: 'the day of the run, YYYY-MM-DD; the default is today', zh: '检查日期 YYYY-MM-DD，默认今日' },
};

const level: OptionSpec = {
  flags: '--level <level>',
  about: {
    en: 'level of GB/T 22239 at which everything is judged; the default is that of each system',
    zh: '统一按此等级（GB/T 22239）判断；默认按各系统的等级',
  },
  choices: ['2', '3', '4'],
};

/** Judging, and what follows from it. */
export const checkCommands: readonly CommandSpec[] = [
  {
    name: 'check',
    about: {
      en: 'judge a cloud by policies: what, where, why, and how to repair it; the worst first',
      zh: '按策略检查云：问题、位置、依据与处理，最严重者在前',
    },
    arguments: [env],
    options: [
      {
        flags: '--plan <file>',
        about: {
          en: 'instead of an environment: the JSON of `tofu show -json`, a cdk.tf.json, or a folder of manifests',
          zh: '以 `tofu show -json` 输出、cdk.tf.json 或清单目录代替环境',
        },
      },
      manifests,
      { flags: '--pack <name...>', about: { en: 'only these packs, such as mlps-3', zh: '仅这些策略包，例如 mlps-3' } },
      level,
      {
        flags: '--format <format>',
        about: { en: 'text, json, sarif, junit, html or csv', zh: 'text、json、sarif、junit、html 或 csv' },
        choices: ['text', 'json', 'sarif', 'junit', 'html', 'csv'],
      },
      { flags: '--full', about: { en: 'every finding, not only the first few of each policy', zh: '列出全部发现' } },
      asOf,
      {
        flags: '--driver <driver>',
        about: { en: 'with --plan: the mechanism driver of Neutron', zh: '与 --plan 合用：Neutron 机制驱动' },
        choices: ['ovn', 'ovs', 'unknown'],
      },
      {
        flags: '--release <name>',
        about: { en: 'with --plan: the release of OpenStack, such as zed', zh: '与 --plan 合用：OpenStack 版本' },
      },
    ],
    run: (given, context) =>
      (require('../commands/check') as typeof import('../commands/check')).check(
        {
          asked: askedOf(given, 'egov check'),
          packs: given.values('pack'),
          format: given.value('format') ?? 'text',
          full: given.has('full'),
        },
        context,
      ),
  },
];

function askedOf(given: Given, command: string): Asked {
  const level = given.value('level');
  return {
    id: given.names[0],
    plan: given.value('plan'),
    manifests: given.value('manifests'),
    driver: given.value('driver'),
    release: given.value('release'),
    level: level === undefined ? undefined : Number(level),
    asOf: dayGiven(given, command),
  };
}

function dayGiven(given: Given, command: string): string {
  const day = dayOfRun(given.value('asOf'));
  if (daysBetween(day, day) !== undefined) return day;
  const what = { en: `${day} is no day, YYYY-MM-DD`, zh: `${day} 不是日期 YYYY-MM-DD` };
  throw new ProblemsError([USAGE_ARGUMENT.at(`${command} --as-of`, { what, command })]);
}
